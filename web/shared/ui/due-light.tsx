import { commonMessages } from '#contract/messages/common.ts';
import type { Owed } from '#contract/why-date.ts';
import type { ReactElement } from 'react';
import { isToday } from '../format.ts';
import { texts } from '../language.ts';
import styles from './marks.module.css';

const t = texts(commonMessages);

export type DueState = Owed['state'];

/** A shape of its own for each state: whoever cannot tell the colours apart tells the shapes. */
const shapes: Record<DueState, ReactElement> = {
  none: <path d="M2 8h12" stroke="currentColor" strokeWidth="2" />,
  ample: <circle cx="8" cy="8" r="6" fill="#3f9a5c" stroke="currentColor" strokeWidth="1.5" />,
  soon: (
    <path d="M8 2 15 14H1Z" fill="#f5c518" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
  ),
  urgent: (
    <path
      d="M8 1 15 8 8 15 1 8Z"
      fill="#f08a24"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  ),
  overdue: (
    <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5Z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
  ),
  paused: <path d="M4 2h3v12H4ZM9 2h3v12H9Z" fill="currentColor" />,
  doneOnTime: (
    <path d="m2 8.5 4 4L14 4" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
  ),
  doneLate: (
    <path
      d="m2 8.5 3 3.5L9 6M12.5 3v6.5M12.5 12v.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    />
  ),
};

/** The shape alone, for a legend or a figure that carries the word itself. */
export const DueShape = ({ state }: { readonly state: DueState }) => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={styles[state]}>
    {shapes[state]}
  </svg>
);

/** How many working days remain, in words; empty for what is done or has no date. */
const workdaysText = (state: DueState, left: number | null | undefined, today: boolean): string => {
  if (left === null || left === undefined) return '';
  switch (state) {
    case 'ample':
    case 'soon':
    case 'urgent':
      // None remains on the last day, and also before a last day that is a day off.
      return left === 0 && today ? t('due.today') : t('due.left', { count: left });
    case 'overdue':
      // Only days off have passed since the date: the word for late stands alone.
      return left === 0 ? '' : t('due.late', { count: Math.abs(left) });
    default:
      return '';
  }
};

export type DueLightProps = {
  readonly state: DueState;
  /** Working days that remain; negative: late by so many. */
  readonly workdaysLeft?: number | null;
  readonly dueOn?: string | null;
  /** The date where it is written elsewhere: only on that very day the words say that it is due today. */
  readonly on?: string | null;
};

/** 红黄绿灯: a colour, a shape and a word, always all three. */
export const DueLight = ({ state, workdaysLeft, dueOn, on = dueOn }: DueLightProps) => {
  const left = workdaysText(state, workdaysLeft, isToday(on));
  return (
    <span className={`${styles.light} ${styles[state]}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {shapes[state]}
      </svg>
      <span className={styles.word}>{t(`due.${state}`)}</span>
      {left === '' ? null : <span className={styles.left}>{left}</span>}
      {dueOn === null || dueOn === undefined ? null : <time className={styles.left}>{dueOn}</time>}
    </span>
  );
};
