import { handBackHearings } from '#contract/hand-back-hearing.ts';
import { ask } from '#web/shared/ask.ts';
import { fullDate } from '#web/shared/format.ts';
import { useQuery } from '@tanstack/react-query';
import { holdsAny, useSession } from '../shell/session.ts';
import { useMatter } from './matter-context.ts';
import { t } from './matter-texts.ts';

/** What the unit says that a hand-back names, for those who decide on it. */
export const NamedUnitSays = ({ assignmentId }: { readonly assignmentId: number }) => {
  const { matter } = useMatter();
  const may = holdsAny(useSession(), handBackHearings.access.roles);
  const { data } = useQuery({ ...ask(handBackHearings, { query: { matterId: matter.id } }), enabled: may });
  const hearing = data?.items.find((one) => one.assignmentId === assignmentId);
  if (hearing === undefined) return null;
  return (
    <>
      <dt>{t('matter.handBack.heard', { unit: hearing.unit.name })}</dt>
      <dd>
        {hearing.answer === null
          ? hearing.answerBy === null
            ? t('matter.handBack.heard.silent')
            : t('matter.handBack.heard.silentUntil', { date: fullDate(hearing.answerBy) })
          : t(`matter.handBack.heard.${hearing.answer}`)}
        {hearing.said === null || hearing.said === '' ? null : <p>{hearing.said}</p>}
      </dd>
    </>
  );
};
