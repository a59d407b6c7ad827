import type { Text } from '#core/words.ts';

export type UnitKey =
  | 'fagai'
  | 'jiaoyu'
  | 'keji'
  | 'gongxin'
  | 'gongan'
  | 'minzheng'
  | 'sifa'
  | 'caizheng'
  | 'renshe'
  | 'ziran'
  | 'huanbao'
  | 'zhujian'
  | 'chengguan'
  | 'jiaotong'
  | 'shuiwu'
  | 'nongye'
  | 'shangwu'
  | 'wenlv'
  | 'weijian'
  | 'yingji'
  | 'shichang'
  | 'tiyu'
  | 'yibao'
  | 'shuju'
  | 'linye'
  | 'xiaofang'
  | 'shegong'
  | 'xuanchuan'
  | 'canlian'
  | 'fayuan'
  | 'jianyuan'
  | 'wangxi'
  | 'qinglan'
  | 'nanbu'
  | 'shilan'
  | 'gongjiao'
  | 'shuijituan'
  | 'gongdian'
  | 'lugang'
  | 'fengjing';

/**
 * One ask that a proposer may make on a topic. Texts may hold slots, filled once for each matter: `{d}` district,
 * `{s}` road, `{c}` community, `{t}` town, `{me}` what the answering unit calls itself, `{3-9}` a number from a range.
 */
export type Ask = {
  /** A short noun phrase that stands for the ask inside other sentences. */
  readonly what: string;
  readonly ask: string;
  /** The heart of an answer when it has been done. */
  readonly done: string;
  /** The heart of an answer when it is planned. */
  readonly plan: string;
  /** Why it cannot be done for now, where the topic has a reason of its own. */
  readonly not?: string;
};

export type Topic = {
  readonly key: string;
  readonly name: Text;
  readonly category: string;
  /** `district`: the government of the district that the matter names. */
  readonly lead: UnitKey | 'district';
  /** Index of the lead's section, the unit's own office not counted. */
  readonly section: number;
  /** The duty of the lead that decides where the matter belongs; a hand-back names it. */
  readonly duty: string;
  /** A unit that such matters are sometimes sent to by mistake. */
  readonly mistaken: UnitKey;
  readonly assists: readonly (UnitKey | 'district')[];
  /** Without 关于 and 的建议/的提案. */
  readonly titles: readonly string[];
  readonly facts: readonly string[];
  readonly causes: readonly string[];
  /** What the proposer says when the unit calls. */
  readonly voices: readonly string[];
  readonly asks: readonly Ask[];
};
