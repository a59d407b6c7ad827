import type { ResponseOf } from '#contract/endpoint.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { memberMessages } from '#contract/messages/member.ts';
import type { myMatters } from '#contract/rating.ts';
import { texts } from '#web/shared/language.ts';
import { paths } from '../routes.ts';
import { ButtonLink } from '../ui/button.tsx';
import { CardTitle } from '../ui/card-title.tsx';
import { DueLight } from '../ui/due-light.tsx';
import { whereIs } from '../where.ts';
import styles from './home.module.css';

const c = texts(commonMessages);
const t = texts(memberMessages);

export type MyMatter = ResponseOf<typeof myMatters>['items'][number];

/** One matter in a list: its number, its title, where it is in words, and the one thing there is to do. */
export const MatterCard = ({ matter }: { readonly matter: MyMatter }) => {
  const { id, kind, caseNo, title, stage, leadUnit, owed, paused, toRate, lead, sessionName } = matter;
  return (
    <article className={styles.card} data-waiting={toRate > 0}>
      <p className={styles.number}>
        <strong>{c(`kind.${kind}`)}</strong> {caseNo}
        {lead ? null : <span> · {t('home.coSigned')}</span>}
        <span lang="zh-CN"> · {sessionName}</span>
      </p>
      <CardTitle href={paths.matter(id)} title={title} />
      <p>{whereIs({ stage, unit: leadUnit ?? '', owed, paused, toRate })}</p>
      {(owed === null && !paused) || toRate > 0 ? null : (
        <p>
          <DueLight state={owed?.state ?? 'paused'} />
        </p>
      )}
      {toRate === 0 ? null : (
        <ButtonLink look="main" wide href={paths.choose(id)} aria-label={t('home.rateOf', { title })}>
          {t('home.rate')}
        </ButtonLink>
      )}
    </article>
  );
};
