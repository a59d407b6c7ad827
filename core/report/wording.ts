/** 余、多、约、近: how a number may be said, from the exact one, and only where it is true. */
import type { Measured, Shape } from '../figures/rate.ts';
import { valueText } from '../figures/rate.ts';
import type { Wording } from './report.ts';

type Language = 'zh' | 'en';

/** The largest step that keeps so many leading digits of a number, and is not under ten. */
const stepOf = (n: number, digits: number): number => 10 ** Math.max(1, String(n).length - digits);

/** A number as near as a twentieth of it. */
const isNear = (gap: number, of: number): boolean => gap > 0 && gap * 20 <= of;

const say: Readonly<Record<Exclude<Wording, 'exact'>, Readonly<Record<Language, (n: string) => string>>>> = {
  over: { zh: (n) => `${n}余`, en: (n) => `more than ${n}` },
  many: { zh: (n) => `${n}多`, en: (n) => `over ${n}` },
  about: { zh: (n) => `约${n}`, en: (n) => `about ${n}` },
  nearly: { zh: (n) => `近${n}`, en: (n) => `nearly ${n}` },
};

/** Under this, a number stands as it is: nobody says 10余 of 12 where 12 is as short. */
const smallest = 20;

/**
 * A whole number in a wording. 余 and 多: the number cut to two leading digits, so less than it (1358 → 1300余);
 * 近: the next round number of one digit, at most a twentieth above (298 → 近300); 约: rounded to two digits, off
 * by at most a twentieth (1358 → 约1400 is 3 % off). Where a wording would not be true, or the number is round or small,
 * the exact number stands.
 */
export const countInWords = (n: number, wording: Wording, language: Language): string => {
  if (wording === 'exact' || n < smallest) return String(n);
  const step = stepOf(n, 2);
  if (wording === 'nearly') {
    const coarse = stepOf(n, 1);
    const next = Math.ceil(n / coarse) * coarse;
    return isNear(next - n, next) ? say.nearly[language](String(next)) : String(n);
  }
  const rounded = wording === 'about' ? Math.round(n / step) * step : Math.floor(n / step) * step;
  const fits = wording === 'about' ? isNear(Math.abs(rounded - n), n) : rounded < n;
  return fits ? say[wording][language](String(rounded)) : String(n);
};

const overShare: Readonly<Record<Language, (n: string) => string>> = {
  zh: (n) => `超过${n} %`,
  en: (n) => `more than ${n} %`,
};

/**
 * A share in a wording, in whole percent: 余 and 多 cut down and say 超过; 近 goes up, at most by half a point; 约 rounds
 * half up. Never up to 100 % or down to 0 % where it is not exactly that: then, and where the share is whole, the exact
 * text stands.
 */
export const shareInWords = (
  { numerator, denominator }: Measured,
  wording: Wording,
  exact: string,
  language: Language,
): string => {
  if (wording === 'exact' || denominator === null || denominator === 0) return exact;
  const whole = Math.floor((numerator * 100) / denominator);
  if ((numerator * 100) % denominator === 0) return exact;
  const half = Number(valueText({ numerator, denominator }, { shows: 'percent', decimals: 0 }));
  const rounded = wording === 'about' ? half : wording === 'nearly' ? whole + 1 : whole;
  if (rounded <= 0 || rounded === 100 || (wording === 'nearly' && half !== rounded)) return exact;
  return wording === 'over' || wording === 'many'
    ? overShare[language](String(rounded))
    : say[wording][language](`${rounded} %`);
};

/** A measured number in a wording. A ratio (so many of one for each of the other) is always exact. */
export const inWords = (
  measured: Measured & { readonly text: string },
  shows: Shape['shows'],
  wording: Wording,
  language: Language,
): string => {
  if (shows === 'count') return countInWords(measured.numerator, wording, language);
  return shows === 'percent' ? shareInWords(measured, wording, measured.text, language) : measured.text;
};
