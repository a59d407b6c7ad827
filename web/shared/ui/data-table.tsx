import { commonMessages } from '#contract/messages/common.ts';
import { type MouseEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { texts } from '../language.ts';
import { useNarrow } from '../use-appearance.ts';
import styles from './data-table.module.css';

const t = texts(commonMessages);

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  /** The column names the row: a row header of the table, the heading of a card. Exactly one column. */
  readonly names?: boolean;
  /** Numbers stand at the end. */
  readonly end?: boolean;
  /** Never broken into lines. */
  readonly tight?: boolean;
  readonly minWidth?: number;
  /** How the list is ordered by this column now, where it can be ordered by it. */
  readonly sort?: { readonly order: 'ascending' | 'descending' | 'none'; readonly toggle: () => void };
};

export type Selection<Row> = {
  readonly selected: ReadonlySet<string | number>;
  readonly onChange: (next: ReadonlySet<string | number>) => void;
  readonly nameOf: (row: Row) => string;
  /** Which rows may be chosen, where some may not: those have no box. */
  readonly mayChoose?: (row: Row) => boolean;
};

type DataTableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  readonly onOpen?: (row: Row) => void;
  readonly selection?: Selection<Row>;
  readonly foot?: ReactNode;
};

const SortMark = ({ order }: { readonly order: 'ascending' | 'descending' | 'none' }) => (
  <svg viewBox="0 0 10 14" aria-hidden="true">
    <path d="M5 1 9 6H1Z" fill="currentColor" opacity={order === 'ascending' ? 1 : 0.3} />
    <path d="M5 13 9 8H1Z" fill="currentColor" opacity={order === 'descending' ? 1 : 0.3} />
  </svg>
);

const Head = <Row,>({ column }: { readonly column: Column<Row> }) => {
  const { sort, title } = column;
  return (
    <th
      scope="col"
      className={column.end === true ? styles.end : undefined}
      style={column.minWidth === undefined ? undefined : { minWidth: column.minWidth }}
      {...(sort === undefined ? {} : { 'aria-sort': sort.order })}
    >
      {sort === undefined ? (
        title
      ) : (
        <button type="button" className={styles.sort} onClick={sort.toggle}>
          {title}
          <SortMark order={sort.order} />
          <span className="visually-hidden">{t('table.sort', { column: title })}</span>
        </button>
      )}
    </th>
  );
};

const toggled = (set: ReadonlySet<string | number>, key: string | number): ReadonlySet<string | number> => {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
};

/** A press on a link, a button or a box inside the row is not a press on the row. */
const onControl = (event: MouseEvent): boolean =>
  event.target instanceof Element && event.target.closest('a, button, input, label') !== null;

const CheckBox = ({
  label,
  shown = false,
  checked,
  disabled = false,
  onToggle,
}: {
  readonly label: string;
  readonly shown?: boolean;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onToggle: () => void;
}) => (
  <label>
    <input
      type="checkbox"
      checked={checked}
      disabled={disabled}
      onChange={onToggle}
      {...(shown ? {} : { 'aria-label': label })}
    />
    {shown ? label : null}
  </label>
);

/** Chooses every row on the page that may be chosen, and none of them when all are. */
const AllBox = <Row,>({
  rows,
  rowKey,
  selection: { selected, onChange, mayChoose },
  shown = false,
}: Pick<DataTableProps<Row>, 'rows' | 'rowKey'> & {
  readonly selection: Selection<Row>;
  /** Its words stand beside it. */
  readonly shown?: boolean;
}) => {
  const keys = rows.filter((row) => mayChoose?.(row) !== false).map(rowKey);
  const all = keys.length > 0 && keys.every((key) => selected.has(key));
  return (
    <CheckBox
      label={t('table.selectAll')}
      shown={shown}
      checked={all}
      disabled={keys.length === 0}
      onToggle={() => onChange(all ? new Set() : new Set(keys))}
    />
  );
};

const RowBox = <Row,>({
  row,
  rowKey,
  selection: { selected, onChange, nameOf, mayChoose },
}: Pick<DataTableProps<Row>, 'rowKey'> & { readonly row: Row; readonly selection: Selection<Row> }) =>
  mayChoose?.(row) === false ? null : (
    <CheckBox
      label={t('table.selectRow', { name: nameOf(row) })}
      checked={selected.has(rowKey(row))}
      onToggle={() => onChange(toggled(selected, rowKey(row)))}
    />
  );

/** Whether the table is wider than its frame: only then does the frame scroll, and the head no longer sticks. */
const useOverflow = (frame: RefObject<HTMLElement | null>): boolean => {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const { current } = frame;
    const table = current?.querySelector('table');
    if (current === null || table === null || table === undefined) return undefined;
    const observer = new ResizeObserver(() => setOver(table.offsetWidth > current.clientWidth + 1));
    observer.observe(current);
    observer.observe(table);
    return () => observer.disconnect();
  }, [frame]);
  return over;
};

const WideTable = <Row,>({ caption, columns, rows, rowKey, onOpen, selection }: DataTableProps<Row>) => {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  // A scrolling frame takes the focus, so that the keyboard can scroll it.
  const over = useOverflow(frame);
  return (
    <div
      ref={frame}
      className={styles.frame}
      {...(over ? { 'data-over': true, tabIndex: 0, role: 'group', 'aria-labelledby': id } : {})}
    >
      <table className={styles.table}>
        <caption id={id} className="visually-hidden">
          {caption}
        </caption>
        <thead>
          <tr>
            {selection === undefined ? null : (
              <td className={styles.check}>
                <AllBox rows={rows} rowKey={rowKey} selection={selection} />
              </td>
            )}
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            const selected = selection?.selected.has(key) === true;
            return (
              <tr
                key={key}
                data-selected={selected}
                data-opens={onOpen !== undefined}
                {...(onOpen === undefined
                  ? {}
                  : { onClick: (event) => (onControl(event) ? undefined : onOpen(row)) })}
              >
                {selection === undefined ? null : (
                  <td className={styles.check}>
                    <RowBox row={row} rowKey={rowKey} selection={selection} />
                  </td>
                )}
                {columns.map((column) => (
                  <td
                    key={column.key}
                    className={`${column.end === true ? styles.end : ''} ${column.tight === true ? styles.tight : ''}`}
                  >
                    {column.render(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};

const Cards = <Row,>({ caption, columns, rows, rowKey, selection }: DataTableProps<Row>) => {
  const naming = columns.find((column) => column.names === true);
  const list = (
    <ul className={styles.cards} aria-label={caption}>
      {rows.map((row) => {
        const key = rowKey(row);
        const selected = selection?.selected.has(key) === true;
        return (
          <li key={key} className={styles.card} data-selected={selected}>
            <div className={styles.cardHead}>
              {selection === undefined ? (
                <span />
              ) : (
                <span className={styles.cardCheck}>
                  <RowBox row={row} rowKey={rowKey} selection={selection} />
                </span>
              )}
              <div>{naming?.render(row)}</div>
            </div>
            <dl className={styles.facts}>
              {columns
                .filter((column) => column !== naming)
                .map((column) => (
                  <div key={column.key} style={{ display: 'contents' }}>
                    <dt>{column.title}</dt>
                    <dd>{column.render(row)}</dd>
                  </div>
                ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
  return selection === undefined ? (
    list
  ) : (
    <>
      <div className={styles.cardsAll}>
        <AllBox rows={rows} rowKey={rowKey} selection={selection} shown />
      </div>
      {list}
    </>
  );
};

/** A list: a table on a desk, cards on a phone. The naming column holds the link that the keyboard opens. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const narrow = useNarrow();
  return (
    <>
      {narrow ? <Cards {...props} /> : <WideTable {...props} />}
      {props.foot === undefined ? null : <div className={styles.foot}>{props.foot}</div>}
    </>
  );
};
