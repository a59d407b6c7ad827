import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeUnit, parseUnits, splitUnitNames } from './parse-units.ts';

const nothingKnown = (): boolean => false;
const mixed = { role: null, isKnown: nothingKnown, assistElsewhere: false };
const roles = (text: string): string[] =>
  parseUnits(text, mixed).units.map(({ role, name }) => `${role} ${name}`);

describe('lists of units', () => {
  test.each([
    ['市教育局、市财政局', ['市教育局', '市财政局']],
    ['市教育局,市财政局；市住建局/市城管局', ['市教育局', '市财政局', '市住建局', '市城管局']],
    ['市教育局 市财政局', ['市教育局', '市财政局']],
    ['市教育局\n市财政局', ['市教育局', '市财政局']],
    ['市教育局和市财政局', ['市教育局', '市财政局']],
    ['市教育局及市财政局、市民政局', ['市教育局', '市财政局', '市民政局']],
    ['市住房和城乡建设局', ['市住房和城乡建设局']],
    ['市规划和自然资源局和市文化和旅游局', ['市规划和自然资源局', '市文化和旅游局']],
    ['市工业和信息化局、农业农村和科学技术局', ['市工业和信息化局', '农业农村和科学技术局']],
    ['市规划和\n自然资源局', ['市规划和自然资源局']],
    ['1.市教育局 2.市财政局', ['市教育局', '市财政局']],
    ['市教育局（基教科、办公室）、市财政局', ['市教育局（基教科、办公室）', '市财政局']],
    ['由市教育局办理', ['市教育局']],
    ['市桥街，沙湾街', ['市桥街', '沙湾街']],
    ['City Education Bureau', ['City Education Bureau']],
    ['市教育局、市教育局', ['市教育局']],
    ['①市教育局②市财政局', ['市教育局', '市财政局']],
    ['', []],
  ])('%s', (text, names) => expect(splitUnitNames(text, nothingKnown)).toEqual(names));

  test('a name that the directory has is never cut', () => {
    const name = '市教育局和市体育局联合办公室';
    expect(splitUnitNames(name, nothingKnown)).toHaveLength(2);
    expect(splitUnitNames(name, (text) => text === name)).toEqual([name]);
  });
});

describe('roles inside a cell', () => {
  test.each([
    ['主办：市教育局；会办：市财政局、市住建局', ['lead 市教育局', 'assist 市财政局', 'assist 市住建局']],
    ['主办单位:市教育局\n协办单位:市财政局', ['lead 市教育局', 'assist 市财政局']],
    ['市教育局（主办）、市财政局（会办）', ['lead 市教育局', 'assist 市财政局']],
    ['市教育局(主办) 市财政局(会办) 市住建局(会办)', ['lead 市教育局', 'assist 市财政局', 'assist 市住建局']],
    ['【主办】市教育局【会办】市财政局、市住建局', ['lead 市教育局', 'assist 市财政局', 'assist 市住建局']],
    ['（主）市教育局（会）市财政局', ['lead 市教育局', 'assist 市财政局']],
    ['市教育局主办，市财政局、市住建局会办', ['lead 市教育局', 'assist 市财政局', 'assist 市住建局']],
    ['由市教育局牵头，市财政局配合', ['lead 市教育局', 'assist 市财政局']],
    ['主办市教育局，会办市财政局', ['lead 市教育局', 'assist 市财政局']],
    ['主办单位：市教育局；协办单位：无', ['lead 市教育局']],
    ['分办：市交通运输局、市公安局', ['separate 市交通运输局', 'separate 市公安局']],
    ['市交通运输局、市公安局（分办）', ['separate 市交通运输局', 'separate 市公安局']],
    ['市交通运输局、市公安局分别办理', ['separate 市交通运输局', 'separate 市公安局']],
    ['市教育局（独办）', ['sole 市教育局']],
    [
      '科技部（主办） 工业和信息化部（分办） 海关总署（会办）',
      ['lead 科技部', 'separate 工业和信息化部', 'assist 海关总署'],
    ],
  ])('%s', (text, expected) => {
    expect(roles(text)).toEqual(expected);
    expect(parseUnits(text, mixed).units.every(({ assumed }) => !assumed || text.includes('、'))).toBe(true);
  });

  test('what the cell does not say is assumed, and says so', () => {
    expect(parseUnits('市教育局', mixed).units).toEqual([{ name: '市教育局', role: 'sole', assumed: true }]);
    expect(parseUnits('市教育局、市财政局', mixed).units).toEqual([
      { name: '市教育局', role: 'lead', assumed: true },
      { name: '市财政局', role: 'assist', assumed: true },
    ]);
    expect(parseUnits('★市教育局、市财政局', mixed).units).toEqual([
      { name: '市教育局', role: 'lead', assumed: false },
      { name: '市财政局', role: 'assist', assumed: true },
    ]);
    expect(parseUnits('市教育局、市财政局（会办）', mixed).units).toEqual([
      { name: '市教育局', role: 'lead', assumed: true },
      { name: '市财政局', role: 'assist', assumed: false },
    ]);
  });

  test('a column with a role gives its role to every name, but a mark inside wins', () => {
    const lead = { ...mixed, role: 'lead' as const };
    expect(parseUnits('市教育局、市财政局', lead).units.map(({ role }) => role)).toEqual(['lead', 'lead']);
    expect(parseUnits('市教育局、市财政局（会办）', lead).units[1]).toMatchObject({ role: 'assist' });
  });

  test('等 at the end is noticed and is no unit', () => {
    expect(parseUnits('市教育局、市财政局等5个单位', mixed)).toMatchObject({ andOthers: true });
    expect(roles('市教育局等')).toEqual(['sole 市教育局']);
  });
});

test('names of offices are told from other texts', () => {
  expect(['市教育局', '区政府', '市妇联', '云川市人民检察院', '沙湾街'].map(looksLikeUnit)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(['关于加强治理', '林溪', '局', '2024'].map(looksLikeUnit)).toEqual([false, false, false, false]);
});

test('no text makes it throw or lose a name', () => {
  const unit = fc.constantFrom(
    '市教育局',
    '市住房和城乡建设局',
    '市公安局',
    '市文化和旅游局',
    '云川港务集团',
  );
  const text = fc.string({ unit: fc.constantFrom(...'市教育局主会协办（）():：、，; \n和及等分') });
  fc.assert(
    fc.property(text, (any) => {
      expect(parseUnits(any, mixed).units.every(({ name }) => name !== '')).toBe(true);
    }),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(unit, { minLength: 1 }),
      fc.constantFrom('、', '，', '\n', ' ', '和'),
      (units, separator) => {
        expect(splitUnitNames(units.join(separator), nothingKnown)).toEqual(units);
      },
    ),
  );
});
