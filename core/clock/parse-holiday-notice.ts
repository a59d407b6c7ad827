/**
 * Reads the text of the yearly notice on holidays (国务院办公厅关于…年部分节假日安排的通知): which days are off, on which
 * weekends people work. What it does not understand it says, with the place; it never guesses in silence.
 */
import type { LocalDate } from '../words.ts';
import { addDays, dayOfWeek, daysBetween, parseLocalDate } from './calendar.ts';
import { type CalendarIssue, issue, type Place, type ReadDay, type ReadYear } from './calendar-issue.ts';
import { type Paragraph, readParagraphs } from './notice-text.ts';

/** One run of days, from the first to the last. */
type Run = { readonly first: LocalDate; readonly last: LocalDate; readonly place: Place };

/** How far the reading of one sentence has come. */
type Sentence = {
  /** Written, and waiting for the verb that says what they are. */
  waiting: readonly Run[];
  /** What the last 放假 was said of; 共3天 and 与周末连休 speak about it. */
  granted: readonly Run[];
  year: number | null;
  month: number | null;
  /** Where the last date ended in the text. */
  end: number;
};

type Reading = {
  readonly paragraph: Paragraph;
  readonly noticeYear: number;
  readonly days: ReadDay[];
  readonly issues: CalendarIssue[];
};

/** The longest holiday there can be, in days; a longer run is a slip of the pen. */
const longestRun = 31;

const token =
  /(?:(?<year>\d{4})年)?(?:(?<month>\d{1,2})月)?(?<day>\d{1,2})日(?:\((?<bracket>[^()]{0,60})\))?|(?<negated>不(?:再|得)?(?:放假|上班))|(?<verb>放假|上班|补班)|(?<count>\d{1,2})天|(?<join>与周末连休)|(?<half>半天|半日)|(?<stop>[。;!?])/g;

const weekdayNames = '一二三四五六日';

const freshSentence = (): Sentence => ({ waiting: [], granted: [], year: null, month: null, end: 0 });

const placeAt = ({ paragraph }: Reading, at: number, length: number): Place => ({
  line: paragraph.lineAt(at),
  text: paragraph.text.slice(Math.max(0, at - 6), at + length + 10),
});

const write = (year: number, month: number, day: number): LocalDate | null =>
  parseLocalDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

/** A weekday in brackets that the date does not fall on is the surest sign of a slip. */
const checkWeekday = (reading: Reading, date: LocalDate, bracket: string, place: Place): void => {
  const named = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(bracket)?.[1];
  if (named === undefined) return;
  const given = weekdayNames.indexOf(named === '天' ? '日' : named) + 1;
  const real = dayOfWeek(date);
  if (given === real) return;
  reading.issues.push(issue('error', 'weekday-wrong', { date, named: given, real }, place));
};

type Found = RegExpExecArray & { groups: Record<string, string | undefined> };

/** A 12月 under 元旦 is the month before the notice's own year; said, because it was not written. */
const yearFor = (
  reading: Reading,
  sentence: Sentence,
  found: Found,
  month: number,
  isEnd: boolean,
): { year: number; assumed: boolean } => {
  const written = found.groups['year'];
  if (written !== undefined) return { year: Number(written), assumed: false };
  if (sentence.year !== null) {
    const crosses = isEnd && sentence.month === 12 && month === 1;
    return { year: sentence.year + (crosses ? 1 : 0), assumed: false };
  }
  const back = month === 12 && reading.paragraph.name.includes('元旦');
  return { year: reading.noticeYear - (back ? 1 : 0), assumed: back };
};

const closeRun = (reading: Reading, sentence: Sentence, last: LocalDate, place: Place): void => {
  const open = sentence.waiting.at(-1);
  if (open === undefined) return;
  const length = daysBetween(open.first, last) + 1;
  const wrong = length < 1 ? 'range-backwards' : length > longestRun ? 'range-long' : null;
  if (wrong !== null)
    reading.issues.push(issue('error', wrong, { first: open.first, last, most: longestRun }, place));
  else sentence.waiting = [...sentence.waiting.slice(0, -1), { ...open, last }];
};

const takeDate = (reading: Reading, sentence: Sentence, found: Found): void => {
  const { paragraph } = reading;
  const place = placeAt(reading, found.index, found[0].length);
  const between = paragraph.text.slice(sentence.end, found.index);
  const isEnd = sentence.waiting.length > 0 && /^(?:至|到|~|-|—|–)+$/.test(between);
  const month = found.groups['month'] === undefined ? sentence.month : Number(found.groups['month']);
  if (month === null) {
    reading.issues.push(issue('error', 'date-no-month', { day: Number(found.groups['day']) }, place));
    return;
  }
  const { year, assumed } = yearFor(reading, sentence, found, month, isEnd);
  const date = write(year, month, Number(found.groups['day']));
  sentence.end = found.index + found[0].length;
  if (date === null) {
    reading.issues.push(issue('error', 'date-invalid', { text: found[0] }, place));
    return;
  }
  if (assumed) reading.issues.push(issue('warning', 'year-assumed', { date, year }, place));
  sentence.year = year;
  sentence.month = month;
  checkWeekday(reading, date, found.groups['bracket'] ?? '', place);
  if (isEnd) closeRun(reading, sentence, date, place);
  else sentence.waiting = [...sentence.waiting, { first: date, last: date, place }];
};

const eachDay = ({ first, last }: Run): readonly LocalDate[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));

const takeVerb = (reading: Reading, sentence: Sentence, verb: string): void => {
  const kind = verb === '放假' ? 'holiday' : 'makeUpWorkday';
  for (const run of sentence.waiting)
    for (const date of eachDay(run))
      reading.days.push({ date, kind, name: reading.paragraph.name, place: run.place });
  if (kind === 'holiday' && sentence.waiting.length > 0) sentence.granted = sentence.waiting;
  sentence.waiting = [];
};

const checkCount = (reading: Reading, sentence: Sentence, said: number, place: Place): void => {
  if (sentence.granted.length === 0) return;
  const counted = sentence.granted.reduce((sum, run) => sum + eachDay(run).length, 0);
  if (counted !== said) reading.issues.push(issue('error', 'count-wrong', { said, counted }, place));
};

/** 与周末连休 is true of a Friday or a Monday; the weekend itself is off without being listed. */
const checkJoin = (reading: Reading, sentence: Sentence, place: Place): void => {
  for (const { first, last } of sentence.granted)
    if (dayOfWeek(first) !== 1 && dayOfWeek(last) !== 5)
      reading.issues.push(issue('warning', 'join-weekend', { date: first }, place));
};

const endSentence = (reading: Reading, sentence: Sentence): void => {
  for (const { first, place } of sentence.waiting)
    reading.issues.push(issue('note', 'date-unused', { date: first }, place));
  Object.assign(sentence, freshSentence());
};

const readParagraph = (reading: Reading): void => {
  const sentence = freshSentence();
  for (const match of reading.paragraph.text.matchAll(token)) {
    const found = match as Found;
    const { day, verb, negated, count, join, half, stop } = found.groups;
    const place = placeAt(reading, found.index, found[0].length);
    if (day !== undefined) takeDate(reading, sentence, found);
    else if (verb !== undefined) takeVerb(reading, sentence, verb);
    else if (count !== undefined) checkCount(reading, sentence, Number(count), place);
    else if (join !== undefined) checkJoin(reading, sentence, place);
    else if (half !== undefined) reading.issues.push(issue('warning', 'half-day', {}, place));
    else if (negated !== undefined) {
      reading.issues.push(issue('error', 'negated', { text: negated }, place));
      sentence.waiting = [];
    } else if (stop !== undefined) endSentence(reading, sentence);
  }
  endSentence(reading, sentence);
};

const yearIn = (text: string): number | null => {
  const found = /(\d{4})年(?:部分)?节假日|现将(\d{4})年|(\d{4})年元旦|(\d{4})年/.exec(text);
  const year = found?.slice(1).find((one) => one !== undefined);
  return year === undefined ? null : Number(year);
};

/** 国办发明电〔2025〕7号, or another body's number on a line of its own. */
const documentNoIn = (text: string): string | null => {
  const lines = text.normalize('NFKC').replace(/[^\S\n]+/g, '');
  const national = /国办[\p{Script=Han}]{0,4}[〔[(]\d{4}[〕\])]\d{1,4}号/u.exec(lines)?.[0];
  return national ?? /^[(]?([\p{Script=Han}]{2,10}[〔[(]\d{4}[〕\])]\d{1,4}号)/mu.exec(lines)?.[1] ?? null;
};

/** The date under the notice stands alone on its line. */
const dateAlone = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;

/**
 * Reads a notice. `year` says which year it is about when the text itself does not; when both do and differ, that
 * is an error. The days are those of the text, in its order, not yet checked against each other
 * (`checkReadYear`).
 */
export const parseHolidayNotice = (text: string, given: number | null = null): ReadYear => {
  const paragraphs = readParagraphs(text);
  const whole = paragraphs.map((paragraph) => paragraph.text).join('\n');
  const own = yearIn(whole);
  const year = given ?? own;
  const documentNo = documentNoIn(text);
  const signed = paragraphs.flatMap((paragraph) => dateAlone.exec(paragraph.text) ?? []);
  const issuedOn = signed.length < 4 ? null : write(Number(signed[1]), Number(signed[2]), Number(signed[3]));
  if (year === null)
    return { year, documentNo, issuedOn, days: [], issues: [issue('error', 'year-missing', {}, null)] };
  const days: ReadDay[] = [];
  const issues: CalendarIssue[] =
    own !== null && given !== null && own !== given
      ? [issue('error', 'year-differs', { own, given }, null)]
      : [];
  for (const paragraph of paragraphs)
    if (!dateAlone.test(paragraph.text)) readParagraph({ paragraph, noticeYear: year, days, issues });
  return { year, documentNo, issuedOn, days, issues };
};
