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
  checked,
  onToggle,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onToggle: () => void;
}) => (
  <label>
    <input type="checkbox" checked={checked} onChange={onToggle} aria-label={label} />
  </label>
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
  const all =
    selection !== undefined && rows.length > 0 && rows.every((row) => selection.selected.has(rowKey(row)));
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
                <CheckBox
                  label={t('table.selectAll')}
                  checked={all}
                  onToggle={() => selection.onChange(all ? new Set() : new Set(rows.map(rowKey)))}
                />
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
                    <CheckBox
                      label={t('table.selectRow', { name: selection.nameOf(row) })}
                      checked={selected}
                      onToggle={() => selection.onChange(toggled(selection.selected, key))}
                    />
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
  return (
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
                  <CheckBox
                    label={t('table.selectRow', { name: selection.nameOf(row) })}
                    checked={selected}
                    onToggle={() => selection.onChange(toggled(selection.selected, key))}
                  />
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
