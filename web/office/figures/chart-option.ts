/** What a chart draws, as data. Colours differ in lightness, so that they survive grey; patterns tell them apart besides. */

export type ChartKind = 'bar' | 'stacked' | 'line';
export const chartKinds = ['bar', 'stacked', 'line'] as const satisfies readonly ChartKind[];

export type Series = { readonly name: string; readonly values: readonly (number | null)[] };

export type ChartData = {
  /** What stands along the axis: rows of the table. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Of which labels the numbers were published and have no rows: they are drawn hollow. */
  readonly published: readonly boolean[];
  /** Percentages begin at 0 and end at 100. */
  readonly percent: boolean;
};

/** From dark to light and back, so that neighbours differ most; bars are edged besides. */
const chartColours = {
  light: ['#1c4e80', '#d9a441', '#2f7d5b', '#e4b7a0', '#7a2e2a', '#9db8d2', '#55514a', '#b9cf9a'],
  dark: ['#7db4e6', '#f2c14e', '#3f9f74', '#f3d3c2', '#d9736b', '#c9dcef', '#8c867c', '#d7e8bd'],
} as const;

const ink = { light: '#1a2530', dark: '#f2f0ea' } as const;
const grid = { light: '#e3ded3', dark: '#4a5560' } as const;

export type ChartLook = {
  readonly kind: ChartKind;
  readonly fontSize: number;
  /** Of the whole chart, in px. */
  readonly width: number;
  /** Widths of labels are measured in it. */
  readonly fontFamily: string;
  readonly dark?: boolean;
  readonly still: boolean;
};

/** Names beside lying bars take no more than two fifths of the width, or nothing is left for the bars. */
const labelShare = 0.4;
const longestLabel = 18;
/** So few stand side by side that their names may run over several lines. */
const fewLabels = 6;

/** A digit is so much narrower than its type is high. */
const digitWidth = 0.6;
const smallestType = 11;

/** Room for one name, in px; what is longer is cut here, and whole in the table and where one points at it. */
const labelRoom = ({ labels }: ChartData, { width, fontSize }: ChartLook, down: boolean) => {
  const room = Math.floor(
    down ? Math.min(width * labelShare, longestLabel * fontSize) : (width - 72) / Math.max(labels.length, 1),
  );
  // A number that runs over two lines is two numbers: years are written smaller instead.
  const digits = Math.max(0, ...labels.map((one) => (/^\d+$/.test(one) ? one.length : 0)));
  const fits = digits === 0 || down ? fontSize : Math.floor(room / (digits * digitWidth));
  return {
    width: room,
    fontSize: Math.min(fontSize, Math.max(fits, smallestType)),
    overflow: !down && labels.length <= fewLabels ? ('break' as const) : ('truncate' as const),
  };
};

/** Sums of shares mean nothing: percentages are never stacked. */
export const kindFor = ({ percent, series }: ChartData, wanted: ChartKind): ChartKind =>
  wanted === 'stacked' && (percent || series.length < 2) ? 'bar' : wanted;

/** Names need room: many of them stand below one another, with their bars beside them. */
export const liesDown = (data: ChartData, wanted: ChartKind): boolean =>
  kindFor(data, wanted) !== 'line' && data.labels.length > fewLabels;

/** How high the chart must be, in lines of its text. */
export const chartLines = (data: ChartData, wanted: ChartKind): number => {
  const bars = kindFor(data, wanted) === 'bar' ? Math.min(data.series.length, 4) : 1;
  return liesDown(data, wanted) ? 6 + data.labels.length * (1 + bars * 0.7) : 24;
};

type SeriesLook = {
  readonly kind: ChartKind;
  readonly single: boolean;
  readonly text: object;
  readonly edge: string;
  readonly down: boolean;
  readonly published: readonly boolean[];
};

/** What was published stands as an outline: its colour is left to what opens to rows. */
const hollow = { color: 'transparent', borderType: 'dashed' as const, borderWidth: 2 };

const seriesOf = (
  { name, values }: Series,
  index: number,
  { kind, single, text, edge, down, published }: SeriesLook,
) =>
  kind === 'line'
    ? {
        type: 'line' as const,
        name,
        data: values.map((value, at) =>
          published[at] === true ? { value, symbol: 'emptyCircle', symbolSize: 13 } : value,
        ),
        symbol: (['circle', 'rect', 'triangle', 'diamond'] as const)[index % 4],
        symbolSize: 9,
        lineStyle: { width: 3, type: (['solid', 'dashed', 'dotted'] as const)[index % 3] },
        connectNulls: false,
        ...(single ? { label: { show: true, ...text } } : {}),
      }
    : {
        type: 'bar' as const,
        name,
        data: values.map((value, at) => (published[at] === true ? { value, itemStyle: hollow } : value)),
        barMaxWidth: 56,
        itemStyle: { borderColor: edge, borderWidth: 1 },
        ...(kind === 'stacked' ? { stack: 'all' } : {}),
        ...(single
          ? { label: { show: true, position: (down ? 'right' : 'top') as 'right' | 'top', ...text } }
          : {}),
      };

/** The chart in the terms of the drawing library. */
export const chartOption = (data: ChartData, look: ChartLook) => {
  const { fontSize, fontFamily, dark = false, still } = look;
  const kind = kindFor(data, look.kind);
  const tone = dark ? 'dark' : 'light';
  const text = { color: ink[tone], fontSize, fontFamily };
  const several = data.series.length > 1;
  const down = liesDown(data, look.kind);
  const names = {
    type: 'category' as const,
    data: [...data.labels],
    axisLabel: { ...text, interval: 0, ...labelRoom(data, look, down) },
    axisLine: { lineStyle: { color: ink[tone] } },
  };
  const numbers = {
    type: 'value' as const,
    ...(data.percent ? { min: 0, max: 100 } : { minInterval: 1 }),
    axisLabel: { ...text, hideOverlap: true, formatter: data.percent ? '{value} %' : '{value}' },
    splitLine: { lineStyle: { color: grid[tone] } },
  };
  return {
    animation: !still,
    color: [...chartColours[tone]],
    textStyle: text,
    aria: { enabled: true, label: { enabled: false }, decal: { show: several && kind !== 'line' } },
    grid: { left: 8, right: down ? 48 : 24, top: several ? 52 : 28, bottom: 8, containLabel: true },
    ...(several
      ? {
          legend: {
            type: 'scroll' as const,
            top: 0,
            itemGap: 16,
            itemWidth: 30,
            itemHeight: 16,
            textStyle: text,
          },
        }
      : {}),
    tooltip: { trigger: 'axis' as const, renderMode: 'richText' as const, confine: true },
    ...(down ? { xAxis: numbers, yAxis: { ...names, inverse: true } } : { xAxis: names, yAxis: numbers }),
    series: data.series.map((one, index) =>
      seriesOf(one, index, {
        kind,
        single: !several,
        text,
        edge: ink[tone],
        down,
        published: data.published,
      }),
    ),
  };
};
