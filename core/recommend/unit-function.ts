import { functionIds, functions, families, isUnitFunction, type UnitFunction } from './base/functions.ts';

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s　]+/gu, '')
    .replace(/\([^()]*\)/gu, '')
    .replace(/市政(?=[府数协法研务])/gu, '市|政');

const placeBody =
  /(?:人民政府|政府|街道|街道办|街道办事处|办事处|镇|乡|苏木|村委会|居委会|村民委员会|居民委员会|社区)$|(?:人民政府|政府)(?:办公室|办公厅|办|督查室|研究室)$|^(?:省|市|县|区|州)?府办(?:公室)?$|[区园城岛港](?:开发)?(?:建设)?(?:管委会|管理委员会)$/u;
const cityCommittee = /城市(?:综合)?管理委员会$/u;

const named: readonly (readonly [string, UnitFunction])[] = functionIds
  .filter((id) => id !== '属地政府')
  .flatMap((id) => functions[id].names.split(' ').map((word) => [word, id] as const))
  .sort(([a], [b]) => b.length - a.length);

/** What stands before the body's own name and tells no duty: 市委组织部 is of the organisation department. */
const partyPrefix = /^(?:市|区|县|州|旗|省)委$/u;

/**
 * The longest name wins, but of a merged unit the one right after the place, which is its main duty: 教育科学技术局 is
 * an office of education.
 */
const longestNamed = (name: string): UnitFunction | null => {
  type Match = { readonly word: string; readonly at: number; readonly id: UnitFunction };
  const found: Match[] = [];
  for (const [word, id] of named) {
    const at = name.indexOf(word);
    if (at >= 0 && !(partyPrefix.test(word) && found.length > 0)) found.push({ word, at, id });
  }
  const own = found.filter(({ word }) => !partyPrefix.test(word));
  const main = own.find(
    ({ word, at }) =>
      /^$|[省市县区州盟旗]/u.test(name[at - 1] ?? '') &&
      !/[镇乡街区县市]/u.test(name[at + word.length] ?? ''),
  );
  const longest = own.reduce<Match | null>(
    (best, one) => (best === null || (one.word.length === best.word.length && one.at < best.at) ? one : best),
    null,
  );
  if (main === undefined || longest === null) return (longest ?? found[0])?.id ?? null;
  return main.at < longest.at ? main.id : longest.id;
};

/**
 * The function of a unit by its name, however it is called: 云川市住建局, 房管局 and 住房和城乡建设 are one; governments
 * of a place, streets, towns and zones are 属地政府. null: the name tells none.
 */
export const functionOf = (name: string): UnitFunction | null => {
  const text = plain(name);
  if (isUnitFunction(text)) return text;
  if (placeBody.test(text) && !cityCommittee.test(text)) return '属地政府';
  return (
    longestNamed(text) ??
    (/(?:开发区|新区|高新区|经开区|园区|管委会$|管理委员会$)/u.test(text) ? '属地政府' : null)
  );
};

/** A name without its place, brackets and level, for units whose function is not known: 云川市仲裁委 → 仲裁委. */
const bareName = (name: string): string => {
  const text = plain(name);
  const bare = text.replace(
    /^(?:中共)?(?:\p{Script=Han}{1,10}?(?:自治区|自治州|自治县|省|市|州|盟|县|区|旗))+(?=.{2,})/u,
    '',
  );
  return bare === '' ? text : bare.replace(/^(?:省|市|县|区|州)(?=.{2,})/u, '');
};

/** What makes units of different printing comparable: the function, else the bare name. */
export const unitKey = (name: string): string => functionOf(name) ?? bareName(name);

/** Whether two keys name the same unit: equal, or one is the family of the other (妇联 and 党群). */
export const sameUnit = (a: string, b: string): boolean => {
  const above = (key: string): string | undefined => (isUnitFunction(key) ? families[key] : undefined);
  return a === b || above(a) === b || above(b) === a;
};

/**
 * The place in a unit's name under the jurisdiction's own, as a title would name it: 东湖 of 云川市东湖区教育局, 石桥 of
 * 石桥镇人民政府; '' for a unit of the whole jurisdiction.
 */
export const placeOf = (name: string, jurisdiction: string): string => {
  const text = plain(name);
  const own = plain(jurisdiction);
  const rest = text.startsWith(own) ? text.slice(own.length) : text;
  return /^(\p{Script=Han}{2,6}?)(?:自治县|新区|开发区|高新区|区|县|镇|乡|街道|旗)/u.exec(rest)?.[1] ?? '';
};
