import { count } from '#web/shared/format.ts';
import { pick } from '#web/shared/language.ts';
import { type Cell, cellAt, columnTotal, isPublished, rowTotal } from './cross-view.ts';
import { PublishedTag, RowsLink } from './figure-number.tsx';
import { type CrossTable, t } from './figure-texts.ts';
import styles from './figures.module.css';
import { cellFilters, type Dimension, type FiguresView, otherKey } from './figures-view.ts';

type CellsProps = {
  readonly table: CrossTable;
  /** `id.variant` of what is counted. */
  readonly name: string;
  readonly caption: string;
  /** What the rows are. */
  readonly corner: string;
  readonly view: FiguresView;
  readonly rows: Dimension;
  readonly columns: Dimension | undefined;
};

type At = { readonly row: string | null; readonly column: string | null };

const CellText = ({ cell, at, ...props }: CellsProps & { readonly cell: Cell | null; readonly at: At }) => {
  if (cell === null) return <span className={styles.quiet}>—</span>;
  const { name, view, rows, columns } = props;
  const filters = cellFilters(
    view.filters,
    at.row === null ? null : [rows, at.row],
    at.column === null || columns === undefined ? null : [columns, at.column],
  );
  const { text } = cell;
  // Values that stand together, and what was derived or only printed, have no rows of their own to open.
  const closed = at.row === otherKey || at.column === otherKey || cell.derived || cell.origin === 'published';
  return (
    <>
      {closed ? (
        <span className={cell.derived ? styles.derived : undefined}>{text}</span>
      ) : (
        <RowsLink name={name} view={{ ...view, filters }}>
          {text}
        </RowsLink>
      )}
      {cell.denominator === null ? null : (
        <small>
          {cell.numerator} / {cell.denominator}
        </small>
      )}
      {cell.derived ? (
        <small title={t('figures.cross.derived.says')}>{t('figures.cross.derived')}</small>
      ) : null}
      {cell.origin === 'published' ? (
        <>
          {' '}
          <PublishedTag source={null} />
        </>
      ) : null}
    </>
  );
};

/** The table: every cell opens to its rows, totals stand at the ends. It scrolls inside its own frame. */
export const CrossCells = (props: CellsProps) => {
  const { table, caption, corner } = props;
  const crossed = table.columns.length > 0;
  return (
    <>
      <section className={styles.frame} aria-label={caption} tabIndex={0}>
        <table className={styles.cells}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {table.columns.map(({ key, name }) => (
                <th key={key} scope="col">
                  {pick(name)}
                </th>
              ))}
              <th scope="col">{t('figures.cross.total')}</th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ key: row, name }) => (
              <tr key={row}>
                <th scope="row">{pick(name)}</th>
                {table.columns.map(({ key: column }) => (
                  <td key={column}>
                    <CellText {...props} cell={cellAt(table, row, column)} at={{ row, column }} />
                  </td>
                ))}
                <td data-total={crossed}>
                  <CellText {...props} cell={rowTotal(table, row)} at={{ row, column: null }} />
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row" data-total="true">
                {t('figures.cross.total')}
              </th>
              {table.columns.map(({ key: column }) => (
                <td key={column} data-total="true">
                  <CellText {...props} cell={columnTotal(table, column)} at={{ row: null, column }} />
                </td>
              ))}
              <td data-total="true">
                <CellText {...props} cell={table.total} at={{ row: null, column: null }} />
              </td>
            </tr>
          </tbody>
        </table>
      </section>
      {table.rows.some(({ key }) => isPublished(table, key)) ? (
        <p className={styles.tableNote}>{t('figures.cross.published')}</p>
      ) : null}
    </>
  );
};

type Mismatch = CrossTable['mismatches'][number];

const whereOf = ({ rows, columns }: CrossTable, { of, key }: Mismatch): string => {
  const name =
    (key === null ? undefined : [...rows, ...columns].find((one) => one.key === key)?.name) ?? null;
  return t(`figures.cross.mismatch.${of}`, { name: name === null ? '' : pick(name) });
};

/** Where parts do not add up: said, with the difference, never evened out. */
export const Mismatches = ({ table }: { readonly table: CrossTable }) =>
  table.mismatches.length === 0 ? null : (
    <div className={styles.mismatch}>
      <h3>{t('figures.cross.mismatch')}</h3>
      <p>{t('figures.cross.mismatch.why')}</p>
      <ul>
        {table.mismatches.map((one) => (
          <li key={`${one.of} ${one.key ?? ''} ${one.part}`}>
            {t('figures.cross.mismatch.one', {
              where: whereOf(table, one),
              part: t(`figures.cross.part.${one.part}`),
              sum: count(one.sum),
              total: count(one.total),
              difference: one.difference > 0 ? `+${count(one.difference)}` : count(one.difference),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
