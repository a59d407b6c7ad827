/** Notes of a discussion, cut into opinions. A proposal: the recorder joins, cuts and drops by hand. */

export type ProposedPiece = {
  /** What was taken off the text: the speaker's name, a number. `lead` and `text` of all pieces are the whole notes. */
  readonly lead: string;
  readonly text: string;
  /** As the notes name him; empty: not named. */
  readonly speaker: string;
  /** It only opens what follows (“提三点建议：”), or praises: most likely no opinion. */
  readonly opening: boolean;
};

const numerals = '一二三四五六七八九十';
const han = `[${numerals}]{1,3}`;

/** `张某某代表（第三组）：`: a name and what he is, to the colon. Blanks may stand inside a name of two characters. */
const speakerLine =
  /^[\s【[]*((?:[\p{Script=Han}·]\s?){1,8}?)\s*(代表|委员|同志)[\s】\]]*(?:[（(][^）)\n]{1,30}[）)])?\s*(?:发言|说|表示|认为|提出|建议)?\s*[:：]/u;

/** What numbers a paragraph at its beginning. */
const lineMarker = new RegExp(
  `^\\s*(?:(?:第${han}[条点]?|${han})[、.．，,：:]|[（(](?:${han}|\\d{1,2})[）)]|\\d{1,2}(?:[、）)]|[.．](?!\\d))|[①-⑳]|[-•●◆■]\\s)\\s*`,
  'u',
);

const valueOf = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (one: string): number => numerals.indexOf(one) + 1;
  return text.includes('十')
    ? (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones))
    : digit(ones);
};

/** Ways of counting inside a paragraph; the first group is the number. Each stands after a stop, never inside a word. */
const counts: readonly RegExp[] = [
  new RegExp(`(?<=^|[。；;：:！!？?，,、\\s])(${han})是`, 'gu'),
  new RegExp(`(?<=^|[。；;：:！!？?，,、\\s])第(${han})[，,、：:]`, 'gu'),
  new RegExp(`(?<=^|[。；;：:！!？?，,、\\s])[（(](${han}|\\d{1,2})[）)]`, 'gu'),
  /(?<=^|[。；;：:！!？?，,、\s])(\d{1,2})(?:[、）)]|[.．](?!\d))/gu,
];

type Mark = { readonly at: number; readonly lead: string };

/** Where a paragraph counts 1, 2, 3 … in one way; empty where it does not. */
const marksIn = (text: string): readonly Mark[] => {
  for (const count of counts) {
    const marks: Mark[] = [];
    for (const match of text.matchAll(count))
      if (valueOf(match[1] ?? '') === marks.length + 1) marks.push({ at: match.index, lead: match[0] });
    if (marks.length > 1) return marks;
  }
  return [];
};

const opens = /(?:[提有谈讲].{0,6}[点条个方面]+(?:建议|意见|想法|体会).{0,4}|如下|[:：])[。:：]?\s*$/u;
const praises = /^(?:完全|非常|十分|我)?(?:赞成|同意|拥护|赞同).{0,40}(?:报告|工作)[^建希应]{0,20}$/u;

const isOpening = (text: string): boolean =>
  text.length <= 80 && (opens.test(text.trim()) || praises.test(text.trim()));

type Cut = { readonly lead: string; readonly text: string };

/** One paragraph without its speaker: before the first count, then one piece for each. */
const cutParagraph = (paragraph: string): readonly Cut[] => {
  const marks = marksIn(paragraph);
  const first = marks[0];
  if (first === undefined) {
    const lead = lineMarker.exec(paragraph)?.[0] ?? '';
    return [{ lead, text: paragraph.slice(lead.length) }];
  }
  return [
    { lead: '', text: paragraph.slice(0, first.at) },
    ...marks.map(({ at, lead }, index) => ({
      lead,
      text: paragraph.slice(at + lead.length, marks[index + 1]?.at ?? paragraph.length),
    })),
  ];
};

type Work = {
  readonly pieces: ProposedPiece[];
  /** Taken off, and not yet before a text. */
  pending: string;
  speaker: string;
  /** The last piece came of a numbered paragraph, and what follows at once goes on with it. */
  goesOn: boolean;
};

const put = (work: Work, { lead, text }: Cut): void => {
  if (text.trim() === '') {
    work.pending += lead + text;
    return;
  }
  work.pieces.push({
    lead: (work.pending + lead).trim(),
    text: text.trim(),
    speaker: work.speaker,
    opening: isOpening(text),
  });
  work.pending = '';
};

const takeLine = (work: Work, line: string): void => {
  const said = speakerLine.exec(line);
  const lead = said?.[0] ?? '';
  if (said !== null) {
    work.speaker = `${(said[1] ?? '').replace(/\s/gu, '')}${said[2] ?? ''}`;
    work.pending += lead;
  }
  const rest = line.slice(lead.length);
  const cuts = cutParagraph(rest);
  const last = work.pieces.at(-1);
  const plain = said === null && cuts.length === 1 && cuts[0]?.lead === '' && work.pending === '';
  if (plain && work.goesOn && last !== undefined) {
    work.pieces[work.pieces.length - 1] = { ...last, text: `${last.text}\n${rest.trim()}`, opening: false };
    return;
  }
  for (const cut of cuts) put(work, cut);
  work.goesOn = cuts.length === 1 && (cuts[0]?.lead ?? '') !== '';
};

/**
 * Cuts notes at speakers, numbered paragraphs, “一是…二是…” and paragraphs. Nothing is lost: the leads and texts in their
 * order are the notes but for blanks.
 */
export const splitNotes = (notes: string): readonly ProposedPiece[] => {
  const work: Work = { pieces: [], pending: '', speaker: '', goesOn: false };
  for (const line of notes.split(/\r\n|[\n\r]/u)) {
    if (line.trim() === '') work.goesOn = false;
    else takeLine(work, line);
  }
  const { pieces, pending, speaker } = work;
  return pending.trim() === ''
    ? pieces
    : [...pieces, { lead: '', text: pending.trim(), speaker, opening: true }];
};
