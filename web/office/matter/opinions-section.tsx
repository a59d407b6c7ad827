import { moment } from '#web/shared/format.ts';
import { ActionButton } from '#web/shared/ui/action-button.tsx';
import { DueLight } from '#web/shared/ui/due-light.tsx';
import { WhyDate } from '#web/shared/ui/why-date.tsx';
import { useMatter } from './matter-context.ts';
import styles from './hearings.module.css';
import { isLive, type Opinion } from './matter-types.ts';
import { Nothing, Section } from './section.tsx';
import { usePress } from './use-press.ts';
import { t } from './matter-texts.ts';

/** An opinion word for word; dissent stands apart and is never smoothed over. */
export const OpinionItem = ({ opinion }: { readonly opinion: Opinion }) => (
  <li className={styles.opinion} data-dissent={opinion.dissent !== null}>
    <p className={styles.contactHead}>
      <b>{opinion.unitName}</b>
      {opinion.n > 1 ? <small>{t('matter.opinion.version', { n: opinion.n })}</small> : null}
      {opinion.dissent === null ? null : (
        <span className={styles.dissentMark}>{t('matter.opinion.dissenting')}</span>
      )}
      <time dateTime={opinion.givenAt}>{moment(opinion.givenAt)}</time>
    </p>
    <blockquote className={styles.words}>{opinion.text}</blockquote>
    {opinion.dissent === null ? null : (
      <blockquote className={styles.dissent}>
        <b>{t('matter.opinion.dissent')}</b>
        {opinion.dissent}
      </blockquote>
    )}
    <p className={styles.by}>{t('matter.opinion.by', { name: opinion.contactPerson })}</p>
  </li>
);

/** Assisting units whose opinion has not come, and until when it is owed. */
const Awaited = () => {
  const { matter } = useMatter();
  const waiting = matter.assignments.filter(
    (duty) =>
      isLive(duty) && duty.role === 'assist' && !matter.opinions.some((one) => one.assignmentId === duty.id),
  );
  if (waiting.length === 0) return null;
  return (
    <ul className={styles.waiting}>
      {waiting.map((duty) => (
        <li key={duty.id}>
          <b>{duty.unit.name}</b> {t('matter.opinion.awaited')}
          {duty.owed?.duty !== 'opinion' ? null : (
            <>
              <WhyDate owed={duty.owed} />
              <DueLight state={duty.owed.state} workdaysLeft={duty.owed.workdaysLeft} on={duty.owed.date} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
};

/** 会办意见, word for word, beside what is still awaited. */
export const OpinionsSection = () => {
  const { matter } = useMatter();
  const { press } = usePress();
  if (matter.opinionsWanted === 0 && matter.opinions.length === 0) return null;
  const given = new Set(matter.opinions.map((opinion) => opinion.assignmentId)).size;
  const writers = matter.assignments.flatMap((duty) => {
    const allowed = duty.allowedActions.find((one) => one.action === 'writeOpinion');
    return allowed === undefined || duty.role !== 'assist' ? [] : [{ duty, allowed }];
  });
  return (
    <Section
      id="opinions"
      title={t('matter.opinions')}
      count={t('matter.opinions.count', { given, wanted: Math.max(matter.opinionsWanted, given) })}
      actions={writers.map(({ duty, allowed }) => (
        <ActionButton
          key={duty.id}
          allowed={allowed}
          onPress={() => press({ on: 'assignment', id: duty.id, action: 'writeOpinion' })}
        >
          {t('matter.do.writeOpinion')}
        </ActionButton>
      ))}
    >
      <Awaited />
      {matter.opinions.length === 0 ? (
        <Nothing>{t('matter.opinions.none')}</Nothing>
      ) : (
        <ol className={styles.opinions}>
          {matter.opinions.map((opinion) => (
            <OpinionItem key={opinion.id} opinion={opinion} />
          ))}
        </ol>
      )}
    </Section>
  );
};
