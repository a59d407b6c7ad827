/** 汇编 and 分类目录 as papers: what is printed of each matter, for whom. */
import { bookletMessages } from '#contract/messages/booklet.ts';
import { fill, type Language } from '#contract/messages/message.ts';
import { arrangeByCategory, type Branch, type CategoryPlace } from '#core/category/arrange.ts';
import { type Audience, printedOf } from '#core/matter/publication.ts';
import { sessionName } from '#core/session-name.ts';
import type { LocalDate } from '#core/words.ts';
import type { Booklet } from '../platform/documents/booklet.ts';
import type { ListPaper } from '../platform/documents/list-paper.ts';
import { oneLine, paragraphsOf } from '../platform/documents/plain-text.ts';
import type { BookletLine, BookletSession, BookletText } from './booklet.views.ts';

type Words = keyof typeof bookletMessages;
type Say = (key: Words, params?: Readonly<Record<string, string | number>>) => string;

export type BookletPrint = {
  readonly language: Language;
  readonly session: BookletSession;
  readonly on: LocalDate;
};

const sayer =
  (language: Language): Say =>
  (key, params = {}) =>
    fill(bookletMessages[key], language, params);

const kindOf = (say: Say, { kind }: BookletSession): string =>
  say(`booklet.kind.${kind === 'congress' ? 'suggestion' : 'proposal'}`);

const between = (language: Language): string => (language === 'zh' ? '、' : ', ');

type Fact = Booklet['entries'][number]['facts'][number];

const factsOf = (print: BookletPrint, line: BookletLine, audience: Audience): readonly Fact[] => {
  const say = sayer(print.language);
  const [lead = '', ...others] = line.proposers;
  const fact = (label: Words, text: string): readonly Fact[] =>
    text === '' ? [] : [{ label: say(label), text: oneLine(text) }];
  return [
    ...fact('booklet.body', line.body),
    ...fact('booklet.lead', lead),
    ...fact('booklet.cosigners', others.join(between(print.language))),
    // What the office does with a matter, and why it is not published, is its own affair.
    ...(audience === 'public'
      ? []
      : [
          ...fact(
            'booklet.publication',
            line.consent === 'full' ? '' : say(`booklet.consent.${line.consent}`),
          ),
          ...fact(
            'booklet.mergedInto',
            line.mergedInto === null ? '' : say('booklet.with', { caseNo: line.mergedInto }),
          ),
        ]),
  ];
};

const entryOf = (
  print: BookletPrint,
  line: BookletLine,
  given: BookletText | undefined,
  audience: Audience,
): Booklet['entries'][number] => {
  const say = sayer(print.language);
  const head = { caseNo: oneLine(line.caseNo), title: oneLine(line.title) };
  if (printedOf(line.consent, audience) === 'title')
    return { ...head, facts: [], paragraphs: [], asks: [], instead: say('booklet.titleOnly') };
  const paragraphs = paragraphsOf(given?.text ?? '');
  const asks = (given?.asks ?? []).map(oneLine).filter((ask) => ask !== '');
  return {
    ...head,
    facts: factsOf(print, line, audience),
    paragraphs,
    asks,
    instead: paragraphs.length + asks.length === 0 ? say('booklet.noText') : '',
  };
};

/** Of which matters the digest prints the text. */
export const wholeIn = (lines: readonly BookletLine[], audience: Audience): readonly number[] =>
  lines.filter(({ consent }) => printedOf(consent, audience) === 'whole').map(({ id }) => id);

/** 汇编: every matter that may be printed for this audience, in the order given; what is left out is counted. */
export const digestOf = (
  print: BookletPrint,
  lines: readonly BookletLine[],
  texts: ReadonlyMap<number, BookletText>,
  audience: Audience,
): Booklet => {
  const say = sayer(print.language);
  const { session, language, on } = print;
  const printed = lines.filter(({ consent }) => printedOf(consent, audience) !== 'nothing');
  const titles = printed.length - wholeIn(printed, audience).length;
  const withheld = lines.length - printed.length;
  return {
    language,
    office: session.office,
    session: sessionName(session.kind, session.term, session.number),
    title: say('booklet.title.digest', { kind: kindOf(say, session) }),
    mark: say(`booklet.mark.${audience}`),
    notes: [
      say('booklet.count', { count: printed.length }),
      ...(titles === 0 ? [] : [say('booklet.count.titles', { count: titles })]),
      ...(withheld === 0 ? [] : [say('booklet.count.withheld', { count: withheld })]),
    ],
    printedOn: say('booklet.on', { date: on }),
    contentsTitle: say('booklet.contents'),
    asksTitle: say('booklet.asks'),
    entries: printed.map((line) => entryOf(print, line, texts.get(line.id), audience)),
    foot: say('booklet.foot'),
    on,
  };
};

const nameOf = (say: Say, language: Language, { of }: Branch<BookletLine>): string => {
  if (of === 'none') return say('booklet.sum.none');
  if ('unknown' in of) return oneLine(of.unknown);
  return oneLine(language === 'en' && of.nameEn !== '' ? of.nameEn : of.nameZh);
};

const headingOf = (say: Say, language: Language, branch: Branch<BookletLine>): string => {
  const { of, own, total, depth } = branch;
  const params = { name: nameOf(say, language, branch), count: total, own: own.length };
  if (of === 'none') return say('booklet.category.none', params);
  if ('unknown' in of) return say('booklet.category.unknown', params);
  const words: Words = own.length === total ? 'booklet.category' : 'booklet.category.with';
  return '　'.repeat(depth) + say(words, { ...params, code: of.code });
};

/** 分类目录: the tree with what stands in each branch. The counts of the first level add up to the whole. */
export const categoryListOf = (
  print: BookletPrint,
  lines: readonly BookletLine[],
  categories: readonly CategoryPlace[],
): ListPaper => {
  const say = sayer(print.language);
  const { session, language, on } = print;
  const branches = arrangeByCategory(categories, lines, ({ category }) => category);
  const parts = branches
    .filter(({ depth }) => depth === 0)
    .map((branch) => say('booklet.sum.part', { name: nameOf(say, language, branch), count: branch.total }));
  return {
    language,
    office: session.office,
    title: say('booklet.title.list', { kind: kindOf(say, session) }),
    left: `${sessionName(session.kind, session.term, session.number)}　${say('booklet.mark.internal')}`,
    right: say('booklet.on', { date: on }),
    intro:
      parts.length === 0
        ? [say('booklet.count', { count: 0 })]
        : [say('booklet.sum', { count: lines.length, parts: parts.join(language === 'zh' ? '，' : ', ') })],
    widths: [2, 4, 11, 4, 6],
    head: (['booklet.no', 'booklet.caseNo', 'booklet.matter', 'booklet.lead', 'booklet.unit'] as const).map(
      (key) => say(key),
    ),
    groups: branches.map((branch) => ({
      heading: headingOf(say, language, branch),
      rows: branch.own.map((line, at) => [
        String(at + 1),
        oneLine(line.caseNo),
        oneLine(line.title),
        oneLine(line.body === '' ? (line.proposers[0] ?? '') : line.body),
        line.leadUnits.length === 0
          ? say('booklet.unit.none')
          : line.leadUnits.map(oneLine).join(between(language)),
      ]),
    })),
    boxes: [],
    foot: say('booklet.foot'),
    on,
  };
};
