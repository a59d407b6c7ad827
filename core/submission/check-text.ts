import type { IntakeOf } from '../intake-rules.ts';
import { findPersonalNumbers } from './personal-numbers.ts';
import { countCharacters, plainText } from './rich-text.ts';
import type { SubmissionText } from './submission.ts';

export const findingCodes = [
  'title-empty',
  'title-long',
  'facts-empty',
  'body-short',
  'body-long',
  'asks-missing',
  'asks-many',
  'ask-vague',
  'several-matters',
  'ground',
  'personal-number',
  'mobile-number',
  'secret-word',
  'person-accused',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/**
 * What a look at the text found. `stop`: it is not handed in until its author has confirmed it; `warn`: most likely
 * to be mended; `hint`: to be thought about. No finding decides anything about the matter.
 */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: 'stop' | 'warn' | 'hint';
  /** `title`, `facts`, `analysis`, `asks` or `asks[0]`. */
  readonly at: string;
  readonly params: Readonly<Record<string, string | number>>;
};

const finding = (
  code: FindingCode,
  severity: Finding['severity'],
  at: string,
  params: Finding['params'] = {},
): Finding => ({ code, severity, at, params });

/** Words that say nothing by themselves: what is left of an ask without them is what is asked for. */
const empties =
  /进一步|有关部门|相关部门|市政府|政府|部门|各级|高度|切实|加强|重视|加大|力度|完善|推进|推动|提高|提升|关注|引起|落实|工作|管理|问题|及时|尽快|认真|建议|希望|对此|予以|给予|解决|研究|改进|优化|做好|抓好|方面|建设|情况|水平|监管|服务|[的和与及等应要请对此将能够、，。；：！,.;:!\s\d一二三四五六七八九十（）()]/gu;

/** Whether an ask names something that can be done: 加强管理 alone does not. */
export const isVague = (ask: string): boolean => countCharacters(ask.replace(empties, '')) < 3;

/** 保守国家秘密法 (2024) art. 22: the marks of secrecy; 内部 as offices write it on papers. */
const secrets = [
  '绝密',
  '机密',
  '秘密级',
  '秘密★',
  '国家秘密',
  '工作秘密',
  '商业秘密',
  '内部文件',
  '内部资料',
  '不得外传',
  '涉密',
] as const;

const accused =
  /(?:[\u4e00-\u9fff]{2,3})(?:局长|书记|主任|科长|处长|院长|校长|镇长|乡长|区长|县长|市长|经理|法官|检察官|同志|某)[^。！？\n]{0,30}(?:贪污|受贿|行贿|渎职|滥用职权|徇私|包庇|侵吞|挪用|违纪|违法)/u;

const checkLength = (text: SubmissionText, { text: limits }: IntakeOf): readonly Finding[] => {
  const found: Finding[] = [];
  const title = countCharacters(text.title);
  const facts = countCharacters(plainText(text.facts));
  const body = facts + countCharacters(plainText(text.analysis));
  const whole = body + countCharacters(text.asks.join(''));
  if (title === 0) found.push(finding('title-empty', 'hint', 'title'));
  if (title > limits.titleMost)
    found.push(finding('title-long', 'warn', 'title', { most: limits.titleMost, has: title }));
  if (facts === 0) found.push(finding('facts-empty', 'hint', 'facts'));
  else if (body < limits.bodyLeast)
    found.push(finding('body-short', 'warn', 'facts', { least: limits.bodyLeast, has: body }));
  if (limits.bodyMost !== null && whole > limits.bodyMost)
    found.push(finding('body-long', 'warn', 'facts', { most: limits.bodyMost, has: whole }));
  return found;
};

const checkAsks = ({ asks }: SubmissionText, { text: limits }: IntakeOf): readonly Finding[] => {
  const written = asks.filter((ask) => ask.trim() !== '').length;
  const found: Finding[] = [];
  if (written < limits.asksLeast)
    found.push(finding('asks-missing', written === 0 ? 'hint' : 'warn', 'asks', { least: limits.asksLeast }));
  if (written > limits.asksMost)
    found.push(finding('asks-many', 'warn', 'asks', { most: limits.asksMost, has: written }));
  for (const [index, ask] of asks.entries())
    if (ask.trim() !== '' && isVague(ask)) found.push(finding('ask-vague', 'warn', `asks[${index}]`));
  return found;
};

/** 一事一议: two matters in one title (`关于……和……的建议` of unlike things cannot be told; a second 关于 or 以及 can). */
const severalMatters = (title: string): boolean =>
  (title.match(/关于/gu) ?? []).length > 1 || /以及|同时|并且|；|;/u.test(title);

type Part = readonly [at: string, text: string];

const partsOf = (text: SubmissionText): readonly Part[] => [
  ['title', text.title],
  ['facts', plainText(text.facts)],
  ['analysis', plainText(text.analysis)],
  ...text.asks.map((ask, index): Part => [`asks[${index}]`, ask]),
];

const checkWords = ([at, text]: Part, { declineGrounds }: IntakeOf): readonly Finding[] => {
  const found: Finding[] = [];
  for (const { kind, shown } of findPersonalNumbers(text))
    found.push(
      kind === 'mobile'
        ? finding('mobile-number', 'warn', at, { number: shown })
        : finding('personal-number', 'stop', at, { kind, number: shown }),
    );
  for (const word of secrets)
    if (text.includes(word)) found.push(finding('secret-word', 'stop', at, { word }));
  if (accused.test(text)) found.push(finding('person-accused', 'warn', at));
  for (const { code, hints } of declineGrounds) {
    // Secrecy has its own, stricter finding.
    const word = code === 'secret' ? undefined : hints.find((hint) => text.includes(hint));
    if (word !== undefined) found.push(finding('ground', 'hint', at, { ground: code, word }));
  }
  return found;
};

const order = { stop: 0, warn: 1, hint: 2 } as const;

/**
 * Looks at a text while it is written: its lengths, its asks, one matter only (一事一议, 上海市代表建议规定 2015), words
 * of the ruleset's decline grounds, personal numbers, marks of secrecy, accusations of people. What stops comes first.
 */
export const checkSubmissionText = (text: SubmissionText, intake: IntakeOf): readonly Finding[] =>
  [
    ...checkLength(text, intake),
    ...(severalMatters(text.title) ? [finding('several-matters', 'hint', 'title')] : []),
    ...checkAsks(text, intake),
    ...partsOf(text).flatMap((part) => checkWords(part, intake)),
  ].toSorted((a, b) => order[a.severity] - order[b.severity]);
