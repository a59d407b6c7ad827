import type { ResponseOf } from '#contract/endpoint.ts';
import { commonMessages } from '#contract/messages/common.ts';
import type { MessageTable } from '#contract/messages/message.ts';
import { seeMessages } from '#contract/messages/see.ts';
import type { overview } from '#contract/see.ts';
import { count, share } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { type DueState, DueShape } from '#web/shared/ui/due-light.tsx';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './overview.module.css';

const t = texts(seeMessages);
const c = texts(commonMessages as MessageTable);
const own = texts(seeMessages as MessageTable);

export type Overview = ResponseOf<typeof overview>;
export type Figure = Overview['stages'][number];

const sum = (figures: readonly Figure[]): number =>
  figures.reduce((total, figure) => total + figure.count, 0);
const unitWord = (figure: Figure): string => t(`overview.unitOf.${figure.unit}`);

/** What a figure counts, in words; result classes are the ruleset's and carry their own. */
export type LabelOf = (figure: Figure) => string;

/** Of a figure, or of a column of figures. */
export const wordOf = ({ label }: Pick<Figure, 'label'>): string => {
  const common = c(label);
  return common === label ? own(label) : common;
};

const Opens = () => <span className="visually-hidden"> {t('overview.open')}</span>;

/** The whole that figures are parts of, with its unit of count (law 2). */
export const totalText = (figures: readonly Figure[]): string => {
  const [first] = figures;
  return first === undefined
    ? ''
    : t('overview.total', { count: count(sum(figures)), unit: unitWord(first) });
};

type TilesProps = {
  readonly figures: readonly Figure[];
  readonly noteOf?: (figure: Figure) => string | undefined;
};

/** Figures side by side in the order given, each opening to its rows. */
export const Tiles = ({ figures, noteOf }: TilesProps) => (
  <ul className={styles.way}>
    {figures.map((figure) => {
      const note = noteOf?.(figure);
      return (
        <li key={figure.key}>
          <PageLink href={paths.ledger(figure.opens)} className={styles.stage}>
            <span className={styles.label}>{wordOf(figure)}</span>
            <span className={styles.figure}>
              {count(figure.count)} <span className={styles.unitWord}>{unitWord(figure)}</span>
            </span>
            {note === undefined ? null : <span className={styles.unitWord}>{note}</span>}
            <Opens />
          </PageLink>
        </li>
      );
    })}
  </ul>
);

const dueKeys: readonly string[] = [
  'ample',
  'soon',
  'urgent',
  'overdue',
  'none',
  'paused',
  'doneOnTime',
  'doneLate',
];
export const isDue = (key: string): key is DueState => dueKeys.includes(key);

type BarFiguresProps = { readonly figures: readonly Figure[]; readonly labelOf: LabelOf };

/** Parts of a whole as bars, each with its number, its share and the way to its rows. */
export const BarFigures = ({ figures, labelOf }: BarFiguresProps) => {
  const total = sum(figures);
  return (
    <ul className={styles.bars}>
      {figures.map((figure) => (
        <li key={figure.key}>
          <PageLink href={paths.ledger(figure.opens)} className={styles.barRow}>
            <span className={styles.barLabel}>
              {isDue(figure.key) ? <DueShape state={figure.key} /> : null}
              {labelOf(figure)}
            </span>
            <span className={styles.track}>
              {figure.count === 0 ? null : (
                <span
                  className={styles.fill}
                  data-tone={figure.key}
                  style={{ width: `${(figure.count / total) * 100}%` }}
                />
              )}
            </span>
            <span className={styles.barCount}>
              <strong>{count(figure.count)}</strong>{' '}
              <span className={styles.unitWord}>{unitWord(figure)}</span>{' '}
              <span className={styles.unitWord}>{share(figure.count, total)}</span>
              <Opens />
            </span>
          </PageLink>
        </li>
      ))}
    </ul>
  );
};
