import { type DragEvent, useState } from 'react';
import styles from './assign-round.module.css';
import { t } from './round-texts.ts';
import type { Round } from './round-types.ts';

type UnitRailProps = {
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly counts: Round['units'];
  /** So many rows would go with a drop. */
  readonly chosen: number;
  readonly onDrop: (unitId: number) => void;
};

const kind = 'text/plain';
/** What is dragged are the chosen rows; the payload only says that it comes from this table. */
export const dragMark = 'luoshi-round-rows';

/**
 * Units as places to drop rows on: first those that have matters in this round. For the mouse only; the keyboard and
 * a screen reader have the same in the bar above the table.
 */
export const UnitRail = ({ units, counts, chosen, onDrop }: UnitRailProps) => {
  const [over, setOver] = useState<number | null>(null);
  const used = new Map(counts.map((one) => [one.id, one]));
  const sorted = [...units].sort((a, b) => (used.get(b.id)?.proposed ?? 0) - (used.get(a.id)?.proposed ?? 0));
  const hold = (event: DragEvent, id: number): void => {
    event.preventDefault();
    setOver(id);
  };
  const drop = (event: DragEvent, id: number): void => {
    event.preventDefault();
    setOver(null);
    if (event.dataTransfer.getData(kind) === dragMark) onDrop(id);
  };
  return (
    <aside className={styles.rail} aria-label={t('round.unit')}>
      <p className={styles.meta}>
        {t('round.drop')}
        <br />
        {t('round.drop.keyboard')}
      </p>
      <p role="status">{t('round.selected', { count: chosen })}</p>
      {/* A scrolling frame takes the focus, so that the keyboard can scroll it. */}
      <ul tabIndex={0} aria-label={t('round.unit')}>
        {sorted.map(({ id, name }) => {
          const count = used.get(id);
          return (
            <li
              key={id}
              data-over={over === id}
              onDragOver={(event) => hold(event, id)}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => drop(event, id)}
            >
              <span>{name}</span>
              {count === undefined ? null : (
                <span className={styles.meta}>
                  {t('round.drop.count', { count: count.proposed, lead: count.lead })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </aside>
  );
};
