import { chineseNumerals, readNumber } from './chinese-number.ts';
import { withoutInvisible } from './plain-text.ts';

export type PeopleReading = {
  /** Names in the printed order, each once. */
  readonly names: readonly string[];
  /** From 等5名代表: how many there are in all; null when the text does not say. */
  readonly count: number | null;
};

const andOthers = new RegExp(
  `(?:等|共)\\s*(\\d{1,4}|[${chineseNumerals}]{1,5})?\\s*(?:多)?\\s*[名位人个]?\\s*(?:人大|政协)?(?:代表|委员|同志|人)?\\s*(?:联名|附议|提出)?\\s*$`,
);
const office = /^(.{2,4})(?:代表|委员|同志|主任|先生|女士)$/u;
const phone = /(?:\+?86)?[-\s]*\d{3,4}[-\s]?\d{4}[-\s]?\d{3,4}/g;

/** Middle dots of minority names come in many shapes; spaces inside a Chinese name are padding. */
export const personKey = (name: string): string =>
  withoutInvisible(name)
    .normalize('NFKC')
    .replace(/[·•・‧∙⋅.．]/g, '·')
    .replace(/\s+/g, '')
    .toLowerCase();

/**
 * Joins the spaces that offices put inside two-character names (张 三) but keeps the spaces between names:
 * no name is one character, so a lone character belongs to its neighbour.
 */
const splitBySpaces = (piece: string): string[] => {
  const words = piece.split(/\s+/).filter((word) => word !== '');
  if (words.every((word) => /^[\p{Script=Latin}.'-]+$/u.test(word)))
    return words.length > 0 ? [words.join(' ')] : [];
  const names: string[] = [];
  let open = '';
  for (const word of words) {
    const lone = [...word].length === 1;
    if (open !== '') {
      names.push(open + word);
      open = '';
    } else if (lone) open = word;
    else names.push(word);
  }
  if (open !== '') {
    const last = names.pop();
    names.push(last === undefined ? open : last + open);
  }
  return names;
};

const bare = (name: string): string => {
  const plain = name
    .replace(/^[:：\d.、]+(?=\p{Script=Han})/u, '')
    .replace(/[·•・‧∙⋅]/g, '·')
    .trim();
  const titled = office.exec(plain);
  // A title goes only where a name remains and the whole is short enough to be one.
  return titled?.[1] !== undefined && /^\p{Script=Han}+$/u.test(titled[1]) && [...plain].length <= 5
    ? titled[1]
    : plain;
};

/**
 * Reads a list of people: 张 三、李四, 张三等5名代表, 张三（领衔）, one below the other, or parted by spaces.
 * What stands in brackets after a name (office, workplace) and telephone numbers are left out.
 */
export const parsePeople = (raw: string): PeopleReading => {
  const inAll = /[（(]\s*(\d{1,4}) in all\s*[）)]\s*$/i.exec(raw);
  let text = withoutInvisible(raw)
    .replace(/\u3000/g, ' ')
    .replace(/[（(【[][^）)】\]]{0,60}[）)】\]]/g, ' ')
    .replace(phone, ' ')
    .split(/[\r\n]+/)
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')
    .join('\n');
  let count: number | null = inAll ? Number(inAll[1]) : null;
  const others = andOthers.exec(text);
  if (others && (others[1] !== undefined || /等\s*[代委人名位]?/.test(others[0]))) {
    count = others[1] === undefined ? null : readNumber(others[1].normalize('NFKC'));
    text = text.slice(0, others.index);
  }
  const names: string[] = [];
  const seen = new Set<string>();
  for (const piece of text.split(/[、，,；;/／|\n\r\t]+/)) {
    for (const word of splitBySpaces(piece)) {
      const name = bare(word);
      const key = personKey(name);
      if (key === '' || seen.has(key)) continue;
      seen.add(key);
      names.push(name);
    }
  }
  return { names, count };
};
