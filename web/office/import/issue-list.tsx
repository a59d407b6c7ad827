import ExclamationCircleFilled from '@ant-design/icons/ExclamationCircleFilled';
import WarningFilled from '@ant-design/icons/WarningFilled';
import styles from './import.module.css';
import { t } from './import-texts.ts';
import type { ImportIssue } from './import-types.ts';

/** What is wrong or doubtful, each with its word and shape; the sentence names the cell and how to mend it. */
export const IssueList = ({ issues }: { readonly issues: readonly ImportIssue[] }) =>
  issues.length === 0 ? null : (
    <ul className={styles.issues}>
      {issues.map(({ code, cell, message, severity }) => (
        <li key={`${code} ${cell ?? ''} ${message}`} data-severity={severity}>
          {severity === 'error' ? <WarningFilled aria-hidden /> : <ExclamationCircleFilled aria-hidden />}
          <span>
            <strong>{t(severity === 'error' ? 'importPage.rows.error' : 'importPage.rows.warning')}</strong>{' '}
            {message}
          </span>
        </li>
      ))}
    </ul>
  );
