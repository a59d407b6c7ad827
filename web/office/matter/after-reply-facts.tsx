import { DueLight } from '#web/shared/ui/due-light.tsx';
import { WhyDate } from '#web/shared/ui/why-date.tsx';
import styles from './duties.module.css';
import own from './extensions.module.css';
import type { Assignment } from './matter-types.ts';
import { t } from './matter-texts.ts';
import { useWords } from './use-words.ts';

type DutyProps = { readonly duty: Assignment };
type Recorded = Assignment['afterReply'][number];

const headOf = (one: Recorded): string => {
  if (one.duty === 'disclose')
    return t(one.place === null ? 'afterReply.notPublic' : 'afterReply.published', { on: one.on });
  return t(one.settled ? 'afterReply.settled' : 'afterReply.reported', { on: one.on });
};

/** Where, or why not, or what was done; an address on the web leads there. */
const Said = ({ one }: { readonly one: Recorded }) => {
  if (one.duty === 'followUp') return <span>{one.text}</span>;
  if (one.place === null) return <span>{one.reason}</span>;
  return /^https?:\/\//.test(one.place) ? (
    <a href={one.place} target="_blank" rel="noreferrer">
      {one.place}
    </a>
  ) : (
    <span>{one.place}</span>
  );
};

/** What a unit did after its reply, and what is still asked of it, each with its date and why that date. */
export const AfterReplyFacts = ({ duty }: DutyProps) => {
  const words = useWords();
  return (
    <>
      {duty.askedAfterReply.map((owed) => (
        <p key={owed.duty} className={styles.owed}>
          <span>{t('matter.due.what', { duty: words.duty(owed.duty) })}</span>
          <WhyDate owed={owed} />
          <DueLight state={owed.state} workdaysLeft={owed.workdaysLeft} on={owed.date} />
        </p>
      ))}
      {duty.afterReply.length === 0 ? null : (
        <div className={own.clock}>
          <h4>{t('afterReply.title')}</h4>
          {duty.afterReply.map((one) => (
            <div
              key={`${one.duty} ${one.round} ${one.on} ${one.recordedOn}`}
              className={own.extension}
              data-state={one.duty === 'disclose' || one.settled ? 'granted' : 'asked'}
            >
              <p className={own.stands}>
                {headOf(one)}
                {one.round > 1 ? <small>{t('afterReply.round', { round: one.round })}</small> : null}
              </p>
              <Said one={one} />
              <small>{t('afterReply.by', { by: one.by, on: one.recordedOn })}</small>
            </div>
          ))}
        </div>
      )}
    </>
  );
};
