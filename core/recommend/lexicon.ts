import type { DutyRow } from './base/duty.ts';
import { betweenOffices } from './base/between-offices.ts';
import { civil } from './base/civil.ts';
import { culture } from './base/culture.ts';
import { economy } from './base/economy.ts';
import { education } from './base/education.ts';
import { farming } from './base/farming.ts';
import { health } from './base/health.ts';
import { housing } from './base/housing.ts';
import { marketAndLaw } from './base/market-and-law.ts';
import { nearFieldsOfTrade } from './base/near-fields-of-trade.ts';
import { nearFields } from './base/near-fields.ts';
import { order } from './base/order.ts';
import { roads } from './base/roads.ts';
import { townCare } from './base/town-care.ts';
import { waterAndLand } from './base/water-and-land.ts';
import { weakWords } from './base/weak-words.ts';

/** All kinds of matters that the base knows, in one order: what a reason's number counts through. */
export const duties: readonly DutyRow[] = [
  ...roads,
  ...order,
  ...housing,
  ...townCare,
  ...education,
  ...health,
  ...civil,
  ...waterAndLand,
  ...farming,
  ...economy,
  ...culture,
  ...marketAndLaw,
  ...betweenOffices,
  ...nearFieldsOfTrade,
  ...nearFields,
];

/** Words that say nothing of a duty and only keep the words at their edges apart: 绿化工程 holds no 化工. */
const neutral =
  '工程 绿化工程 硬化工程 硬化 建设 管理 发展 推进 加快 加强 加大 大力 力度 解决 问题 进一步 完善 提升 集中 工作 人员 实施 开展 落实 促进 推动 支持 帮助 建立 健全 机制 体系 重视 改善 优化 提高 规范 整治 治理 改造 修建 新建 增设 设置 安装 维修 修缮 修复 尽快 切实 有效 全面 积极 充分 深入 水平 能力 力量 方面 情况 现象 措施 政策 制度 办法 方案 平台 模式 作用 优势 特色 我市 我县 我区 我省 全市 全县 全区 本市 地区 区域 中心 大道 街道办 人民路 公安局 教育局 民政局 交通局 水利局 住建局 财政局 林业局 农业局 卫生局 市政府 县政府 人民政府 开发商 民族路 民族大道 文化路 教育路 体育路 和平路 建设路 解放路 工业路 交通路 公园路 环城路 滨河路 滨江路 站前路 商业街 广场路 学府路 科技路 创业路 农业路 国家 专家 大家 长期 短期 机关企事业单位 企事业单位 机关事业单位 机关单位 机关企业 企业事业单位';

/** A word of the base: which kinds of matters speak so, and how much it says. */
export type Term = { readonly duties: readonly number[]; readonly strength: number };

/** How much a word says by its length: 高速 less than 高速公路出入口. */
const strengthOf = (length: number): number => [0, 0.5, 1.2, 1.6, 1.9, 2.2][length] ?? 2.4;

const weakFactor = 0.5;

const read = (spelt: string): { readonly word: string; readonly factor: number } => {
  if (spelt.startsWith('!')) return { word: spelt.slice(1), factor: 1.8 };
  if (spelt.startsWith('~')) return { word: spelt.slice(1), factor: 0.35 };
  return { word: spelt, factor: weakWords.has(spelt) ? weakFactor : 1 };
};

const build = (): ReadonlyMap<string, Term> => {
  const terms = new Map<string, { duties: number[]; strength: number }>();
  for (const [index, [, , , words]] of duties.entries())
    for (const spelt of words.split(' ').filter((one) => one !== '')) {
      const { word, factor } = read(spelt.toLowerCase());
      const known = terms.get(word);
      if (known === undefined)
        terms.set(word, { duties: [index], strength: strengthOf(word.length) * factor });
      else if (!known.duties.includes(index)) known.duties.push(index);
    }
  for (const word of neutral.split(' ')) if (!terms.has(word)) terms.set(word, { duties: [], strength: 0 });
  return terms;
};

export const lexicon: ReadonlyMap<string, Term> = build();

/** Pairs of letters inside the words of the base, with the kinds of matters that they hint at: 水浸 from 水浸街 and the like. */
const buildHints = (): ReadonlyMap<string, ReadonlyMap<number, number>> => {
  const hints = new Map<string, Map<number, number>>();
  for (const [word, { duties: of }] of lexicon) {
    if (word.length < 3 || of.length === 0) continue;
    for (let at = 0; at < word.length - 1; at += 1) {
      const pair = word.slice(at, at + 2);
      if (lexicon.has(pair)) continue;
      const known = hints.get(pair) ?? new Map<number, number>();
      for (const duty of of) known.set(duty, (known.get(duty) ?? 0) + 1 / of.length);
      hints.set(pair, known);
    }
  }
  return hints;
};

export const hints: ReadonlyMap<string, ReadonlyMap<number, number>> = buildHints();
