import type { UnitFunction } from './functions.ts';

/** Of how many matters of this kind each function is the lead, in any unit of measure: only the ratio counts. */
export type Shares = Readonly<Partial<Record<UnitFunction, number>>>;

/**
 * One kind of matter: what it is called in Chinese and English, who usually has it, and the words by which titles
 * speak of it, parted by spaces. A word with ! in front decides more than its length says, one with ~ hardly
 * anything: it says where or for whom, not what.
 */
export type DutyRow = readonly [zh: string, en: string, to: Shares, words: string];

/** What the words alone do not say: several things in one title, or the order in which they stand. */
export type CombinationRow = readonly [zh: string, en: string, when: RegExp, to: Shares, weight: number];

/**
 * Kinds that say how or with what and not in which field: money, pay, posts, plans, quality, places. Beside a field
 * they count less, since its own office has them for it: 村组干部工资 is no matter of the labour office.
 */
export const aspects: ReadonlySet<string> = new Set([
  '财政资金',
  '劳动关系和工资',
  '发展规划和重大项目',
  '国土空间规划',
  '土地管理',
  '人才引进',
  '机构和编制',
  '物价和收费',
  '市场监管和消费维权',
  '宣传和精神文明',
  '法律服务和普法',
  '政务服务',
  '数字政府和数据',
  '科技创新',
  '产业发展（未指明哪一种）',
  '乡村振兴和农村产业',
  '城市建设综合',
  '环境整治（未指明何处）',
  '道路修建和维修',
  '老旧小区改造',
  '建筑业和工地',
  '给单位增加编制',
  '制定地方性法规',
]);
