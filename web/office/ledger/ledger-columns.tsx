import type { ResponseOf } from '#contract/endpoint.ts';
import type { ledger, reference } from '#contract/see.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { moment } from '#web/shared/format.ts';
import { pick, texts } from '#web/shared/language.ts';
import type { Column } from '#web/shared/ui/data-table.tsx';
import { DueLight } from '#web/shared/ui/due-light.tsx';
import { KindTag } from '#web/shared/ui/kind-tag.tsx';
import { PersonName } from '#web/shared/ui/person-name.tsx';
import { StageTag } from '#web/shared/ui/stage-tag.tsx';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './ledger.module.css';
import type { LedgerSort } from './ledger-view.ts';

const t = texts(seeMessages);
const c = texts(commonMessages);

export type LedgerRow = ResponseOf<typeof ledger>['items'][number];
type Reference = ResponseOf<typeof reference>;

export const columnKeys = [
  'caseNo',
  'title',
  'stage',
  'units',
  'proposer',
  'contacts',
  'due',
  'opinions',
  'resultClass',
  'ownerless',
  'kind',
  'session',
  'year',
  'inSession',
  'category',
  'level',
  'proposerType',
  'priority',
  'leadUnit',
  'filedOn',
  'assignedOn',
  'updatedAt',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

export const defaultColumns: readonly ColumnKey[] = columnKeys.slice(0, 7);

/** Known columns in the order chosen, the title always among them: it is the way into the matter. */
export const soundColumns = (chosen: readonly string[]): readonly ColumnKey[] => {
  const known = columnKeys.filter((key) => chosen.includes(key));
  const ordered = chosen.filter((key): key is ColumnKey => (known as readonly string[]).includes(key));
  const unique = [...new Set(ordered)];
  return unique.includes('title') ? unique : ['title', ...unique];
};

const Units = ({
  units,
  roleNames,
}: {
  units: LedgerRow['units'];
  roleNames: Reference['ruleset']['roleNames'];
}) => {
  if (units.length === 0) return <span className={styles.quiet}>{c('say.notYet')}</span>;
  return (
    <ul className={styles.units}>
      {units.slice(0, 3).map(({ assignmentId, name, role }) => {
        const word = roleNames[role];
        return (
          <li key={assignmentId} data-assist={role === 'assist'}>
            {t('ledger.unitAnd', { name, role: word === undefined ? c(`handlingRole.${role}`) : pick(word) })}
          </li>
        );
      })}
      {units.length > 3 ? <li data-assist="true">+{units.length - 3}</li> : null}
    </ul>
  );
};

/** The classes of all replies on the row, each once (law 1: a reply has a class, a matter has not). */
const classTags = (units: LedgerRow['units'], { ruleset }: Reference): ReactNode => {
  const codes = [...new Set(units.flatMap(({ resultClass }) => resultClass ?? []))].sort();
  if (codes.length === 0) return <span className={styles.quiet}>{c('say.notYet')}</span>;
  return codes.map((code) => {
    const found = ruleset.resultClasses.find((one) => one.code === code);
    return (
      <Tag key={code} className={styles.tag}>
        {found === undefined ? code : pick(found.name)}
      </Tag>
    );
  });
};

const proposerText = ({ leadProposer, proposerCount }: LedgerRow): ReactNode =>
  leadProposer !== null && proposerCount > 1 ? (
    t('ledger.proposers', { name: leadProposer, count: proposerCount, others: proposerCount - 1 })
  ) : (
    <PersonName name={leadProposer} />
  );

type Cell = (row: LedgerRow, reference: Reference) => ReactNode;

const cells: Record<ColumnKey, Cell> = {
  caseNo: ({ caseNo }) => caseNo,
  title: ({ id, title }) => (
    <PageLink href={paths.matter(id)} className={styles.title}>
      {title}
    </PageLink>
  ),
  stage: ({ stage }) => <StageTag stage={stage} />,
  units: ({ units }, { ruleset }) => <Units units={units} roleNames={ruleset.roleNames} />,
  proposer: proposerText,
  contacts: ({ contacts }) =>
    contacts === 0 ? (
      <span className={styles.quiet}>{t('ledger.contacts.none')}</span>
    ) : (
      t('ledger.contacts', { count: contacts })
    ),
  due: ({ dueState, workdaysLeft, dueOn, provisional }) => (
    <span className={styles.due}>
      <DueLight state={dueState} workdaysLeft={workdaysLeft} on={dueOn} />
      {dueOn === null ? null : (
        <span className={styles.quiet}>
          <time>{dueOn}</time>
          {provisional ? t('due.provisionalMark') : null}
        </span>
      )}
    </span>
  ),
  opinions: ({ opinions }) => (opinions.wanted === 0 ? '—' : t('ledger.opinions', opinions)),
  resultClass: ({ units }, reference) => classTags(units, reference),
  ownerless: ({ ownerlessDays }) =>
    ownerlessDays === 0 ? (
      <span className={styles.quiet}>—</span>
    ) : (
      <span className={styles.late}>{t('ledger.ownerless', { count: ownerlessDays })}</span>
    ),
  kind: ({ kind }) => <KindTag kind={kind} />,
  session: ({ sessionName }) => sessionName,
  year: ({ year }) => String(year),
  inSession: ({ inSession }) => t(inSession ? 'ledger.inSession' : 'ledger.offSession'),
  category: ({ category }) => category ?? '—',
  level: ({ level }) => c(`level.${level}`),
  proposerType: ({ proposerType }) => c(`proposerType.${proposerType}`),
  priority: ({ priority }) => (priority ? c('priority') : '—'),
  leadUnit: ({ leadUnit }) => leadUnit ?? '—',
  filedOn: ({ filedOn }) => filedOn,
  assignedOn: ({ assignedOn }) => assignedOn ?? '—',
  updatedAt: ({ updatedAt }) => moment(updatedAt),
};

/** Columns by which the server can order. */
const sortOf: Partial<Record<ColumnKey, 'due' | 'filed' | 'updated'>> = {
  due: 'due',
  filedOn: 'filed',
  updatedAt: 'updated',
};

const tight: readonly ColumnKey[] = [
  'caseNo',
  'stage',
  'proposer',
  'contacts',
  'opinions',
  'ownerless',
  'kind',
  'filedOn',
  'assignedOn',
  'updatedAt',
];
/** Least widths in px of what is broken into lines: Chinese text would shrink to one character a line. */
const width: Partial<Record<ColumnKey, number>> = {
  title: 260,
  units: 190,
  due: 150,
  resultClass: 140,
  session: 130,
  category: 100,
  leadUnit: 150,
};

const orderOf = (sort: LedgerSort, by: string): 'ascending' | 'descending' | 'none' => {
  if (sort === by) return 'ascending';
  return sort === `-${by}` ? 'descending' : 'none';
};

/** The columns of the table, worded in the language of the page. */
export const ledgerColumns = (
  keys: readonly ColumnKey[],
  reference: Reference,
  sort: LedgerSort,
  onSort: (sort: LedgerSort) => void,
): readonly Column<LedgerRow>[] =>
  keys.map((key) => {
    const by = sortOf[key];
    const minWidth = width[key];
    return {
      key,
      title: t(`ledger.column.${key}`),
      render: (row) => cells[key](row, reference),
      tight: tight.includes(key),
      ...(key === 'title' ? { names: true } : {}),
      ...(minWidth === undefined ? {} : { minWidth }),
      ...(by === undefined
        ? {}
        : { sort: { order: orderOf(sort, by), toggle: () => onSort(sort === by ? `-${by}` : by) } }),
    };
  });
