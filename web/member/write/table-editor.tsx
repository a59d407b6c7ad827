import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { texts } from '#web/shared/language.ts';
import { Button } from '../ui/button.tsx';
import type { Block } from './writing.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

type Table = Extract<Block, { readonly type: 'table' }>;
type TableEditorProps = { readonly table: Table; readonly onChange: (table: Table) => void };

const widthOf = ({ rows }: Table): number => Math.max(1, ...rows.map((row) => row.length));

/** A small table: cells to type in; a wide one scrolls in itself, the page does not. */
export const TableEditor = ({ table, onChange }: TableEditorProps) => {
  const width = widthOf(table);
  const columns = Array.from({ length: width }, (_, column) => column);
  const set = (rows: string[][]): void => onChange({ ...table, rows });
  const full = table.rows.map((row) => columns.map((column) => row[column] ?? ''));
  return (
    <div className={styles.tableBox}>
      <div className={styles.scroll} role="region" aria-label={t('write.table')} tabIndex={0}>
        <table>
          <tbody>
            {full.map((row, at) => (
              // Rows and cells have no name of their own but their place.
              <tr key={`r${at}`}>
                {row.map((cell, column) => (
                  <td key={`c${column}`}>
                    <textarea
                      lang="zh-CN"
                      rows={1}
                      value={cell}
                      aria-label={t('write.table.cell', { row: at + 1, column: column + 1 })}
                      onChange={(event) =>
                        set(
                          full.map((cells, line) =>
                            line === at
                              ? cells.map((one, place) => (place === column ? event.target.value : one))
                              : cells,
                          ),
                        )
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.tools}>
        <Button look="quiet" onClick={() => set([...full, columns.map(() => '')])}>
          {t('write.table.addRow')}
        </Button>
        <Button look="quiet" disabled={width >= 30} onClick={() => set(full.map((row) => [...row, '']))}>
          {t('write.table.addColumn')}
        </Button>
        <Button look="quiet" disabled={full.length < 2} onClick={() => set(full.slice(0, -1))}>
          {t('write.table.dropRow')}
        </Button>
        <Button look="quiet" disabled={width < 2} onClick={() => set(full.map((row) => row.slice(0, -1)))}>
          {t('write.table.dropColumn')}
        </Button>
      </div>
    </div>
  );
};
