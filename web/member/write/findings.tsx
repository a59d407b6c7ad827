import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { texts } from '#web/shared/language.ts';
import type { Finding } from './use-findings.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

/** A shape for each severity, beside its word. */
const marks = {
  stop: 'M5 1h6l4 4v6l-4 4H5l-4-4V5Z',
  warn: 'M8 2 15 14H1Z',
  hint: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12',
};

export const FindingLine = ({ finding }: { readonly finding: Finding }) => (
  <p className={styles.finding} data-severity={finding.severity}>
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={marks[finding.severity]} fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
    <span>
      <strong>{t(`write.severity.${finding.severity}`)}</strong> {finding.detail}
    </span>
  </p>
);

/** What was found in one field, under it. */
export const Findings = ({ findings }: { readonly findings: readonly Finding[] }) => (
  <div aria-live="polite" className={styles.findings}>
    {findings.map((finding) => (
      <FindingLine key={`${finding.code}${finding.detail}`} finding={finding} />
    ))}
  </div>
);
