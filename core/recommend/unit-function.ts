import { functionIds, functions, families, isUnitFunction, type UnitFunction } from './base/functions.ts';

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s　]+/gu, '')
    .replace(/\([^()]*\)/gu, '');

const placeBody =
  /(?:人民政府|政府|街道|街道办|街道办事处|办事处|镇|乡|苏木|管委会|管理委员会|村委会|居委会|村民委员会|居民委员会|社区)(?:\(.*\))?$|(?:人民政府|政府)(?:办公室|办公厅|办)$|^(?:省|市|县|区|州)?府办(?:公室)?$/u;

const named: readonly (readonly [string, UnitFunction])[] = functionIds
  .filter((id) => id !== '属地政府')
  .flatMap((id) => functions[id].names.split(' ').map((word) => [word, id] as const))
  .sort(([a], [b]) => b.length - a.length);

/** The longest name wins; of two as long the one that stands first, which is the main duty of a merged unit. */
const longestNamed = (name: string): UnitFunction | null => {
  let best: { readonly length: number; readonly at: number; readonly id: UnitFunction } | null = null;
  for (const [word, id] of named) {
    if (best !== null && word.length < best.length) break;
    const at = name.indexOf(word);
    if (at >= 0 && (best === null || at < best.at)) best = { length: word.length, at, id };
  }
  return best?.id ?? null;
};

/**
 * The function of a unit by its name, however it is called: 云川市住建局, 房管局 and 住房和城乡建设 are one; governments
 * of a place, streets, towns and zones are 属地政府. null: the name tells none.
 */
export const functionOf = (name: string): UnitFunction | null => {
  const text = plain(name);
  if (isUnitFunction(text)) return text;
  if (placeBody.test(text)) return '属地政府';
  return longestNamed(text) ?? (/(?:开发区|新区|高新区|经开区|园区)/u.test(text) ? '属地政府' : null);
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
