import { pick } from '#web/shared/language.ts';
import styles from './supervision.module.css';
import { t } from './supervision-texts.ts';
import type { Level } from './supervision-types.ts';

const bars = { blue: 1, orange: 2, red: 3 } as const;

/** The colour of a slip, always with its word and a shape: one, two or three bars. */
export const LevelMark = ({
  level,
  name,
}: {
  readonly level: Level;
  readonly name?: { readonly zh: string; readonly en: string };
}) => (
  <span className={styles.level} data-level={level}>
    <svg viewBox="0 0 14 14" aria-hidden="true">
      {Array.from({ length: bars[level] }, (_, index) => (
        <rect
          key={`${index + 1}`}
          x={index * 5}
          y={9 - index * 4}
          width="3.4"
          height={5 + index * 4}
          fill="currentColor"
        />
      ))}
    </svg>
    {name === undefined ? t(`supervision.level.${level}`) : pick(name)}
  </span>
);

/** A state in a word; what waits stands out. */
export const StateMark = ({
  word,
  tone,
}: {
  readonly word: string;
  readonly tone: 'waiting' | 'done' | 'off';
}) => (
  <span className={styles.state} data-tone={tone}>
    {word}
  </span>
);

export const LateMark = () => <b className={styles.late}>{t('supervision.late')}</b>;
