import { compact } from './plain-text.ts';

/** Everything about one printed unit name that matching needs. */
export type UnitNameParts = {
  /** Without width, spaces and brackets. */
  readonly plain: string;
  /** The place in front, as far as it is spelt out: 云川市; '' when there is none. */
  readonly place: string;
  /** 省, 市, 区, 县 …: of the place, or alone in front (市教育局); '' when there is none. */
  readonly level: string;
  /** The duty alone, short forms written out: 住房和城乡建设局. */
  readonly duty: string;
};

/**
 * Short forms of departments that mean the same everywhere, and what they stand for. Where cities merged duties
 * differently (规划和自然资源 or 自然资源和规划) both orders become one. Domain practice, unverified.
 */
const shortForms: readonly (readonly [RegExp, string])[] = [
  [/^发改(局|委)$/, '发展和改革$1'],
  [/^(?:住建|住房建设|住房和建设)(局|委)$/, '住房和城乡建设$1'],
  [/^人社(局|厅)$/, '人力资源和社会保障$1'],
  [/^卫健(局|委)$/, '卫生健康$1'],
  [/^(?:规自|规划自然资源|规划资源|规资|资规|自规|自然资源规划|自然资源和规划)局$/, '规划和自然资源局'],
  [/^(?:工信)(局|委|厅)$/, '工业和信息化$1'],
  [/^(?:经信)(局|委)$/, '经济和信息化$1'],
  [/^(?:市监|市场监管)局$/, '市场监督管理局'],
  [/^城管局$/, '城市管理局'],
  [/^城管执法局$/, '城市管理和综合执法局'],
  [/^文旅局$/, '文化和旅游局'],
  [/^文广旅局$/, '文化广电旅游局'],
  [/^文广旅体局$/, '文化广电旅游体育局'],
  [/^文旅体局$/, '文化和旅游体育局'],
  [/^(?:教体|教育和体育)局$/, '教育体育局'],
  [/^(?:交通|交运)局$/, '交通运输局'],
  [/^(?:医保)局$/, '医疗保障局'],
  [/^(?:退役军人|退役)局$/, '退役军人事务局'],
  [/^(?:应急)局$/, '应急管理局'],
  [/^(?:林草|林业草原)局$/, '林业和草原局'],
  [/^(?:民宗)(局|委)$/, '民族宗教事务$1'],
  [/^国资委$/, '国有资产监督管理委员会'],
  [/^(?:机关事务|机管)局$/, '机关事务管理局'],
  [/^(?:审批|行政审批)局$/, '行政审批局'],
  [/^(?:政数)局$/, '政务服务和数据管理局'],
  [/^(?:金融)局$/, '地方金融监督管理局'],
  [/^(?:投促)局$/, '投资促进局'],
  [/^(?:公积金)中心$/, '住房公积金管理中心'],
  [/^(?:府办|政府办|府办公室|政府办公室)$/, '人民政府办公室'],
  [/^(?:委办)$/, '委办公室'],
  [/^政府$/, '人民政府'],
  [/^编办$/, '机构编制委员会办公室'],
  [/^网信办$/, '互联网信息办公室'],
  [/^人防办$/, '人民防空办公室'],
  [/^文明办$/, '精神文明建设指导委员会办公室'],
  [/^政法委$/, '委政法委员会'],
  [/^法院$/, '人民法院'],
  [/^检察院$/, '人民检察院'],
  [/^妇联$/, '妇女联合会'],
  [/^残联$/, '残疾人联合会'],
  [/^文联$/, '文学艺术界联合会'],
  [/^科协$/, '科学技术协会'],
  [/^工商联$/, '工商业联合会'],
  [/^交警(支队|大队)$/, '公安局交通警察$1'],
  [/^消防(支队|大队|救援队)$/, '消防救援$1'],
];

/** Names from before the reforms of 2018 and 2023, and the duty's present holder. Proposed, never taken as the same. */
const formerNames: readonly (readonly [RegExp, string])[] = [
  [/^农业局$|^农业委员会$/, '农业农村局'],
  [/^环保局$|^环境保护局$/, '生态环境局'],
  [/^卫生局$|^卫计(?:局|委员会)$|^卫生和计划生育(?:局|委员会)$/, '卫生健康委员会'],
  [/^国土(?:资源)?局$|^规划局$|^规划和国土资源(?:局|委员会)$/, '规划和自然资源局'],
  [/^工商局$|^质监局$|^食药监局$|^工商行政管理局$/, '市场监督管理局'],
  [/^建设局$|^房管局$|^城乡建设局$/, '住房和城乡建设局'],
  [/^旅游局$|^文化局$|^文广新局$/, '文化和旅游局'],
  [/^安监局$/, '应急管理局'],
  [/^人事局$|^劳动和社会保障局$/, '人力资源和社会保障局'],
  [/^水利局$/, '水务局'],
];

/** Endings that name the same body in long and short. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/委$/, '委员会'],
  [/(?<!办)办$/, '办公室'],
  [/街道(?:办)?$/, '街道办事处'],
  [/管委会$/, '管理委员会'],
  [/交警(支队|大队)$/, '交通警察$1'],
];

const step =
  '(?![省市州盟县区旗镇乡])\\p{Script=Han}{1,12}?(?:特别行政区|自治区|自治州|自治县|自治旗|新区|省|(?<!城)市|州(?![市区县])|盟|县|(?<![社园校景灾库片小])区|旗)';
const longPlace = new RegExp(`^(?:中共|中国共产党)?((?:${step})+)(?=.{2,})`, 'u');
/** A lone level in front: 市教育局. In 市场监督管理局, 市政管理, 市容 the character belongs to the duty. */
const bareLevel = /^(?:中共)?(省|市|州|盟|县|区|旗|镇|乡)(?!场监|政[管设]|容|域|委$|监局$|监管)(?=.{2,})/;

const levelOf = (place: string): string => {
  const last = place.at(-1) ?? '';
  return place.endsWith('自治区') ? '省' : last;
};

const writeOut = (duty: string): string => {
  for (const [pattern, full] of shortForms)
    if (pattern.test(duty)) return finish(duty.replace(pattern, full));
  return finish(duty);
};

const finish = (duty: string): string => {
  let text = duty;
  for (const [pattern, full] of endings) text = text.replace(pattern, full);
  return text;
};

/** Splits 云川市住建局 into place, level and duty and writes short forms out. */
export const unitNameParts = (name: string): UnitNameParts => {
  const plain = compact(name).replace(/\([^()]*\)/g, '') || compact(name);
  const spelt = longPlace.exec(plain);
  if (spelt?.[1] !== undefined)
    return { plain, place: spelt[1], level: levelOf(spelt[1]), duty: writeOut(plain.slice(spelt[0].length)) };
  const bare = bareLevel.exec(plain);
  if (bare?.[1] !== undefined)
    return { plain, place: '', level: bare[1], duty: writeOut(plain.slice(bare[0].length)) };
  return { plain, place: '', level: '', duty: writeOut(plain) };
};

/** The duty that took over from a former one, or null. */
export const successorDuty = (duty: string): string | null =>
  formerNames.find(([pattern]) => pattern.test(duty))?.[1] ?? null;

/** Whether two names can be of one place: 云川市 and 市 can, 东湖区 and 云川市 cannot; what is not said can be any. */
export const placesAgree = (a: UnitNameParts, b: UnitNameParts): boolean => {
  if (a.place !== '' && b.place !== '') return a.place.endsWith(b.place) || b.place.endsWith(a.place);
  return a.level === '' || b.level === '' || a.level === b.level;
};

const withoutKind = (duty: string): string => duty.replace(/(?:委员会|办公室|[局委办厅])$/, '');

/** Whether the letters of the short name stand in the long one in the same order, the first one first: 规自 in 规划和自然资源. */
export const isAbbreviation = (short: string, long: string): boolean => {
  const [few, many] = [withoutKind(short), withoutKind(long)];
  if (few.length < 2 || few.length >= many.length || few[0] !== many[0]) return false;
  let at = 0;
  for (const letter of many) if (letter === few[at]) at += 1;
  return at === few.length;
};

/** Dice coefficient over pairs of letters: 1 for equal texts, 0 for texts without a common pair. */
export const similarity = (a: string, b: string): number => {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at += 1)
    pairs.set(a.slice(at, at + 2), (pairs.get(a.slice(at, at + 2)) ?? 0) + 1);
  let common = 0;
  for (let at = 0; at < b.length - 1; at += 1) {
    const left = pairs.get(b.slice(at, at + 2)) ?? 0;
    if (left === 0) continue;
    pairs.set(b.slice(at, at + 2), left - 1);
    common += 1;
  }
  return (2 * common) / (a.length + b.length - 2);
};
