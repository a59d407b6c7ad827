import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nationalIntake } from '#rulesets/intake.ts';
import { checkSubmissionText, isVague } from './check-text.ts';
import { findPersonalNumbers, isBankCard, isIdCard } from './personal-numbers.ts';
import { sessionOn } from './session.ts';
import type { SubmissionText } from './submission.ts';

const intake = nationalIntake.suggestion;
const sound: SubmissionText = {
  title: '关于在滨河路口增设信号灯的建议',
  facts: [
    {
      type: 'paragraph',
      text: '滨河路与学府街交叉口每天早晚高峰有两千多名学生过街，没有信号灯，去年发生碰撞十一起，家长反映强烈，附近三所学校都提过。',
    },
  ],
  analysis: [],
  asks: ['在滨河路与学府街交叉口增设行人信号灯'],
};
const codes = (text: Partial<SubmissionText>): string[] =>
  checkSubmissionText({ ...sound, ...text }, intake).map(({ code, at }) => `${code}@${at}`);
const facts = (text: string): Partial<SubmissionText> => ({
  facts: [...sound.facts, { type: 'paragraph', text }],
});

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idCard = fc
  .record({
    area: fc.integer({ min: 110_000, max: 659_999 }),
    year: fc.integer({ min: 1900, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    serial: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, year, month, day, serial }) => {
    const two = (n: number): string => String(n).padStart(2, '0');
    const head = `${area}${year}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`;
    const sum = [...head].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
    return `${head}${'10X98765432'[sum % 11]}`;
  });
const around = fc.constantFrom('', '：', '（', '号码', ' ', '，');

describe('numbers of people', () => {
  test('every ID card is found, also in full width or in groups; one wrong digit is none', () => {
    fc.assert(
      fc.property(
        idCard,
        around,
        around,
        fc.constantFrom('plain', 'wide', 'groups'),
        (card, before, after, how) => {
          const written =
            how === 'wide'
              ? card.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
              : how === 'groups'
                ? `${card.slice(0, 6)} ${card.slice(6, 14)} ${card.slice(14)}`
                : card;
          expect(findPersonalNumbers(`${before}${written}${after}`).map(({ kind }) => kind)).toContain(
            'idCard',
          );
          const wrong = `${card.slice(0, 3)}${(Number(card[3]) + 1) % 10}${card.slice(4)}`;
          expect(isIdCard(wrong)).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('what is shown of a number is never the number', () => {
    fc.assert(
      fc.property(idCard, (card) => {
        const finding = checkSubmissionText({ ...sound, ...facts(`证号${card}。`) }, intake)[0];
        expect(finding).toMatchObject({ code: 'personal-number', severity: 'stop', at: 'facts' });
        expect(JSON.stringify(finding)).not.toContain(card.slice(6, 14));
      }),
    );
  });

  test('bank cards by their check digit, mobile numbers, passports; not money, years or road numbers', () => {
    expect([isBankCard('4111111111111111'), isBankCard('4111111111111112')]).toEqual([true, false]);
    const card = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']
      .map((digit) => `622202123456789012${digit}`)
      .filter(isBankCard);
    expect(card).toHaveLength(1);
    expect(findPersonalNumbers(`卡号${card[0]}`)).toMatchObject([{ kind: 'bankCard' }]);
    expect(
      findPersonalNumbers('电话 199-0000-0001，护照E12345678')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['mobile', 'passport']);
    expect(findPersonalNumbers('投资12345678900元，2026年G30高速，人口1234567')).toEqual([]);
  });
});

describe('a text while it is written', () => {
  test('a sound one has no findings', () => {
    expect(codes({})).toEqual([]);
  });

  test.each([
    ['加强重视', true],
    ['建议有关部门高度重视，进一步加大工作力度。', true],
    ['切实加强管理', true],
    ['在东湖公园增设公厕三座', false],
    ['将3路公交末班车延长至22时', false],
    ['修订《城市养犬管理条例》', false],
  ])('an ask to do nothing in particular is vague: %s', (ask, vague) => {
    expect(isVague(ask)).toBe(vague);
    expect(codes({ asks: [ask] })).toEqual(vague ? ['ask-vague@asks[0]'] : []);
  });

  test.each<[string, Partial<SubmissionText>, string]>([
    ['two matters', { title: '关于修路以及关于养老的建议' }, 'several-matters@title'],
    ['no ask', { asks: [] }, 'asks-missing@asks'],
    ['a long title', { title: '长'.repeat(61) }, 'title-long@title'],
    ['a case in court', facts('我与某公司的诉讼正在审理。'), 'ground@facts'],
    ['a mark of secrecy', facts('根据机密文件第三页。'), 'secret-word@facts'],
    ['an accusation', facts('听说王某某局长收钱，涉嫌受贿。'), 'person-accused@facts'],
    ['a mobile number', { asks: ['请致电19900000001联系增设站点'] }, 'mobile-number@asks[0]'],
  ])('%s is found where it stands', (_, text, expected) => {
    expect(codes(text)).toContain(expected);
  });

  test('never throws, says where in the text, and puts what stops first', () => {
    const line = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(line, line, fc.array(line, { maxLength: 30 }), (title, words, asks) => {
        const found = checkSubmissionText(
          { title, facts: [{ type: 'paragraph', text: words }], analysis: [], asks },
          intake,
        );
        const order = found.map(({ severity }) => ['stop', 'warn', 'hint'].indexOf(severity));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        for (const { at } of found) expect(at).toMatch(/^(title|facts|analysis|asks(\[\d+\])?)$/);
      }),
    );
  });
});

describe('the session for which it counts', () => {
  const sessions = [
    { id: 1, opensOn: '2025-01-10', closesOn: '2025-01-15' },
    { id: 2, opensOn: '2026-01-12', closesOn: '2026-01-16' },
  ];
  test.each([
    ['suggestion', '2026-01-14', { sessionId: 2, inSession: true }],
    ['suggestion', '2026-01-11', { sessionId: 1, inSession: false }],
    ['suggestion', '2026-01-17', { sessionId: 2, inSession: false }],
    ['suggestion', '2024-12-01', { sessionId: 1, inSession: false }],
    ['proposal', '2025-11-20', { sessionId: 2, inSession: true }],
    ['proposal', '2025-09-01', { sessionId: 1, inSession: false }],
    ['proposal', '2026-01-17', { sessionId: 2, inSession: false }],
  ] as const)('a %s handed in on %s', (kind, day, expected) => {
    expect(sessionOn(nationalIntake[kind].collected.daysBefore, sessions, day)).toEqual(expected);
  });
  test('a place that collects from another day on', () => {
    expect(sessionOn(30, sessions, '2025-12-12')).toEqual({ sessionId: 1, inSession: false });
    expect(sessionOn(30, sessions, '2025-12-13')).toEqual({ sessionId: 2, inSession: true });
  });
  test('none is known', () => {
    expect(sessionOn(90, [], '2026-01-01')).toBeNull();
  });
});
