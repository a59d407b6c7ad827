import { useLargeType } from '#web/shared/use-appearance.ts';
import { useEffect, useRef, useState } from 'react';
import { type ChartData, type ChartKind, chartLines, chartOption } from './chart-option.ts';
import type { Drawn } from './draw-chart.ts';
import { t } from './figure-texts.ts';
import styles from './figures.module.css';

type ChartProps = {
  /** What the chart shows, for whoever does not see it; its numbers stand in a table on the same page. */
  readonly name: string;
  readonly data: ChartData;
  readonly kind: ChartKind;
  readonly dark?: boolean;
  readonly fontSize?: number;
  readonly className?: string | undefined;
};

const prefersStillness = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A chart of numbers that stand in a table as well. What draws it is loaded when the first chart is shown. */
export const Chart = ({ name, data, kind, dark = false, fontSize, className }: ChartProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [failed, setFailed] = useState(false);
  const large = useLargeType();
  const [width, setWidth] = useState(0);
  const size = fontSize ?? (large ? 18 : 13);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let made: Drawn | null = null;
    let left = false;
    const observer = new ResizeObserver(() => {
      made?.fit();
      setWidth(element.clientWidth);
    });
    import('./draw-chart.ts').then(
      ({ drawIn }) => {
        if (left) return;
        made = drawIn(element);
        observer.observe(element);
        setDrawn(made);
      },
      () => setFailed(true),
    );
    return () => {
      left = true;
      observer.disconnect();
      made?.end();
    };
  }, []);
  useEffect(() => {
    if (drawn === null || frame.current === null || width === 0) return;
    const { fontFamily } = getComputedStyle(frame.current);
    const look = { kind, dark, width, fontSize: size, fontFamily, still: prefersStillness() };
    drawn.show(chartOption(data, look));
  }, [drawn, data, kind, dark, size, width]);
  return failed ? (
    <p role="status">{t('figures.chart.failed')}</p>
  ) : (
    <div
      ref={frame}
      className={className ?? styles.chart}
      style={{ height: chartLines(data, kind) * size }}
      role="img"
      aria-label={t('figures.chart.says', { name })}
    />
  );
};
