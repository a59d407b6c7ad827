/** How a number cell is shown. A date becomes ISO text, everything else what the office sees. */
export type NumberFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  /** `"第"000"号"`: digits padded with zeros between fixed words. */
  | { readonly kind: 'padded'; readonly before: string; readonly digits: number; readonly after: string }
  | { readonly kind: 'other'; readonly code: string };

/** Formats that files name by number only (ECMA-376 part 1, 18.8.30, with the Chinese ones of 27–36 and 50–58). */
const builtIn = (id: number): string => {
  const codes: Readonly<Record<number, string>> = {
    1: '0',
    2: '0.00',
    3: '#,##0',
    4: '#,##0.00',
    9: '0%',
    10: '0.00%',
    11: '0.00E+00',
    37: '#,##0;(#,##0)',
    38: '#,##0;(#,##0)',
    39: '#,##0.00;(#,##0.00)',
    40: '#,##0.00;(#,##0.00)',
  };
  if (
    (id >= 14 && id <= 17) ||
    id === 22 ||
    (id >= 27 && id <= 31) ||
    (id >= 50 && id <= 54) ||
    id === 36 ||
    id === 57 ||
    id === 58
  )
    return 'yyyy-mm-dd';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56)
    return 'h:mm:ss';
  return codes[id] ?? 'General';
};

const padded = /^(?:"([^"]*)")?(0+)(?:"([^"]*)")?$/;

/** Reads a format by its code, or by its number when the file gives no code. */
export const numberFormat = (id: number, custom: string | null): NumberFormat => {
  const code = (custom ?? builtIn(id)).split(';')[0] ?? '';
  if (/^(?:general|@|g\/通用格式|#|)$/i.test(code.trim())) return { kind: 'general' };
  const pad = padded.exec(code);
  if (pad)
    return { kind: 'padded', before: pad[1] ?? '', digits: (pad[2] ?? '').length, after: pad[3] ?? '' };
  const letters = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general|am\/pm|上午\/下午/gi, '');
  if (/[yd]|(?<![a-z])e(?![+-])/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters)))
    return { kind: 'date' };
  if (/[hms]/i.test(letters)) return { kind: 'time' };
  return { kind: 'other', code };
};

const pad2 = (value: number): string => String(value).padStart(2, '0');

/** A serial of the 1900 system as ISO text: `2023-03-15`, with `HH:mm` where the cell holds a time as well. */
const dateText = (serial: number): string | null => {
  // Lotus counted 29 February 1900; from March 1900 on the serials are right.
  const days = Math.floor(serial) + (serial < 60 ? 1 : 0);
  if (days < 1 || days > 2_958_465) return null;
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  const date = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000 + minutes * 60_000);
  const day = date.toISOString().slice(0, 10);
  return minutes === 0 ? day : `${day} ${pad2(date.getUTCHours())}:${pad2(date.getUTCMinutes())}`;
};

const timeText = (value: number): string => {
  const minutes = Math.round((value - Math.floor(value)) * 1440);
  return `${pad2(Math.floor(minutes / 60) % 24)}:${pad2(minutes % 60)}`;
};

/** Long case numbers stay whole: no 2.02E+12. */
const generalText = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(Number(value.toPrecision(11)));

export type FormatOther = (code: string, value: number) => string;

/** The displayed text of a number cell. `formatOther` is asked for formats beyond dates and plain digits. */
export const numberText = (
  value: number,
  format: NumberFormat,
  date1904: boolean,
  formatOther: FormatOther,
): string => {
  if (!Number.isFinite(value)) return '';
  switch (format.kind) {
    case 'general':
      return generalText(value);
    case 'padded':
      return `${format.before}${value < 0 ? '-' : ''}${generalText(Math.round(Math.abs(value))).padStart(format.digits, '0')}${format.after}`;
    case 'date':
      return dateText(value + (date1904 ? 1462 : 0)) ?? generalText(value);
    case 'time':
      return value >= 1 ? (dateText(value + (date1904 ? 1462 : 0)) ?? generalText(value)) : timeText(value);
    case 'other':
      return formatOther(format.code, value).trim() || generalText(value);
  }
};
