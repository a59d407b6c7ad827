import type { LocalDate } from '#core/words.ts';

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 12 → 十二, 20 → 二十, 99 → 九十九; numbers outside 1–99 stay in figures. */
export const chineseNumeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${head}${digits[value % 10]}`;
};

/** 2026-03-05 → 2026年3月5日: figures, no leading zeros (成文日期, GB/T 9704-2012 7.3.5). */
export const chineseDate = (date: LocalDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
