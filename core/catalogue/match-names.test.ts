import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPersonMatcher, createUnitMatcher, type DirectoryUnit } from './match-names.ts';

const unit = (
  id: string,
  name: string,
  shortName: string | null = null,
  aliases: string[] = [],
): DirectoryUnit => ({ id, name, shortName, aliases });

const units = [
  unit('jy', '云川市教育局'),
  unit('zj', '云川市住房和城乡建设局', '市住建局'),
  unit('fg', '云川市发展和改革委员会'),
  unit('gz', '云川市规划和自然资源局'),
  unit('sc', '云川市市场监督管理局'),
  unit('wj', '云川市卫生健康委员会'),
  unit('cg', '云川市城市管理局'),
  unit('ga', '云川市公安局', null, ['公安机关']),
  unit('nn', '云川市农业农村局'),
  unit('dj', '东湖区教育局'),
  unit('xj', '西湖区教育局'),
  unit('dz', '东湖区人民政府'),
  unit('xc', '中共云川市委宣传部'),
];
const { match, isKnown } = createUnitMatcher(units);
const names = (text: string): string[] => {
  const found = match(text);
  return found.kind === 'matched' ? [found.id] : found.proposals.map(({ id }) => id);
};

describe('units', () => {
  test.each([
    ['云川市教育局', 'jy', 'exact'],
    ['云川市 教育局', 'jy', 'exact'],
    ['市住建局', 'zj', 'alias'],
    ['公安机关', 'ga', 'alias'],
    ['市教育局', 'jy', 'normalised'],
    ['市住房和城乡建设局', 'zj', 'normalised'],
    ['云川市住建局', 'zj', 'shortForm'],
    ['住建局', 'zj', 'shortForm'],
    ['市发改委', 'fg', 'shortForm'],
    ['市市场监管局', 'sc', 'shortForm'],
    ['市市场监督管理局', 'sc', 'normalised'],
    ['市场监督管理局', 'sc', 'normalised'],
    ['市卫健委', 'wj', 'shortForm'],
    ['市自然资源和规划局', 'gz', 'shortForm'],
    ['市城市管理局', 'cg', 'normalised'],
    ['市城管局', 'cg', 'shortForm'],
    ['市委宣传部', 'xc', 'normalised'],
    ['东湖区教育局', 'dj', 'exact'],
    ['云川市东湖区教育局', 'dj', 'normalised'],
    ['东湖区政府', 'dz', 'shortForm'],
  ])('%s is %s (%s)', (text, id, how) => expect(match(text)).toMatchObject({ kind: 'matched', id, how }));

  test('several units that fit are proposed, none is taken', () => {
    expect(match('区教育局')).toMatchObject({ kind: 'ambiguous' });
    expect(names('区教育局').slice(0, 2).sort()).toEqual(['dj', 'xj']);
    expect(match('教育局').kind).toBe('ambiguous');
  });

  test('a unit of another place is never taken', () => {
    for (const text of ['远山市教育局', '北湖区教育局', '县教育局'])
      expect(match(text).kind).not.toBe('matched');
  });

  test('former and abbreviated names are proposed first, not taken', () => {
    expect(match('市农业局').kind).toBe('unknown');
    expect(names('市农业局')[0]).toBe('nn');
    expect(names('市规自委')[0]).toBe('gz');
    expect(names('市城乡建设局')[0]).toBe('zj');
  });

  test('what nothing resembles has no proposals', () => {
    expect(match('远洋航运公司')).toEqual({ kind: 'unknown', proposals: [] });
  });

  test('a name that two units bear is not decided', () => {
    const twins = createUnitMatcher([
      unit('a', '云川市信访局'),
      unit('b', '云川市来访接待中心', null, ['云川市信访局']),
    ]);
    expect(twins.match('云川市信访局')).toMatchObject({
      kind: 'ambiguous',
      proposals: [{ id: 'a' }, { id: 'b' }],
    });
  });

  test('known names are those of the directory, exactly', () => {
    expect(['云川市教育局', '市住建局', '公安机关', '市教育局'].map(isKnown)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('any text: at most five proposals, best first, and matched only to a unit of the directory', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'云川市东湖区教育住建发改委局办和规划自然') }),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (any) => {
        const found = match(any);
        const ids = found.kind === 'matched' ? [found.id] : found.proposals.map(({ id }) => id);
        const scores = found.kind === 'matched' ? [] : found.proposals.map(({ score }) => score);
        expect(ids.every((id) => units.some((unit) => unit.id === id))).toBe(true);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a).slice(0, 5));
      }),
      { numRuns: 300 },
    );
  });
});

describe('people', () => {
  const people = createPersonMatcher([
    { id: '1', name: '林溪', delegationOrSector: '第一代表团', aliases: [] },
    { id: '2', name: '江晓帆', delegationOrSector: '第一代表团', aliases: ['江小帆'] },
    { id: '3', name: '沈一诺', delegationOrSector: '第一代表团', aliases: [] },
    { id: '4', name: '沈一诺', delegationOrSector: '第二代表团', aliases: [] },
    { id: '5', name: '阿依古丽·买买提', delegationOrSector: null, aliases: [] },
  ]);

  test('the same name, whatever its spaces and dots', () => {
    expect(people.match('林　溪')).toMatchObject({ kind: 'matched', id: '1', how: 'exact' });
    expect(people.match('阿依古丽•买买提')).toMatchObject({ kind: 'matched', id: '5' });
    expect(people.match('江小帆')).toMatchObject({ kind: 'matched', id: '2', how: 'alias' });
  });

  test('namesakes are never decided; the one of the printed delegation comes first', () => {
    expect(people.match('沈一诺')).toMatchObject({ kind: 'ambiguous' });
    expect(people.match('沈一诺', '第二代表团')).toMatchObject({
      kind: 'ambiguous',
      proposals: [{ id: '4' }, { id: '3' }],
    });
  });

  test('a slip of one letter is proposed', () => {
    expect(people.match('江晓凡')).toMatchObject({ kind: 'unknown', proposals: [{ id: '2' }] });
    expect(people.match('王远')).toEqual({ kind: 'unknown', proposals: [] });
  });
});
