import { commonMessages } from '#contract/messages/common.ts';
import { type Owed, whyDate } from '#contract/why-date.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';
import styles from './ui.module.css';

const c = texts(commonMessages);

/** Why a date is that date: start, rule, days counted and skipped, clause (law 7). Lists carry dates without reasons. */
export const Why = ({ owed }: { readonly owed: Owed }) => {
  if (!('rule' in owed.why)) return null;
  const { lines, source, verified } = whyDate(owed, currentLanguage());
  return (
    <details className={styles.more}>
      <summary>{c('due.why')}</summary>
      <ol className={styles.reckoning}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p>
        {c('due.why.source')}: {source}
      </p>
      <p>{c(verified ? 'due.why.verified' : 'due.why.unverified')}</p>
    </details>
  );
};
