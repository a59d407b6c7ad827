import { commonMessages } from '#contract/messages/common.ts';
import type { Owed } from '#contract/why-date.ts';
import { texts } from '#web/shared/language.ts';
import type { ReactElement } from 'react';
import styles from './ui.module.css';

const c = texts(commonMessages);

type DueState = Owed['state'];

/** A shape of its own for each state: whoever cannot tell the colours apart tells the shapes. */
const shapes: Record<DueState, ReactElement> = {
  none: <path d="M2 8h12" stroke="currentColor" strokeWidth="2" />,
  ample: <circle cx="8" cy="8" r="6" fill="#3f9a5c" stroke="currentColor" strokeWidth="1.5" />,
  soon: (
    <path d="M8 2 15 14H1Z" fill="#f5c518" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
  ),
  urgent: <path d="M8 1 15 8 8 15 1 8Z" fill="#f08a24" stroke="currentColor" strokeWidth="1.5" />,
  overdue: <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5Z" fill="currentColor" />,
  paused: <path d="M4 2h3v12H4ZM9 2h3v12H9Z" fill="currentColor" />,
  doneOnTime: <path d="m2 8.5 4 4L14 4" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  doneLate: (
    <path d="m2 8.5 3 3.5L9 6M12.5 3v6.5M12.5 12v1.5" fill="none" stroke="currentColor" strokeWidth="2" />
  ),
};

/** 红黄绿灯: a colour, a shape and a word, always all three. */
export const DueLight = ({ state }: { readonly state: DueState }) => (
  <span className={styles.light} data-state={state}>
    <svg viewBox="0 0 16 16" aria-hidden="true">
      {shapes[state]}
    </svg>
    {c(`due.${state}`)}
  </span>
);
