/** Numbers that name a person and do not belong into a text that others read. */
export type PersonalNumber = {
  readonly kind: 'idCard' | 'bankCard' | 'passport' | 'mobile';
  /** The number with its middle hidden, to be shown to its writer. */
  readonly shown: string;
};

const digitsOf = (text: string): readonly number[] => [...text].map(Number);

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** GB 11643-1999: the date of birth, and the last character by ISO 7064 MOD 11-2. */
export const isIdCard = (text: string): boolean => {
  const match = /^\d{6}(?:18|19|20)\d{2}(\d{2})(\d{2})\d{3}[\dXx]$/.exec(text);
  if (match === null) return false;
  const month = Number(match[1]);
  const day = Number(match[2]);
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = digitsOf(text.slice(0, 17)).reduce(
    (total, digit, index) => total + digit * (weights[index] ?? 0),
    0,
  );
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
};

/** ISO/IEC 7812: Luhn. Chinese bank cards have 16 to 19 digits and begin with 3 to 6 or 9. */
export const isBankCard = (text: string): boolean => {
  if (!/^[34569]\d{15,18}$/.test(text)) return false;
  const sum = digitsOf(text)
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = index % 2 === 1 ? digit * 2 : digit;
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
};

const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

const hide = (text: string): string =>
  `${text.slice(0, 3)}${'*'.repeat(Math.max(1, text.length - 5))}${text.slice(-2)}`;

const kindOf = (run: string): PersonalNumber['kind'] | null => {
  if (isIdCard(run)) return 'idCard';
  if (isMobile(run)) return 'mobile';
  return isBankCard(run) ? 'bankCard' : null;
};

const runs = /(?<![\dA-Za-z])\d{11,19}[Xx]?(?![\dA-Za-z])/g;
/** 护照: E or G with eight digits, the newer E with a letter and seven, and those of service and diplomacy. */
const passports = /(?<![\dA-Za-z])(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7}|[DSP]E?\d{7,8})(?![\dA-Za-z])/g;

/** Every personal number of a text, once each; also written in full width, or in groups with blanks or hyphens. */
export const findPersonalNumbers = (text: string): readonly PersonalNumber[] => {
  const plain = text.normalize('NFKC');
  const joined = plain.replace(/(?<=\d)[ \u00a0-](?=[\dXx])/g, '');
  const found = new Map<string, PersonalNumber>();
  for (const written of [plain, joined]) {
    for (const [run] of written.matchAll(runs)) {
      const kind = kindOf(run);
      if (kind !== null) found.set(run, { kind, shown: hide(run) });
    }
    for (const [run] of written.matchAll(passports)) found.set(run, { kind: 'passport', shown: hide(run) });
  }
  return [...found.values()];
};
