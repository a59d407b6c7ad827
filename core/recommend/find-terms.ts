import { lexicon, type Term } from './lexicon.ts';

/** One word of the base found in a text, and where. */
export type Cut = { readonly word: string; readonly at: number; readonly term: Term };

/** And how much it counts there. */
export type Found = Cut & { readonly weight: number };

type Best = { readonly value: number; readonly back: number; readonly term: Term | null };

/** The words of the base from their last letter to their first: what may stand before the letters read so far. */
type Ending = { term: Term | null; readonly before: Map<number, Ending> };

const buildEndings = (): Ending => {
  const root: Ending = { term: null, before: new Map() };
  for (const [word, term] of lexicon) {
    let ending = root;
    for (let at = word.length - 1; at >= 0; at -= 1) {
      const letter = word.charCodeAt(at);
      const known = ending.before.get(letter) ?? { term: null, before: new Map<number, Ending>() };
      ending.before.set(letter, known);
      ending = known;
    }
    ending.term = term;
  }
  return root;
};

const endings = buildEndings();

/** Longer words that begin in one piece of the cut and end in the next: 养老服务 in 城乡居民养老|服务. */
const shortestLapping = 4;
const asLapping = 0.15;

type Stretch = { readonly from: number; readonly end: number; readonly term: Term };

const lappingOver = (all: readonly Stretch[], pieces: readonly Cut[], text: string): readonly Cut[] => {
  const pieceAt: number[] = Array.from({ length: text.length }, () => -1);
  for (const [index, { at, word }] of pieces.entries()) pieceAt.fill(index, at, at + word.length);
  return all.flatMap(({ from, end, term }) => {
    const first = pieceAt[from] ?? -1;
    if (first >= 0 && first === pieceAt[end - 1]) return [];
    const told = new Set(
      pieceAt.slice(from, end).flatMap((index) => (index < 0 ? [] : (pieces[index]?.term.duties ?? []))),
    );
    return term.duties.some((duty) => !told.has(duty))
      ? [{ word: text.slice(from, end), at: from, term }]
      : [];
  });
};

type Pieces = { readonly pieces: readonly Cut[]; readonly long: readonly Stretch[] };

const cutApart = (text: string): Pieces => {
  const long: Stretch[] = [];
  const best: Best[] = [{ value: 0, back: 0, term: null }];
  for (let end = 1; end <= text.length; end += 1) {
    let top: Best = { value: best[end - 1]?.value ?? 0, back: end - 1, term: null };
    let ending = endings.before.get(text.charCodeAt(end - 1));
    for (let from = end - 1; ending !== undefined; from -= 1) {
      if (ending.term !== null) {
        const value = (best[from]?.value ?? 0) + (end - from) ** 1.5;
        if (value > top.value) top = { value, back: from, term: ending.term };
        if (end - from >= shortestLapping) long.push({ from, end, term: ending.term });
      }
      ending = from === 0 ? undefined : ending.before.get(text.charCodeAt(from - 1));
    }
    best.push(top);
  }
  const found = [];
  for (let end = text.length; end > 0; ) {
    const { back, term } = best[end] ?? { back: end - 1, term: null };
    if (term !== null) found.push({ word: text.slice(back, end), at: back, term });
    end = back;
  }
  return { pieces: found.reverse(), long };
};

/** Cuts so that long words win over the short ones inside them: 农村公路, not 农村 and 公路. */
export const cut = (text: string): readonly Cut[] => cutApart(text).pieces;

/** What turns a word in front of it into the name of a place or a house: 公园路, 水塘村, 健康社区, 石桥小学. */
const placeAfter =
  /^[东西南北中]?(?:族(?:乡|镇|县|自治)|路(?![口灯面段网况基政权肩障域牌线边上两侧旁])|街(?![区景巷])|大道|大街|镇(?!区)|乡(?!村)|村(?![级民庄道委组内里医小卫集改务规]|村通|屯)|社区(?![养医卫服治])|集镇|行政村|自然村|街道|小区|新区|片区|大厦|花园|公司|集团|桥(?!梁)|山(?!体|洪|区|林)|湾|坪|屯|小学|中学|学校|幼儿园|医院|卫生院|水库|公园|广场|车站)/u;
/** What says that the word only tells where: 医院门口, 水库附近, 至高速路口路段. */
const whereAfter =
  /^(?:门口|门前|附近|旁|周边|对面|[东南西北]侧|[东南西北正后]门|路段|处|至|到|一带|沿线|十字|路口|交叉口|段|出口|区域)/u;
/** What stands between 在 and the verb of making is the place of it. */
const makingAt =
  /(?:^|[,])?在(.{2,28}?)(?:设置|增设|安装|修建|建设|新建|设立|开展|开通|建立|增加|加装|投放|划定|修|建)/u;

/** Where a title says in 在… at which place something is to be made: from and to which letter; null: it does not. */
export const placeClauseOf = (text: string): readonly [from: number, to: number] | null => {
  const found = makingAt.exec(text);
  return found === null ? null : [found.index, found.index + found[0].length];
};

/** What stands right after the last verb of making is what is wanted: 绿化带加装路灯 wants lamps. */
const making = /(?:加装|安装|增设|新建|修建|建设|设置|设立|增加|配备|开通|建立|搬迁|迁移)/gu;
const objectWithin = 6;
const asObject = 1.5;

const objectStart = (text: string): number => {
  const last = [...text.matchAll(making)].at(-1);
  return last === undefined || last.index + last[0].length >= text.length - 1
    ? -1
    : last.index + last[0].length;
};

const purposeStart = (text: string): number => {
  const found =
    /(.{5,}?)(?:助力|切实保护|切实维护|切实保障|赋能|带动|服务于|导致|造成|引发|引起|,(?:打造|创建|确保|营造|提升|实现|构建|推动|促进|畅通|助推|方便|改善|保障|服务|增强|努力)|促进|助推|推动)/u.exec(
      text,
    );
  return found === null ? text.length : (found[1]?.length ?? text.length);
};

/** Words of the base in a cleaned title, each with what it counts there: less in names of places and where it only says where or what for. */
export const findTerms = (text: string): readonly Found[] => {
  const place = placeClauseOf(text);
  const purpose = purposeStart(text);
  const object = objectStart(text);
  const weigh = ({ word, at, term }: Cut): Found => {
    const after = text.slice(at + word.length);
    let weight = term.strength * (0.8 + 0.5 * ((at + word.length) / text.length));
    if (placeAfter.test(after)) weight *= 0.25;
    else if (whereAfter.test(after)) weight *= 0.55;
    else if (place !== null && at >= place[0] && at + word.length < place[1]) weight *= 0.5;
    if (at >= purpose) weight *= 0.55;
    else if (object >= 0 && at >= object && at <= object + objectWithin) weight *= asObject;
    return { word, at, term, weight };
  };
  const { pieces, long } = cutApart(text);
  return [
    ...pieces.map(weigh),
    ...lappingOver(long, pieces, text)
      .map(weigh)
      .map((one) => ({ ...one, weight: one.weight * asLapping })),
  ];
};
