import type { MessageTable } from './message.ts';

/** Refusals of figures: a part of `refusals.ts`. */
export const figureRefusals = {
  'refusal.figure-unknown': {
    zh: '没有指标“{figure}”，或您不能查看。请从指标目录中选择。',
    en: 'There is no figure “{figure}” for you. Choose one from the catalogue.',
  },
  'refusal.figure-dimension': {
    zh: '指标“{figure}”不能按“{dimension}”筛选或分组。目录中列出了每个指标可用的维度。',
    en: 'The figure “{figure}” cannot be narrowed or crossed by “{dimension}”. The catalogue lists what each can.',
  },
} as const satisfies MessageTable;
