/** The drawing library, with the charts that are used and no others; it loads when a page first draws one. */
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { chartOption } from './chart-option.ts';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export type Drawn = {
  readonly show: (option: ReturnType<typeof chartOption>) => void;
  readonly fit: () => void;
  readonly end: () => void;
};

/** Draws into the element, as SVG: sharp on paper and at any size. */
export const drawIn = (element: HTMLElement): Drawn => {
  const chart = init(element, null, { renderer: 'svg' });
  return {
    show: (option) => chart.setOption(option, { notMerge: true }),
    fit: () => chart.resize(),
    end: () => chart.dispose(),
  };
};
