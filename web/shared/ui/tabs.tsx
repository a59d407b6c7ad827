import { type KeyboardEvent, type ReactElement, useId, useRef, useState } from 'react';
import styles from './tabs.module.css';

export type TabItem = { readonly key: string; readonly label: string; readonly children: ReactElement };

type TabsProps = {
  readonly items: readonly TabItem[];
  readonly label: string;
  /** What lies open first: otherwise the first. */
  readonly first?: TabItem['key'] | undefined;
  readonly className?: string | undefined;
};

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * Tabs of the WAI-ARIA pattern that break onto a second line where there is no room, instead of hiding what
 * does not fit behind a menu: that menu stands inside the tab list, where no screen reader expects it.
 * A panel that was left stays in the page, so that what was typed there is kept.
 */
export const Tabs = ({ items, label, first, className }: TabsProps) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(first);
  const open = items.find((item) => item.key === chosen) ?? items[0];
  const go = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined || open === undefined) return;
    event.preventDefault();
    const next = step(items.indexOf(open), items.length);
    setChosen(items[next]?.key);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div className={className}>
      <div ref={list} role="tablist" aria-label={label} className={styles.list}>
        {items.map((item) => (
          <button
            key={item.key}
            type="button"
            role="tab"
            id={`${id}-tab-${item.key}`}
            aria-selected={item === open}
            aria-controls={`${id}-panel-${item.key}`}
            tabIndex={item === open ? 0 : -1}
            className={styles.tab}
            onClick={() => setChosen(item.key)}
            onKeyDown={go}
          >
            {item.label}
          </button>
        ))}
      </div>
      {items.map((item) => (
        <div
          key={item.key}
          role="tabpanel"
          id={`${id}-panel-${item.key}`}
          aria-labelledby={`${id}-tab-${item.key}`}
          hidden={item !== open}
          className={styles.panel}
        >
          {item.children}
        </div>
      ))}
    </div>
  );
};
