/** What a chart draws, as data. Colours differ in lightness, so that they survive grey; patterns tell them apart besides. */

export type ChartKind = 'bar' | 'stacked' | 'line';
export const chartKinds = ['bar', 'stacked', 'line'] as const satisfies readonly ChartKind[];

export type Series = { readonly name: string; readonly values: readonly (number | null)[] };

export type ChartData = {
  /** What stands along the axis: rows of the table. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Percentages begin at 0 and end at 100. */
  readonly percent: boolean;
};

/** From dark to light and back, so that neighbours differ most; each at least 3:1 on white or edged by a dark line. */
export const chartColours = [
  '#1c4e80',
  '#d9a441',
  '#2f7d5b',
  '#e4b7a0',
  '#7a2e2a',
  '#9db8d2',
  '#55514a',
  '#b9cf9a',
];

const ink = { light: '#1a2530', dark: '#f2f0ea' } as const;
const grid = { light: '#e3ded3', dark: '#4a5560' } as const;

export type ChartLook = {
  readonly kind: ChartKind;
  readonly fontSize: number;
  readonly dark?: boolean;
  readonly still: boolean;
};

/** More labels than this stand aslant; longer ones are cut in the chart and whole in the table. */
const manyLabels = 8;
const cut = (label: string): string => (label.length > 12 ? `${label.slice(0, 11)}…` : label);

/** Sums of shares mean nothing: percentages are never stacked. */
export const kindFor = ({ percent, series }: ChartData, wanted: ChartKind): ChartKind =>
  wanted === 'stacked' && (percent || series.length < 2) ? 'bar' : wanted;

/** The chart in the terms of the drawing library. */
export const chartOption = (data: ChartData, { kind: wanted, fontSize, dark = false, still }: ChartLook) => {
  const kind = kindFor(data, wanted);
  const tone = dark ? 'dark' : 'light';
  const text = { color: ink[tone], fontSize };
  const several = data.series.length > 1;
  return {
    animation: !still,
    color: chartColours,
    textStyle: { fontFamily: 'inherit', ...text },
    aria: { enabled: true, label: { enabled: false }, decal: { show: several && kind !== 'line' } },
    grid: { left: 8, right: 16, top: several ? 44 : 20, bottom: 8, containLabel: true },
    ...(several ? { legend: { type: 'scroll' as const, top: 0, textStyle: text } } : {}),
    tooltip: { trigger: 'axis' as const, renderMode: 'richText' as const, confine: true },
    xAxis: {
      type: 'category' as const,
      data: data.labels.map(cut),
      axisLabel: { ...text, interval: 0, rotate: data.labels.length > manyLabels ? 40 : 0 },
      axisLine: { lineStyle: { color: ink[tone] } },
    },
    yAxis: {
      type: 'value' as const,
      ...(data.percent ? { min: 0, max: 100 } : { minInterval: 1 }),
      axisLabel: { ...text, formatter: data.percent ? '{value} %' : '{value}' },
      splitLine: { lineStyle: { color: grid[tone] } },
    },
    series: data.series.map(({ name, values }, index) =>
      kind === 'line'
        ? {
            type: 'line' as const,
            name,
            data: [...values],
            symbol: (['circle', 'rect', 'triangle', 'diamond'] as const)[index % 4],
            symbolSize: 9,
            lineStyle: { width: 3, type: (['solid', 'dashed', 'dotted'] as const)[index % 3] },
            connectNulls: false,
            ...(several ? {} : { label: { show: true, ...text } }),
          }
        : {
            type: 'bar' as const,
            name,
            data: [...values],
            barMaxWidth: 56,
            itemStyle: { borderColor: ink[tone], borderWidth: 1 },
            ...(kind === 'stacked' ? { stack: 'all' } : {}),
            ...(several ? {} : { label: { show: true, position: 'top' as const, ...text } }),
          },
    ),
  };
};
