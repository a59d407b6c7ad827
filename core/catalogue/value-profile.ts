import { parseCaseNo } from './parse-case-no.ts';
import { parseConsent, parseInSession, parseKind, parseRole } from './parse-choice.ts';
import { parseLevel, parsePriority, parseProposerType } from './parse-classing.ts';
import { parseDate } from './parse-date.ts';
import { parseSession } from './parse-session.ts';
import { looksLikeUnit } from './parse-units.ts';
import { compact } from './plain-text.ts';

/** What the values of one column look like: shares from 0 to 1 of the sampled cells that are not empty. */
export type ValueProfile = {
  readonly count: number;
  readonly averageLength: number;
  readonly date: number;
  readonly caseNo: number;
  /** The values count up 1, 2, 3 …: a line number, not a case number. */
  readonly serial: boolean;
  readonly unit: number;
  readonly person: number;
  readonly consent: number;
  readonly kind: number;
  readonly role: number;
  readonly inSession: number;
  readonly level: number;
  readonly proposerType: number;
  readonly priority: number;
  readonly session: number;
  /** A, B, C, D: the result class that a finished year's catalogue carries. */
  readonly resultClass: number;
  /** 满意, 基本满意, 不满意 …: what a proposer said of the reply. */
  readonly satisfaction: number;
  /** 主动公开, 依申请公开, 不予公开: of the reply, not of the matter. */
  readonly disclosure: number;
  readonly titleLike: number;
  readonly long: number;
};

const isTitle = (text: string): boolean =>
  (/^关于|的(?:建议|提案|议案|意见|问题|提议)$|(?:建议|提案|议案)$/.test(text) && text.length >= 8) ||
  (text.length >= 12 && text.length <= 80 && /[加强推进解决完善建设提高规范增设]/.test(text));

const isPersonList = (text: string): boolean =>
  text.length <= 60 &&
  text
    .split(/[、，,;；\s]+|等.*$/)
    .every((name) => /^(?:\p{Script=Han}{2,5}|\p{Script=Han}+·\p{Script=Han}+|.{2,8}\d{1,3})?$/u.test(name));

/** 委员 and 代表 alone rather tell proposals from suggestions. */
const isProposerType = (text: string): boolean =>
  !/^(?:委员|代表)$/.test(text) && parseProposerType(text) !== null;

const isResultClass = (text: string): boolean => /^[([]?[A-Da-d][1-3]?类?[)\]]?$/.test(text);

const isSatisfaction = (text: string): boolean =>
  /^(?:(?:很|非常|比较|较|基本|不|未)?满意|一般|未评价|未反馈)$/.test(text);

const isDisclosure = (text: string): boolean => /^(?:主动|依申请|不予|不)公开$/.test(text);

const countsUp = (values: readonly string[]): boolean => {
  const numbers = values.map((value) => (/^\d{1,6}$/.test(value) ? Number(value) : Number.NaN));
  if (numbers.length < 3 || numbers.some((value) => Number.isNaN(value))) return false;
  const steps = numbers
    .slice(1)
    .filter((value, index) => value - (numbers[index] ?? 0) === 1 || value === numbers[index]);
  return (numbers[0] ?? 9) <= 1 && steps.length >= (numbers.length - 1) * 0.8;
};

const isUnitList = (text: string): boolean =>
  text
    .split(/[、，,;；:/\n]|\((?:主|会|协|分|独|汇)[办]?\)/)
    .filter((part) => part !== '')
    .every((part) => looksLikeUnit(part) || /^(?:主|会|协|分|独|汇|承)办?(?:单位)?$/.test(part));

/** Profiles a sample of a column; the caller picks which rows (some sixty are enough). */
export const profileValues = (sample: readonly string[]): ValueProfile => {
  const values = sample.map(compact).filter((value) => value !== '');
  const share = (test: (value: string) => boolean): number =>
    values.length === 0 ? 0 : values.filter(test).length / values.length;
  const short =
    (limit: number, test: (value: string) => boolean) =>
    (value: string): boolean =>
      value.length <= limit && test(value);
  const total = values.reduce((sum, value) => sum + value.length, 0);
  return {
    count: values.length,
    averageLength: values.length === 0 ? 0 : total / values.length,
    date: share(short(30, (value) => !/^\d{5}$/.test(value) && parseDate(value, 2000).ok)),
    caseNo: share(short(24, (value) => parseCaseNo(value).ok)),
    serial: countsUp(values),
    unit: share(short(300, isUnitList)),
    person: share(isPersonList),
    consent: share(short(8, (value) => parseConsent(value) !== null)),
    kind: share(short(12, (value) => parseKind(value) !== null)),
    role: share(short(8, (value) => parseRole(value) !== null)),
    inSession: share(short(12, (value) => parseInSession(value) !== null)),
    level: share(short(16, (value) => parseLevel(value) !== null)),
    proposerType: share(short(40, isProposerType)),
    priority: share(short(16, (value) => parsePriority(value) !== null)),
    session: share(short(60, (value) => parseSession(value).term !== null)),
    resultClass: share(isResultClass),
    satisfaction: share(isSatisfaction),
    disclosure: share(isDisclosure),
    titleLike: share(isTitle),
    long: share((value) => value.length > 100),
  };
};
