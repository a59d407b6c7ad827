import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './import.module.css';
import { listWords, t } from './import-texts.ts';
import type { ImportRow } from './import-types.ts';
import { IssueList } from './issue-list.tsx';
import { OutcomeMark } from './outcome-mark.tsx';

const lineText = ({ row, lastRow }: ImportRow): string =>
  row === lastRow ? t('importPage.rows.line', { row }) : t('importPage.rows.lines', { row, lastRow });

const Facts = ({ row }: { readonly row: ImportRow }) => {
  const facts = row.facts.filter(({ field }) => field !== 'caseNo');
  return facts.length === 0 ? null : (
    <dl className={styles.rowFacts}>
      {facts.map(({ field, label, values }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>{listWords(values)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What stands, what will stand; a change that the import leaves to people says why. */
const Changes = ({ row }: { readonly row: ImportRow }) =>
  row.changes.length === 0 ? null : (
    <ul className={styles.changes} aria-label={t('importPage.rows.changes')}>
      {row.changes.map(({ field, label, from, to, byHand }) => (
        <li key={field} data-by-hand={byHand !== null}>
          <span>{t('importPage.rows.change', { label })}</span>
          <del>{from}</del>
          <span className="visually-hidden">{t('importPage.rows.to')}</span>
          <span aria-hidden="true">→</span>
          <ins>{to}</ins>
          {byHand === null ? null : <small>{t('importPage.rows.byHand', { reason: byHand })}</small>}
        </li>
      ))}
    </ul>
  );

const Result = ({ row }: { readonly row: ImportRow }) => {
  const { result, matterId } = row;
  return (
    <>
      {result === null || result.refusals.length === 0 ? null : (
        <ul className={styles.issues}>
          {result.refusals.map((sentence) => (
            <li key={sentence} data-severity="error">
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      )}
      {matterId === null ? null : (
        <PageLink href={paths.matter(matterId)}>
          {t('importPage.rows.open')}
          <span className="visually-hidden"> {row.title}</span>
        </PageLink>
      )}
    </>
  );
};

/** One row of the file: where it stands, what it says, what the import does with it and why. */
export const RowItem = ({ row }: { readonly row: ImportRow }) => {
  const caseNo = row.facts.find(({ field }) => field === 'caseNo')?.values.join(' ') ?? '';
  return (
    <li className={styles.rowItem} data-outcome={row.outcome}>
      <div className={styles.rowSide}>
        <OutcomeMark outcome={row.outcome} />
        <small>{lineText(row)}</small>
        {row.result === null ? null : <small>{t(`importPage.rows.did.${row.result.did}`)}</small>}
      </div>
      <div className={styles.rowMain}>
        <div className={styles.rowTitle}>
          {caseNo === '' ? null : <span className={styles.caseNo}>{caseNo}</span>}
          <strong>{row.title === '' ? t('importPage.rows.noTitle') : row.title}</strong>
        </div>
        <IssueList issues={row.issues} />
        <Changes row={row} />
        <Facts row={row} />
        <Result row={row} />
      </div>
    </li>
  );
};
