const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const tens: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** The characters of a Chinese numeral, for use inside a regular expression's brackets. */
export const chineseNumerals = '〇零○一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟廿卅';

const wholeNumeral = new RegExp(`^[${chineseNumerals}]{1,12}$`);

const readPlaces = (text: string): number | null => {
  let total = 0;
  let pending: number | null = null;
  for (const character of text) {
    const digit = digits[character];
    const place = tens[character];
    if (digit !== undefined) {
      if (pending !== null && pending !== 0) return null;
      pending = digit;
    } else if (place !== undefined) {
      total += (pending === null || pending === 0 ? 1 : pending) * place;
      pending = null;
    } else return null;
  }
  return total + (pending ?? 0);
};

/**
 * Reads 二十三, 一百零五, 廿三 and digit by digit 二〇二三 or 一二; plain digits as well.
 * @returns a whole number from 0 to 99,999,999, or null when the text is not a number.
 */
export const readNumber = (text: string): number | null => {
  if (/^\d{1,8}$/.test(text)) return Number(text);
  if (!wholeNumeral.test(text)) return null;
  const plain = text.replaceAll('廿', '二十').replaceAll('卅', '三十');
  if (/[十拾百佰千仟]/.test(plain)) return readPlaces(plain);
  let value = 0;
  for (const character of plain) value = value * 10 + (digits[character] ?? 0);
  return value <= 99_999_999 ? value : null;
};
