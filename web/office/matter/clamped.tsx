import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import styles from './matter.module.css';
import { t } from './matter-texts.ts';

type ClampedProps = {
  readonly text: string;
  readonly lines: number;
  readonly className?: string | undefined;
};

/** A text that shows its first lines; the rest is one press away, and nothing is offered when there is no rest. */
export const Clamped = ({ text, lines, className }: ClampedProps) => {
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [cut, setCut] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || open) return;
    const measure = (): void => setCut(element.scrollHeight > element.clientHeight + 2);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [open]);
  return (
    <div className={className}>
      <div
        ref={box}
        className={styles.clamped}
        data-open={open}
        style={{ '--lines': lines } as CSSProperties}
      >
        {text}
      </div>
      {cut || open ? (
        <button type="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'matter.less' : 'matter.more')}
        </button>
      ) : null}
    </div>
  );
};
