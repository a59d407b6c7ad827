/**
 * How few guesses a password is worth. It is cut into pieces that every guessing list holds (common words, keyboard
 * runs, dates, repeats, words of the place); what no list holds counts by the character.
 */
import { commonWords } from './common-words.ts';

const listed: ReadonlySet<string> = new Set(commonWords);

const runs = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  // Columns of the keyboard, from the top down.
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qazwsxedcrfvtgbyhnujmikolp',
  // Columns of a telephone's keys.
  '147258369',
  '159753',
  'aabbccddeeffgg',
  '112233445566778899',
  'a1b2c3d4e5f6g7h8',
];
const reversed = (text: string): string => [...text].reverse().join('');
const allRuns: readonly string[] = [...runs, ...runs.map(reversed)];

const longestPiece = 40;

/** The same keys without Shift, and the letters for which digits and signs stand. */
const unshift = new Map([...'!@#$%^&*()'].map((sign, index) => [sign, '1234567890'.charAt(index)]));
const letterFor = new Map([
  ['@', 'a'],
  ['4', 'a'],
  ['0', 'o'],
  ['1', 'i'],
  ['!', 'i'],
  ['3', 'e'],
  ['$', 's'],
  ['5', 's'],
  ['7', 't'],
]);
const otherLetterFor = new Map([...letterFor, ['1', 'l'], ['!', 'l'], ['0', 'o']]);

const piecesOf = (run: string): readonly string[] =>
  [...run].flatMap((_, start) =>
    Array.from({ length: Math.max(0, run.length - start - 2) }, (__, more) =>
      run.slice(start, start + 3 + more),
    ),
  );

/** Every three or more keys in a row. */
const runPieces: ReadonlySet<string> = new Set(allRuns.flatMap(piecesOf));

/** One to four characters over and over: aaaa, 1212, abcabc. */
const isRepeat = (piece: string): boolean => {
  for (let period = 1; period <= 4 && period * 2 <= piece.length; period += 1)
    if (piece.length >= 3 && piece === piece.slice(0, period).repeat(piece.length).slice(0, piece.length))
      return true;
  return false;
};

/** A year, a birthday or another date (1990, 199001, 19900101, 900101, 0101), or a mobile number. */
const isDateOrPhone = (piece: string): boolean =>
  /^1[3-9]\d{9}$/.test(piece) ||
  /^(19|20)\d{2}$/.test(piece) ||
  /^((19|20)?\d{2})?(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(piece) ||
  /^(19|20)\d{2}(0?[1-9]|1[0-2])$/.test(piece);

const isPiece = (piece: string, words: ReadonlySet<string>): boolean =>
  listed.has(piece) || words.has(piece) || runPieces.has(piece) || isRepeat(piece) || isDateOrPhone(piece);

/** The least number of pieces and single characters that make up the text; each piece in any of its readings. */
const costOf = (readings: readonly (readonly string[])[], words: ReadonlySet<string>): number => {
  const best = [0];
  const length = readings[0]?.length ?? 0;
  const isKnown = (start: number, end: number): boolean =>
    readings.some((reading) => isPiece(reading.slice(start, end).join(''), words));
  for (let end = 1; end <= length; end += 1) {
    let least = (best[end - 1] ?? 0) + 1;
    for (let start = Math.max(0, end - longestPiece); start <= end - 2; start += 1) {
      const before = best[start] ?? 0;
      if (before + 1 < least && isKnown(start, end)) least = before + 1;
    }
    best.push(least);
  }
  return best.at(-1) ?? 0;
};

const translate = (characters: readonly string[], table: ReadonlyMap<string, string>): readonly string[] =>
  characters.map((one) => table.get(one) ?? one);

/**
 * `contextWords`: names that a guesser would try here. Letters count alike in both cases. The whole of a repeated
 * character costs 1; `Admin@123` costs 3; a random one costs its length.
 */
export const guessingCost = (password: string, contextWords: readonly string[]): number => {
  const words = new Set(
    contextWords
      .flatMap((word) => [word, ...word.split(/[\s._@-]+/)])
      .map((word) => word.toLowerCase())
      .filter((word) => [...word].length >= 2),
  );
  const plain = [...password].flatMap((one) => [...one.toLowerCase()]);
  const readings = [plain, ...[letterFor, otherLetterFor, unshift].map((table) => translate(plain, table))];
  return costOf(readings, words);
};

/** Four pieces are within reach of a guessing list with its usual endings. */
const reach = 4;

export const isGuessable = (cost: number): boolean => cost <= reach;
