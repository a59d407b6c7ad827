/** One spelling for texts that mean the same: width, case, punctuation, the frame of a title, common other names. */

/** Other names of one thing, longest first where one holds another. What depends on its topic is in the lexicon. */
const otherNames: readonly (readonly [RegExp, string])[] = [
  [/新能源电动(?:汽)?车|电动小?汽车|电动轿车|纯电动车/g, '新能源汽车'],
  [/电动(?:二|两)轮车|电瓶车|电动单车|电单车|电摩|电动摩托车|电动车(?!企|产)/g, '电动自行车'],
  [
    /老旧住宅小区|老旧居民小区|老旧社区|老旧住宅|老旧楼(?:房|宇|院)?|既有(?:多层)?住宅|既有建筑|多层住宅|老小区|旧小区|老楼|无电梯住宅/g,
    '老旧小区',
  ],
  [/幼托/g, '托育'],
  [/菜场|肉菜市场/g, '菜市场'],
  [/学龄前教育/g, '学前教育'],
  [/噪声/g, '噪音'],
  [/长者|老年人|老年群体|老人/g, '老年人'],
  [/青少年学生|中小学生/g, '中小学生'],
  [/路口红绿灯|交通红绿灯/g, '红绿灯'],
  [/人工智能ai/g, '人工智能'],
  [/快递小哥|外卖小哥|外卖员|送餐员/g, '外卖骑手'],
];

const marks = /[\p{P}\p{S}]+/gu;
const softMarks = /["'“”‘’«»《》〈〉「」『』()[\]{}【】〔〕·\-_—–~*#]+/gu;

/** Lower case, half width, without spaces, quotes and brackets; other punctuation becomes `|`. */
export const normalise = (text: string): string => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{Script=Han}{4})\s+(?=\p{Script=Han}{4})/gu, '|')
    .replace(/\s+/gu, '')
    .replace(softMarks, '')
    .replace(marks, '|')
    .replace(/^\|+|\|+$/g, '');
  return otherNames.reduce((done, [pattern, name]) => done.replace(pattern, name), plain);
};

const opening = /^(?:第?\d+号|\d+\||建议[:|]|提案[:|])?(?:关于)?(?:要求|请求|恳请|建议|希望|呼吁)?(?=.{2})/u;
const closing =
  /(?:的)?(?:几点|若干|一些|有关|相关|对策|思考|政策|建设性|意见和|意见与|调研|工作)*(?:建议案?|提案|议案|意见|思考|对策|请求|报告|倡议|情况|几点想法|想法)$/u;

/** The middle of a title: `关于进一步加强…的建议` without its frame. */
export const coreOfTitle = (title: string): string => {
  let core = normalise(title).replace(opening, '');
  for (let round = 0; round < 3; round += 1) {
    const shorter = core.replace(closing, '').replace(/\|+$/u, '');
    if (shorter.length < 2 || shorter === core) break;
    core = shorter;
  }
  return core;
};

/** Words that nearly every title may hold: they say nothing about what it is about. */
const boilerplate =
  /进一步|切实|尽快|及时|大力|积极|着力|全面|有效|持续|不断|加强|加大|加快|强化|推进|推动|促进|助推|助力|提升|提高|完善|健全|优化|规范|解决|改善|深化|做好|构建|打造|建立|实施|开展|落实|推广|力度|工作|问题|建设|管理|发展|服务|有关|相关|机制|体系|制度|水平|能力|措施|政策|长效|难题|困难|现状|质量|高质量|统筹|合理|科学|设施|领域|方面|重点|重视|关注|支持|扶持|我国|我省|我市|我区|我县|我镇|我乡|我村|我盟|我州|我旗|我们|全国|全省|全市|全区|全县|全镇|本市|本区|本县|本地区|城区|市区|县城|中心城区|城市|地区|区域|周边|附近|居民|群众|市民|人民|对于|对|把|将|在|为|的|和|与|及|以及|等|了|是|要|应|应当|应该|予以|给予|进行|纳入|作为|成为|从|以|让|使|中|上|下/gu;

/** A name with what it is the name of: 幸福路, 青山镇, 白云社区. */
const place =
  /\p{Script=Han}{2,4}?(?:自治区|自治州|自治县|街道|办事处|社区|小区|大道|开发区|新区|片区|公路|路口|省|市|县|区|旗|盟|州|镇|乡|村|路|街|巷|桥)/gu;

/** What is left of a core when names of places and empty words are taken away, in pieces. */
export const piecesOf = (core: string): readonly string[] =>
  core
    .replace(boilerplate, '|')
    .replace(place, '|')
    .split('|')
    .filter((piece) => piece.length > 1);
