/** Exact shares: whole numbers in, a decimal text out, rounded half up; nothing passes through a float. */
import type { Text } from '../words.ts';

/** Rounds n/d half up (away from zero) to a whole number; d > 0. */
const half = (n: bigint, d: bigint): bigint => {
  const up = (value: bigint): bigint => (2n * value + d) / (2n * d);
  return n < 0n ? -up(-n) : up(n);
};

const power = (decimals: number): bigint => 10n ** BigInt(decimals);

/** A number of units of 10^-decimals as decimal text: (4373, 2) → "43.73". */
const decimalText = (scaled: bigint, decimals: number): string => {
  const sign = scaled < 0n ? '-' : '';
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  return decimals === 0
    ? `${sign}${digits}`
    : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

/** Numerator, denominator and how the result reads. */
export type Measured = { readonly numerator: number; readonly denominator: number | null };
export type Shows = 'count' | 'percent' | 'ratio';
export type Shape = { readonly shows: Shows; readonly decimals: number };

const scale = ({ shows, decimals }: Shape): bigint => power(decimals) * (shows === 'percent' ? 100n : 1n);

/**
 * The value as decimal text ("83.8", "1440"), half up; null: there is no denominator to divide by. Shares are rounded
 * each by itself and not forced to 100 (domain practice: published shares of one base are each half up).
 */
export const valueText = ({ numerator, denominator }: Measured, shape: Shape): string | null => {
  if (shape.shows === 'count') return String(numerator);
  if (denominator === null || denominator === 0) return null;
  return decimalText(half(BigInt(numerator) * scale(shape), BigInt(denominator)), shape.decimals);
};

/** The value as it is printed: with its sign of percentage; a dash where there is none. */
export const printed = (value: string | null, shows: Shows): string =>
  value === null ? '—' : shows === 'percent' ? `${value} %` : value;

const scaledOf = (value: string, decimals: number): bigint => {
  const negative = value.startsWith('-');
  const [whole = '0', part = ''] = value.replace('-', '').split('.');
  const scaled =
    BigInt(whole) * power(decimals) + BigInt(part.padEnd(decimals, '0').slice(0, decimals) || '0');
  return negative ? -scaled : scaled;
};

/**
 * One printed value less another, to the decimals of the longer: 63.9 less 56.7 is 7.2 百分点. Printed values, not
 * exact ones, are subtracted: that is what a reader does who has both before him (杭州 2020: 63.9 against 56.7).
 */
export const differenceText = (value: string | null, other: string | null): string | null => {
  if (value === null || other === null) return null;
  const decimals = Math.max(...[value, other].map((one) => one.split('.')[1]?.length ?? 0));
  return decimalText(scaledOf(value, decimals) - scaledOf(other, decimals), decimals);
};

/** A difference in words: 提高 7.2 个百分点. */
export const differenceWords = (difference: string | null, shows: Shows): Text | null => {
  if (difference === null) return null;
  if (!/[1-9]/.test(difference)) return { zh: '持平', en: 'unchanged' };
  const down = difference.startsWith('-');
  const amount = down ? difference.slice(1) : difference;
  if (shows === 'percent')
    return {
      zh: `${down ? '下降' : '提高'} ${amount} 个百分点`,
      en: `${down ? 'down' : 'up'} ${amount} percentage points`,
    };
  return { zh: `${down ? '减少' : '增加'} ${amount}`, en: `${down ? 'down' : 'up'} ${amount}` };
};

const magnitude = (n: number, digits: number): number => 10 ** Math.max(1, String(n).length - digits);

/**
 * A number as a running text may say it, from the exact one, and never on the wrong side of it: shortly before a round
 * number (within a twentieth of it) it is 近 that, otherwise 余 of the two leading digits; what is round itself, or
 * under 20, stands as it is. 1358 → 1300余, 267 → 260余, 298 → 近300.
 */
export const approximately = (n: number): Text => {
  const step = magnitude(n, 2);
  if (n < 20 || n % step === 0) return { zh: String(n), en: String(n) };
  const coarse = magnitude(n, 1);
  const next = Math.ceil(n / coarse) * coarse;
  if ((next - n) * 20 <= next) return { zh: `近${next}`, en: `nearly ${next}` };
  const down = Math.floor(n / step) * step;
  return { zh: `${down}余`, en: `more than ${down}` };
};

/** A share of which only the rough size is told: 约 with no decimals. */
export const approximateShare = (measured: Measured): Text | null => {
  const value = valueText(measured, { shows: 'percent', decimals: 0 });
  return value === null ? null : { zh: `约 ${value} %`, en: `about ${value} %` };
};
