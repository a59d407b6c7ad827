import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonWords } from './common-words.ts';
import { guessingCost, isGuessable } from './common-password.ts';
import { checkPassword, passwordProfiles } from './password-policy.ts';

const context = { username: 'wangxl', words: ['王小落', '云川市', 'Yunchuan', 'yunchuan'] };
const mlps3 = (password: string) => checkPassword(password, passwordProfiles.mlps3, context)?.code ?? 'fit';
const asvs = (password: string) => checkPassword(password, passwordProfiles.asvs, context)?.code ?? 'fit';

describe('both profiles, by table', () => {
  it.each([
    // password, mlps3, asvs
    ['Kp7!vTm2', 'fit', 'password-too-short'],
    ['Kp7!vTm', 'password-too-short', 'password-too-short'],
    ['kp7vtm2qxzzd', 'password-too-simple', 'fit'],
    ['KPQVTMBQXZZD', 'password-too-simple', 'fit'],
    ['Kp!vTmBq', 'fit', 'password-too-short'],
    ['kp7!vtm2', 'fit', 'password-too-short'],
    ['gannet over quiet wharf', 'password-too-simple', 'fit'],
    ['春江水暖鸭先知竹外桃花三', 'password-too-simple', 'fit'],
    ['春江水暖鸭先知Kp7', 'fit', 'password-too-short'],
    ['春江水暖鸭先知竹外Kp7', 'fit', 'fit'],
    ['Kp7!vTm2 wangxl gannet', 'password-has-name', 'fit'],
    ['Kp7!vTm2 WANGXL gannet', 'password-has-name', 'fit'],
    ['Password1!', 'password-common', 'password-too-short'],
    ['passwordpassword', 'password-too-simple', 'password-common'],
    ['Wangxl@2026!', 'password-has-name', 'password-common'],
    ['Yunchuan@2026', 'password-common', 'password-common'],
    ['云川市云川市云川市云川市', 'password-too-simple', 'password-common'],
    ['Luoshi_12345', 'password-common', 'password-common'],
    ['123456789012', 'password-too-simple', 'password-common'],
    [' Kp7!vTm2 ', 'fit', 'password-too-short'],
    ['  Kp7!vTm2  ', 'fit', 'fit'],
    ['\ud800Kp7!vTm2gannet', 'field-invalid', 'field-invalid'],
  ])('%s', (password, underMlps3, underAsvs) => {
    expect(mlps3(password)).toBe(underMlps3);
    expect(asvs(password)).toBe(underAsvs);
  });

  it.each([64, 128])('accepts %i characters of Unicode', (length) => {
    const password = `aA1${'🀄落x'.repeat(50)}`;
    const exactly = [...password].slice(0, length).join('');
    expect([mlps3(exactly), asvs(exactly)]).toEqual(['fit', 'fit']);
  });

  it('refuses 129 characters instead of cutting one off', () => {
    const password = `aA1${'🀄落x'.repeat(42)}`;
    expect([...password]).toHaveLength(129);
    expect([mlps3(password), asvs(password)]).toEqual(['password-too-long', 'password-too-long']);
  });
});

/** Built as guessers build: a word, perhaps capitalised or with signs for letters, and a usual ending. */
const endings = [
  '',
  '1',
  '123',
  '1234',
  '123456',
  '!',
  '@123',
  '2025',
  '2026!',
  '888',
  '#2024',
  '520',
  '19900101',
];
const styles: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word.charAt(0).toUpperCase() + word.slice(1),
  (word) => word.toUpperCase(),
  (word) => word.replace(/a/g, '@').replace(/o/g, '0').replace(/s/g, '$'),
];

describe('guessable passwords', () => {
  it('refuses every common word in every style with a usual ending, each in its turn', () => {
    const ending = (index: number): string => endings[index % endings.length] ?? '';
    const guesses = commonWords.flatMap((word, index) =>
      styles.flatMap((style, turn) => [
        style(word) + ending(index + turn),
        style(word) + ending(index + turn + 6),
      ]),
    );
    expect(guesses.length).toBeGreaterThan(3_000);
    expect(guesses.filter((password) => !isGuessable(guessingCost(password, [])))).toEqual([]);
  }, 60_000);

  it.each(
    `Aa123456 Aa@123456 P@ssw0rd P@$$w0rd1 Admin@123 Huawei@123 Qwer1234! 1qaz@WSX !QAZ2wsx 1qaz2wsx3edc Zhang123!
    zhangwei19900101 woaini1314520 5201314520520 aaaaaaaaaaaa abcabcabcabc 112233445566 Qwerty!@#456 Abcd1234!@#$
    iloveyou2025 Wj19850612! 13900000000abc qwe123!@# Shanghai2025# a1b2c3d4e5f6 147258369147 Beijing@2008 Test1234!
    Zhengxie2025! Renda@2026 wangwei520520 Liu@19880808 q1w2e3r4t5y6 zaq12wsxcde3 asdfghjkl123 Woaini@521 987654321000
    Passw0rd!2026 letmein12345! 1234qwer!@#$ qazwsxedcrfv ABCabc123!@# Root@12345 Gongan110! 为人民服务为人民服务2026`.split(
      /\s+/,
    ),
  )('refuses %s', (password) => {
    expect(isGuessable(guessingCost(password, []))).toBe(true);
  });

  it.each([
    'Kp7!vTm2',
    'correct horse battery staple',
    'mountain-river-42-owl',
    '春眠不觉晓处处闻啼鸟夜来',
    'tiger7Kq!',
  ])('accepts %s', (password) => {
    expect(isGuessable(guessingCost(password, []))).toBe(false);
  });

  it('accepts twelve random characters', () => {
    const character = fc.constantFrom(...'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789!#%+-=?_');
    const random = fc.array(character, { minLength: 12, maxLength: 12 }).map((list) => list.join(''));
    // Repeats are what makes such a text guessable; chance gives few of them, the shrinker would give many.
    const varied = random.filter((text) => new Set(text.toLowerCase()).size >= 10);
    const never = fc.property(varied, (password) => {
      expect(isGuessable(guessingCost(password, []))).toBe(false);
    });
    fc.assert(never, { numRuns: 500 });
  });

  it('is not fooled by case: the cost of a password is that of its lower-case form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 30 }), (password) => {
        expect(guessingCost(password.toUpperCase(), [])).toBe(guessingCost(password.toLowerCase(), []));
      }),
    );
  });
});
