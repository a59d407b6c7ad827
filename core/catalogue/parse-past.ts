import type { Disclosure } from '../words.ts';
/** The words of lists of earlier years 历年办理情况. Each function is total; null: unreadable. */
import type { ContactChannel, ResultClass, SatisfactionLevel } from '../ruleset.ts';
import { compact } from './plain-text.ts';

const plain = (raw: string): string => compact(raw).toLowerCase();

/** A cell that says that there is nothing to say. */
export const saysNothing = (raw: string): boolean =>
  /^(?:无|没有|未|\/|-+|—+|－+|暂无|待定|未评价|未反馈|未测评|未沟通|n\/a)?$/.test(plain(raw));

const ways: readonly (readonly [RegExp, ContactChannel])[] = [
  [/走访|上门|登门|拜访|入户|visit/, 'visit'],
  [/座谈|forum/, 'forum'],
  [/面商|面谈|见面|当面|面对面|会面|面复|面议|meeting/, 'meeting'],
  [/调研|视察|现场|实地|survey/, 'survey'],
  [/视频|video/, 'video'],
  [/电话|电联|致电|来电|phone/, 'phone'],
  [/微信|wechat/, 'wechat'],
  [/信函|来函|去函|邮件|寄送|letter/, 'letter'],
  [/书面|written|writing/, 'written'],
];

/** 面商、电话 …: every way that is named; an empty list: a contact there was (是, 已沟通), the way is not told. */
export const parseWays = (raw: string): readonly ContactChannel[] | null => {
  const text = plain(raw);
  const found = ways.flatMap(([pattern, channel]) => (pattern.test(text) ? [channel] : []));
  if (found.length > 0) return found;
  return /^(?:是|有|已沟通|已联系|√|✓|yes|y)$/.test(text) ? [] : null;
};

/** 主动公开, 依申请公开, 不予公开. */
export const parseDisclosure = (raw: string): Disclosure | null => {
  const text = plain(raw);
  if (/^(?:主动公开|公开|全文公开|是|proactive|published)$/.test(text)) return 'proactive';
  if (/^依申请(?:公开)?$|^onrequest$/.test(text)) return 'onRequest';
  return /^(?:不予?公开|非公开|不宜公开|否|notpublic)$/.test(text) ? 'notPublic' : null;
};

/** 采纳, 部分采纳, 未采纳. */
export const parseAdopted = (raw: string): boolean | null => {
  const text = plain(raw);
  if (/^(?:是|已?(?:全部|部分|基本)?采纳|√|✓|yes|y|adopted|partly)$/.test(text)) return true;
  return /^(?:否|[未不](?:予)?采纳|×|no|n)$/.test(text) ? false : null;
};

/** Which handling a line tells of: 第二次办理 是, 第2次, 首次; from 1. */
export const parseRound = (raw: string): number | null => {
  const text = plain(raw);
  if (/^(?:否|首次|初次|首轮|no|n)$/.test(text)) return 1;
  if (/^(?:是|再次|重新办理|再次办理|二次办理|yes|y)$/.test(text)) return 2;
  const found = /^第?([1-9一二三四五六七八九])[次轮]?(?:办理)?$/.exec(text)?.[1];
  if (found === undefined) return null;
  const place = '一二三四五六七八九'.indexOf(found);
  return place < 0 ? Number(found) : place + 1;
};

/** 跟踪 或 承诺: whether something was promised for later, and whether it is delivered. `none`: nothing was. */
export const parsePromise = (raw: string): 'open' | 'delivered' | 'none' | null => {
  const text = plain(raw);
  if (/^(?:否|不跟踪|无需跟踪|无承诺|no|n)$/.test(text)) return 'none';
  if (/^(?:已(?:落实|兑现|完成|办结)|全部落实|落实|兑现|delivered|done)$/.test(text)) return 'delivered';
  return /^(?:是|跟踪|需跟踪|跟踪中|继续跟踪|推进中|正在落实|[未待](?:落实|兑现|完成)|有承诺|承诺|√|yes|y|open)$/.test(
    text,
  )
    ? 'open'
    : null;
};

const bare = (text: string): string =>
  plain(text)
    .replace(/^[([【]|[)\]】]$/g, '')
    .replace(/已经|已/g, '')
    .replace(/或者/g, '或')
    .replace(/[，、,；;。的]/g, '')
    .replace(/[类件]$/, '');

/** What offices call a class where they do not use its name, and by what word the class of the ruleset is known. */
const callings: readonly (readonly [RegExp, (one: ResultClass) => boolean])[] = [
  [/^(?:(?:基本)?解决(?:或?采纳|或基本解决)?|采纳|解决采纳|落实)$/, ({ resolved }) => resolved],
  [
    /^(?:正在解决|(?:列入|纳入)(?:计划|规划)|计划解决|拟解决|正在解决或(?:列入|纳入)(?:计划|规划)(?:逐步)?解决?|部分解决|逐步解决)$/,
    ({ name }) => /正在|计划|规划/.test(name.zh),
  ],
  [/^(?:留作参考|供?参考|作为参考|用作参考)$/, ({ name }) => /参考/.test(name.zh)],
  [
    /^(?:(?:因条件限制)?(?:暂时?|目前)?(?:难以|不能|无法|未能?)解决|因条件限制.*|待以后解决|暂不具备条件.*|解释说明)$/,
    ({ name }) => /条件|以后|暂|说明/.test(name.zh),
  ],
];

const only = <Row>(rows: readonly Row[]): Row | null => (rows.length === 1 ? (rows[0] ?? null) : null);

/** A class of the ruleset by its code (A, A类, A1类 where the ruleset has it), its name, or what offices call it. */
export const parseClass = (raw: string, classes: readonly ResultClass[]): string | null => {
  const text = bare(raw);
  const exact = classes.find(
    ({ code, name }) => bare(code) === text || bare(name.zh) === text || bare(name.en) === text,
  );
  if (exact !== undefined) return exact.code;
  const meant = callings.find(([pattern]) => pattern.test(text))?.[1];
  return meant === undefined ? null : (only(classes.filter(meant))?.code ?? null);
};

/** A level of the ruleset's scale by its code or its name; a scale without it does not know the word. */
export const parseLevelOfSatisfaction = (
  raw: string,
  levels: readonly SatisfactionLevel[],
): string | null => {
  const text = plain(raw);
  return (
    levels.find(({ code, name }) => [code, name.zh, name.en].some((word) => plain(word) === text))?.code ??
    null
  );
};
