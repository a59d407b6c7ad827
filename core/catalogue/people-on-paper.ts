import { parsePeople, personKey } from './parse-people.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { namedIn } from './one-named.ts';

/** Each with what stands in brackets after it, which tells people of one name apart. */
const namesWithBrackets = (raw: string): readonly string[] =>
  (raw.match(/(?:[（(][^（()）\n]*[）)]|[^、，,；;\n])+/g) ?? []).flatMap((piece) => {
    const { names } = parsePeople(piece);
    const bracket = /[（(]\s*([^（()）]{1,60}?)\s*[）)]\s*$/.exec(piece)?.[1];
    const [only] = names;
    return bracket !== undefined && only !== undefined && names.length === 1
      ? [`${only}（${bracket}）`]
      : names;
  });

/** Whether fewer are listed than the cell says; its number may count the author, too. */
const short = (raw: string, listed: number, at: string): Refusal | null => {
  const { count } = parsePeople(raw);
  return count !== null && count > listed ? refuse('signers-short', { count, listed }, at) : null;
};

/**
 * Who stands on a paper form, from its cells of the author and of the co-signers. Whoever follows the first name in the
 * author's cell signed with him; nobody is listed twice for standing in both. `author` and each of `coSigners` as
 * 张三 or 张三（what stood in brackets）. Refusals: `signers-short` where a number like 等5名代表 exceeds the names.
 */
export const peopleOnPaper = (authorCell: string, coSignersCell: string) => {
  const [author = '', ...withHim] = namesWithBrackets(authorCell);
  const listed = namesWithBrackets(coSignersCell);
  const keyOf = (text: string): string => personKey(namedIn(text).name);
  const keys = new Set(listed.map(keyOf));
  const coSigners = [...withHim.filter((one) => !keys.has(keyOf(one))), ...listed];
  const all = coSigners.length + 1;
  const refusals = [short(authorCell, all, 'author'), short(coSignersCell, all, 'coSigners')];
  return { author, coSigners, refusals: refusals.filter((one) => one !== null) };
};
