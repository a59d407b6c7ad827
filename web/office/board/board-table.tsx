import type { board } from '#contract/due-calendar.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { dueCalendarMessages } from '#contract/messages/due-calendar.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { count } from '#web/shared/format.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';
import { DueLight, DueShape, type DueState } from '#web/shared/ui/due-light.tsx';
import { useReference } from '#web/shared/use-reference.ts';
import { Tag } from 'antd';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './board.module.css';
import type { BoardBy } from './board-view.ts';

const t = texts(dueCalendarMessages);
const c = texts(commonMessages);

export type BoardData = ResponseOf<typeof board>;
type BoardRow = BoardData['rows'][number];
type BoardColumn = BoardData['columns'][number];
type BoardCard = NonNullable<BoardRow['cards'][string]>[number];

const states: readonly DueState[] = ['overdue', 'urgent', 'soon', 'ample', 'none', 'doneOnTime', 'doneLate'];
const stateOf = (key: string): DueState => states.find((state) => state === key) ?? 'none';

const Card = ({ card, byUnit }: { readonly card: BoardCard; readonly byUnit: boolean }) => (
  <li className={styles.card}>
    <PageLink href={paths.matter(card.matterId)}>{card.title}</PageLink>
    <span className={styles.facts}>
      {card.caseNo}
      {byUnit ? null : ` · ${card.unitName}`}
    </span>
    <span className={styles.facts}>
      <DueLight state={card.dueState} workdaysLeft={card.workdaysLeft} dueOn={card.dueOn} />
    </span>
  </li>
);

type CellProps = {
  readonly row: BoardRow;
  readonly column: BoardColumn;
  readonly name: string;
  readonly by: BoardBy;
};

const Cell = ({ row, column, name, by }: CellProps) => {
  const n = row.counts[column.key] ?? 0;
  const cards = row.cards[column.key] ?? [];
  const state = stateOf(column.key);
  if (n === 0) return <span className={styles.zero}>0</span>;
  const href = paths.ledger({ ...column.opens, ...row.opens });
  const rest = n - cards.length;
  return (
    <>
      <PageLink
        href={href}
        className={styles.count}
        data-light={column.key}
        aria-label={t('board.cell', { name, light: c(`due.${state}`), count: count(n) })}
      >
        <DueShape state={state} />
        {count(n)}
      </PageLink>
      <ul className={styles.cards}>
        {cards.map((card) => (
          <Card key={card.assignmentId} card={card} byUnit={by === 'unit'} />
        ))}
      </ul>
      {rest > 0 && cards.length > 0 ? (
        <span className={styles.facts}>{t('board.more', { count: count(rest) })}</span>
      ) : null}
    </>
  );
};

/** The rows' names in the language of the page, where a unit has one in it. */
const useNames = (by: BoardBy): ((row: BoardRow) => string) => {
  const units = useReference().data?.units ?? [];
  return ({ key, name }) => {
    if (name === null) return t(by === 'section' ? 'board.none.section' : 'board.none.handler');
    const english = by === 'unit' ? (units.find(({ id }) => String(id) === key)?.nameEn ?? '') : '';
    return currentLanguage() === 'en' && english !== '' ? english : name;
  };
};

/** Rows × lights. A table and no set of piles to be shuffled: what a light is, only work can change. */
export const BoardTable = ({ data, by }: { readonly data: BoardData; readonly by: BoardBy }) => {
  const nameOf = useNames(by);
  return (
    <table className={styles.board}>
      <caption className="visually-hidden">{t('board.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`board.by.${by}`)}</th>
          {data.columns.map((column) => (
            <th key={column.key} scope="col">
              <PageLink href={paths.ledger(column.opens)} className={styles.columnHead}>
                <DueLight state={stateOf(column.key)} />
                <span>{count(column.count)}</span>
              </PageLink>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {nameOf(row)} {row.boundary ? <Tag>{t('board.outside')}</Tag> : null}
            </th>
            {data.columns.map((column) => (
              <td key={column.key} data-empty={(row.counts[column.key] ?? 0) === 0}>
                <span className={styles.cellName} aria-hidden="true">
                  {c(`due.${stateOf(column.key)}`)}
                </span>
                <Cell row={row} column={column} name={nameOf(row)} by={by} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
