/** Sets and figures in words, made from the same data that SQL is made from: what is read is what is counted. */
import type { Instant, Text } from '../words.ts';
import { countUnitNames, type Dimension, dateNames, dimensionNames, flagNames, noValue } from './columns.ts';
import type { AnySet, Expression, Filters } from './expression.ts';
import type { Figure, Variant } from './figure.ts';
import { isAnyDay, isPeriod } from './in-period.ts';
import type { FigureSource } from './columns.ts';

/** What the values of dimensions are called; unknown ones stand as they are. */
export type ValueNames = (dimension: Dimension, value: string) => Text | null;

/** The fixed words of values that every jurisdiction has. */
const fixedValues: { readonly [D in Dimension]?: Readonly<Record<string, Text>> } = {
  kind: { suggestion: { zh: '代表建议', en: 'suggestions' }, proposal: { zh: '政协提案', en: 'proposals' } },
  inSession: {
    yes: { zh: '大会期间', en: 'during the session' },
    no: { zh: '闭会期间', en: 'between sessions' },
  },
  boundary: { yes: { zh: '边界单位', en: 'outside' }, no: { zh: '非边界单位', en: 'inside' } },
  priority: { yes: { zh: '重点件', en: 'priority' }, no: { zh: '非重点件', en: 'not priority' } },
  role: {
    sole: { zh: '独办', en: 'sole' },
    lead: { zh: '主办', en: 'lead' },
    separate: { zh: '分办', en: 'separate' },
    assist: { zh: '会办', en: 'assisting' },
  },
  level: {
    national: { zh: '全国', en: 'national' },
    provincial: { zh: '省级', en: 'provincial' },
    city: { zh: '市级', en: 'city' },
    district: { zh: '区县级', en: 'district' },
  },
  disclosure: {
    proactive: { zh: '主动公开', en: 'proactive' },
    onRequest: { zh: '依申请公开', en: 'on request' },
    notPublic: { zh: '不予公开', en: 'not public' },
  },
  system: {
    government: { zh: '政府系统', en: 'the government' },
    party: { zh: '党委系统', en: 'the Party' },
  },
  actKind: {
    call: { zh: '电话', en: 'calls' },
    meeting: { zh: '会议', en: 'meetings' },
    siteVisit: { zh: '现场', en: 'site visits' },
    jointVisit: { zh: '联合走访调研', en: 'joint visits' },
    inspection: { zh: '督查单位', en: 'inspections of units' },
    report: { zh: '报告工作', en: 'reports' },
    invitation: { zh: '邀请参加活动', en: 'invitations' },
    message: { zh: '发送信息', en: 'messages' },
    training: { zh: '培训', en: 'trainings' },
    awardUnit: { zh: '表彰先进单位', en: 'prizes for units' },
    awardPerson: { zh: '表彰先进个人', en: 'prizes for people' },
    awardMatter: { zh: '表彰优秀建议提案', en: 'prizes for matters' },
    otherAct: { zh: '其他', en: 'other' },
  },
  urgeLevel: {
    blue: { zh: '蓝色', en: 'blue' },
    orange: { zh: '橙色', en: 'orange' },
    red: { zh: '红色', en: 'red' },
  },
};

const periodName = (value: string): Text | null => {
  const [, year = '', month, quarter] = /^(\d{4})-(?:(\d\d)|Q(\d))$/.exec(value) ?? [];
  if (year === '') return null;
  return month === undefined
    ? { zh: `${year}年第${quarter}季度`, en: `quarter ${quarter} of ${year}` }
    : { zh: `${year}年${Number(month)}月`, en: value };
};

/** The name of one value: the jurisdiction's, the fixed one, or the value itself. */
export const valueName = (dimension: Dimension, value: string, names: ValueNames): Text => {
  if (value === noValue) return { zh: '（无）', en: '(none)' };
  const own = isPeriod(dimension)
    ? periodName(value)
    : (names(dimension, value) ?? fixedValues[dimension]?.[value]);
  return own ?? { zh: value, en: value };
};

const join = (parts: readonly Text[], zh: string, en: string): Text => ({
  zh: parts.map((one) => one.zh).join(zh),
  en: parts.map((one) => one.en).join(en),
});

const ofDimension = (dimension: Dimension, values: readonly string[], names: ValueNames): Text => {
  const listed = join(
    values.map((one) => valueName(dimension, one, names)),
    '、',
    ' or ',
  );
  const name = dimensionNames[dimension];
  return { zh: `${name.zh}为${listed.zh}`, en: `${name.en}: ${listed.en}` };
};

const compound = (one: Expression): boolean => 'all' in one || ('any' in one && one.any.length > 1);

const bracketed = (one: Expression, text: Text): Text =>
  compound(one) ? { zh: `（${text.zh}）`, en: `(${text.en})` } : text;

/** A part of a part is a part: conditions that all hold are read in one row. */
const flat = (list: readonly Expression[]): readonly Expression[] =>
  list.flatMap((one) => ('all' in one ? flat(one.all) : [one]));

/** One sentence that says exactly what an expression demands. */
export const sentenceOf = (source: FigureSource, expression: Expression, names: ValueNames): Text => {
  const dates: Readonly<Record<string, Text>> = dateNames[source];
  const date = (key: string): Text => dates[key] ?? { zh: key, en: key };
  const parts = (list: readonly Expression[]): readonly Text[] =>
    list.map((one) => bracketed(one, sentenceOf(source, one, names)));
  if ('all' in expression) return join(parts(flat(expression.all)), '，且', ', and ');
  if ('any' in expression) return join(parts(expression.any), '，或', ', or ');
  if ('not' in expression) {
    const inner = bracketed(expression.not, sentenceOf(source, expression.not, names));
    return { zh: `不含${inner.zh}的`, en: `not ${inner.en}` };
  }
  if ('is' in expression) return ofDimension(expression.is, expression.in, names);
  if ('has' in expression) return flagNames[expression.has];
  if ('by' in expression) return date(expression.by);
  if ('dated' in expression) {
    const what = date(expression.dated);
    if (isAnyDay(expression)) return { zh: `“${what.zh}”有日期`, en: `${what.en}, on any day at all` };
    return {
      zh: `“${what.zh}”的日期在${expression.from}至${expression.to}`,
      en: `${what.en}, on a day from ${expression.from} to ${expression.to}`,
    };
  }
  const what = date(expression.what);
  if ('inTime' in expression) {
    const limit = date(expression.inTime);
    return {
      zh: `${what.zh}，且不晚于期限（${limit.zh}）`,
      en: `${what.en}, and not after its date (${limit.en})`,
    };
  }
  const since = date(expression.since);
  const days = expression.withinDays;
  return days === 0
    ? { zh: `${what.zh}，与“${since.zh}”在同一天`, en: `${what.en}, on the same day as ${since.en}` }
    : { zh: `${since.zh}后${days}日内${what.zh}`, en: `${what.en} within ${days} days of ${since.en}` };
};

/** A set with its name and what it demands. */
const setInWords = (set: AnySet, names: ValueNames): Text => {
  const sentence = sentenceOf(set.source, set.where, names);
  return { zh: `${set.name.zh}（${sentence.zh}）`, en: `${set.name.en} (${sentence.en})` };
};

const roundingOf = ({ shows, decimals }: Pick<Figure, 'shows' | 'decimals'>): Text => {
  if (shows === 'count') return { zh: '不取舍', en: 'not rounded' };
  const of = shows === 'percent' ? { zh: '百分比', en: 'percentage' } : { zh: '比值', en: 'ratio' };
  return decimals === 0
    ? { zh: `${of.zh}四舍五入至整数`, en: `${of.en} rounded half up to a whole number` }
    : {
        zh: `${of.zh}四舍五入至${decimals}位小数`,
        en: `${of.en} rounded half up to ${decimals} decimal${decimals === 1 ? '' : 's'}`,
      };
};

const filtersInWords = (filters: Filters, names: ValueNames): Text => {
  const parts = Object.entries(filters).map(([dimension, values]) =>
    ofDimension(dimension as Dimension, values, names),
  );
  return parts.length === 0 ? { zh: '不限', en: 'none' } : join(parts, '；', '; ');
};

/** What is divided by what, and in which unit: of a variant, whatever it is asked of. */
const partsInWords = (variant: Variant, names: ValueNames): Text => {
  const top = setInWords(variant.numerator, names);
  const below = variant.denominator === null ? null : setInWords(variant.denominator, names);
  const unit = (set: AnySet): Text => countUnitNames[set.unit];
  const units =
    variant.denominator === null || variant.denominator.unit === variant.numerator.unit
      ? unit(variant.numerator)
      : {
          zh: `${unit(variant.numerator).zh} / ${unit(variant.denominator).zh}`,
          en: `${unit(variant.numerator).en} / ${unit(variant.denominator).en}`,
        };
  return below === null
    ? { zh: `计数：${top.zh}；单位：${units.zh}`, en: `Counted: ${top.en}; unit: ${units.en}` }
    : {
        zh: `分子：${top.zh}；分母：${below.zh}；单位：${units.zh}`,
        en: `Numerator: ${top.en}; denominator: ${below.en}; unit: ${units.en}`,
      };
};

/** What a variant counts and how it is rounded, whatever it is asked of. */
export const defineInWords = (
  figure: Pick<Figure, 'shows' | 'decimals'>,
  variant: Variant,
  names: ValueNames,
): Text => join([partsInWords(variant, names), roundingOf(figure)], '；', '; ');

/** How a value came about: what is divided by what, in which unit, narrowed how, as of when, rounded how (law 2). */
export const explain = (
  figure: Pick<Figure, 'shows' | 'decimals'>,
  variant: Variant,
  given: {
    readonly filters: Filters;
    readonly asOf: Instant;
    readonly asOfText: Text;
    readonly names: ValueNames;
  },
): Text => {
  const parts = partsInWords(variant, given.names);
  const filters = filtersInWords(given.filters, given.names);
  const rounding = roundingOf(figure);
  return {
    zh: [parts.zh, `范围：${filters.zh}`, `截至${given.asOfText.zh}`, rounding.zh].join('；'),
    en: [parts.en, `narrowed to: ${filters.en}`, `as of ${given.asOfText.en}`, rounding.en].join('; '),
  };
};
