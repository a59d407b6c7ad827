/**
 * The rules that the presets quote. All stand at `verified: false`: they were read in public copies or
 * second-hand, never compared with the official text, and a city must do that before it relies on them.
 */
import type { Source } from '#core/ruleset.ts';

const unverified = (zh: string, en: string): Source => ({ cite: { zh, en }, verified: false });

/** No rule was found that sets this value; the product had to choose one. */
export const productDefault = (zh: string, en: string): Source =>
  unverified(`产品默认，无出处：${zh}`, `Product default, no source: ${en}`);

/** A city's value where no rule of that city was found: the national preset's value stands in. */
export const asNational = (city: { readonly zh: string; readonly en: string }): Source =>
  productDefault(
    `未见${city.zh}规定，采用全国预设的数值`,
    `no rule of ${city.en} found; the national preset's value`,
  );

/** 代表法, as amended on 2025-03-11, read in a public copy. */
export const deputiesLaw = (article: number, zh: string, en: string): Source =>
  unverified(`代表法（2025年修正）第${article}条：${zh}`, `Law on Deputies (2025), art. ${article}: ${en}`);

/** 上海市人民代表大会关于代表建议、批评和意见的规定, in force 2015-03-01, read in a public copy; later changes unchecked. */
export const shanghaiRule = (article: number, zh: string, en: string): Source =>
  unverified(
    `上海市人大关于代表建议、批评和意见的规定（2015）第${article}条：${zh}`,
    `Shanghai congress, rules on deputies' suggestions (2015), art. ${article}: ${en}`,
  );

/** 深圳市办理人大代表建议和政协提案的规定 of 1998; old, and perhaps replaced. */
export const shenzhen1998 = (zh: string, en: string): Source =>
  unverified(
    `深圳市办理人大代表建议和政协提案的规定（1998）：${zh}（年代较早，可能已被替代）`,
    `Shenzhen, rules on handling suggestions and proposals (1998): ${en} (old, perhaps replaced)`,
  );

/** 深圳市 2007 notice on scoring the handling of suggestions and proposals. */
export const shenzhen2007 = (zh: string, en: string): Source =>
  unverified(
    `深圳市建议提案办理绩效通知（2007）：${zh}（年代较早）`,
    `Shenzhen, notice on scoring the handling (2007): ${en} (old)`,
  );

/** 全国人民代表大会代表建议、批评和意见处理办法 (2005). */
export const npcRule = (zh: string, en: string): Source =>
  unverified(
    `全国人大代表建议、批评和意见处理办法（2005）：${zh}`,
    `National People's Congress, rules on deputies' suggestions (2005): ${en}`,
  );

/** What several places do, without a rule that binds all of them. */
export const practice = (zh: string, en: string): Source =>
  unverified(`业内做法，未经核对：${zh}`, `Practice of the field, unverified: ${en}`);

/** What a city was seen to do in a year (null: not dated), in a report or a notice, without its rule's text. */
export const cityPractice = (
  city: { readonly zh: string; readonly en: string },
  year: number | null,
  zh: string,
  en: string,
): Source =>
  unverified(
    `${city.zh}做法${year === null ? '' : `（${year}年）`}：${zh}`,
    `Practice of ${city.en}${year === null ? '' : ` (${year})`}: ${en}`,
  );
