import { describe, expect, test } from 'vitest';
import type { CatalogueRow } from './catalogue-row.ts';
import { compareRows, type NameResolution, type RowOutcome } from './compare-rows.ts';
import { createPersonMatcher, createUnitMatcher } from './match-names.ts';
import type { ExistingMatter } from './match-rows.ts';

const blank: CatalogueRow = {
  sheet: '明细',
  row: 2,
  lastRow: 2,
  kind: 'suggestion',
  caseNo: null,
  caseNoKey: null,
  title: null,
  body: null,
  points: [],
  session: null,
  term: null,
  sessionNo: null,
  inSession: null,
  year: null,
  level: null,
  proposerType: null,
  priority: null,
  proposers: [],
  proposerCount: null,
  coSigners: [],
  delegationOrSector: null,
  category: null,
  units: [],
  assignedOn: null,
  dueOn: null,
  filedOn: null,
  phone: null,
  publicConsent: null,
  note: null,
  cells: { caseNo: '明细!A2', title: '明细!B2' },
  issues: [],
};

const row = (changes: Partial<CatalogueRow>): CatalogueRow => ({
  ...blank,
  caseNo: '0005',
  caseNoKey: '5',
  title: '关于社区食堂建设的建议',
  term: 7,
  sessionNo: 3,
  ...changes,
});
const lead = { name: '市民政局', role: 'lead' as const, assumed: false, cell: '明细!C2' };
const assist = { name: '市财政局', role: 'assist' as const, assumed: false, cell: '明细!D2' };

const directory = [
  { id: 'mz', name: '云川市民政局', shortName: '市民政局', aliases: [] },
  { id: 'cz', name: '云川市财政局', shortName: '市财政局', aliases: [] },
];
const units = createUnitMatcher(directory);
const people = createPersonMatcher([
  { id: 'p1', name: '林溪', delegationOrSector: null, aliases: [] },
  { id: 'p2', name: '江晓帆', delegationOrSector: null, aliases: [] },
]);
const names: NameResolution = {
  unit: units.match,
  person: (name, group) => (name === '云川商会' ? 'asPrinted' : people.match(name, group)),
};
const label = (id: string): string => directory.find((unit) => unit.id === id)?.name ?? id;

const compare = (
  rows: readonly CatalogueRow[],
  existing: readonly ExistingMatter[] = [],
): readonly RowOutcome[] => compareRows(rows, existing, names, label);
const statuses = (outcomes: readonly RowOutcome[]): string[] => outcomes.map(({ status }) => status);
const codes = (outcome: RowOutcome | undefined): string[] =>
  outcome === undefined
    ? []
    : (outcome.status === 'wrong' ? outcome.issues : outcome.warnings).map(({ code }) => code);

/** What an import writes for a new row. */
const imported = (outcome: RowOutcome, id: string): ExistingMatter => {
  if (outcome.status === 'wrong') throw new Error('not imported');
  const { row: made } = outcome;
  return { ...made, id, kind: made.kind ?? 'suggestion', title: made.title ?? '' };
};

const full = row({
  body: '一\n二',
  points: ['甲', '乙'],
  proposers: ['林溪', '云川商会'],
  coSigners: ['江晓帆'],
  units: [lead, assist],
  assignedOn: '2024-03-01',
  publicConsent: true,
  inSession: false,
  year: 2024,
  level: 'city',
  proposerType: 'individual',
  priority: false,
  cells: { ...blank.cells, year: '明细!E2', inSession: '明细!F2' },
});

describe('one file against what exists', () => {
  test('new rows are new; the same file again gives only the same', () => {
    const rows = [
      full,
      row({ row: 3, caseNo: '6', caseNoKey: '6', title: '关于公交接驳的建议' }),
      row({ row: 4, caseNo: null, caseNoKey: null, title: '关于无号的建议' }),
    ];
    const first = compare(rows);
    expect(statuses(first)).toEqual(['new', 'new', 'new']);
    const again = compare(
      rows,
      first.map((outcome, index) => imported(outcome, String(index))),
    );
    expect(again.map((outcome) => [outcome.status, 'matterId' in outcome ? outcome.matterId : null])).toEqual(
      [
        ['same', '0'],
        ['same', '1'],
        ['same', '2'],
      ],
    );
  });

  const known = imported(compare([full])[0] as RowOutcome, 'm');

  test('a blank cell states nothing', () => {
    expect(statuses(compare([row({})], [known]))).toEqual(['same']);
  });

  test('each change is named with old and new', () => {
    const [outcome] = compare(
      [
        row({
          title: '关于社区食堂和助餐点建设的建议',
          assignedOn: '2024-03-08',
          proposers: ['江晓帆'],
          points: ['甲'],
          publicConsent: false,
          units: [{ ...lead, name: '市财政局' }],
        }),
      ],
      [known],
    );
    expect(outcome).toMatchObject({
      status: 'changed',
      matterId: 'm',
      changes: [
        { field: 'title', from: '关于社区食堂建设的建议', to: '关于社区食堂和助餐点建设的建议' },
        { field: 'assignedOn', from: '2024-03-01', to: '2024-03-08' },
        { field: 'publicConsent', from: true, to: false },
        { field: 'points', from: ['甲', '乙'], to: ['甲'] },
        { field: 'proposers', from: ['林溪', '云川商会'], to: ['江晓帆'] },
        {
          field: 'units',
          from: ['assist:云川市财政局', 'lead:云川市民政局'],
          to: ['assist:云川市财政局', 'lead:云川市财政局'],
        },
      ],
    });
    expect(codes(outcome)).toEqual(['matter.otherTitle']);
  });

  test('numbers are compared without leading zeros, texts without line ends and padding', () => {
    expect(
      statuses(
        compare(
          [row({ caseNo: '第005号', caseNoKey: '5', body: '一\n二' })],
          [{ ...known, caseNo: '5', body: '一\r\n二  \n' }],
        ),
      ),
    ).toEqual(['same']);
  });

  test('an inferred year or time finds the matter but does not change it', () => {
    expect(statuses(compare([row({ year: 2025, inSession: true })], [known]))).toEqual(['same']);
    const stated = row({ year: 2025, cells: { ...blank.cells, year: '明细!E2' } });
    expect(compare([stated], [known])[0]).toMatchObject({
      status: 'changed',
      changes: [{ field: 'year', from: 2024, to: 2025 }],
    });
  });

  test('a role that the file only implies changes nothing while the units are the same', () => {
    const assumed = row({ units: [{ ...lead, role: 'sole', assumed: true }] });
    const alone = { ...known, units: [{ unitId: 'mz', role: 'lead' as const }] };
    expect(statuses(compare([assumed], [alone]))).toEqual(['same']);
    expect(statuses(compare([assumed], [known]))).toEqual(['changed']);
  });

  test('a file that names only leads says nothing of those who assist', () => {
    expect(statuses(compare([row({ units: [lead] })], [known]))).toEqual(['same']);
  });

  test('the same number in another session, year or kind is another matter', () => {
    expect(statuses(compare([row({ sessionNo: 4 })], [known]))).toEqual(['new']);
    expect(statuses(compare([row({ kind: 'proposal' })], [known]))).toEqual(['new']);
    expect(statuses(compare([row({ term: null, sessionNo: null, year: 2023 })], [known]))).toEqual(['new']);
    expect(statuses(compare([row({ term: null, sessionNo: null })], [known]))).toEqual(['same']);
  });

  test('a row that fits several matters is wrong, unless the title tells', () => {
    const other = { ...known, id: 'n', sessionNo: 4, title: '关于别的建议' };
    const vague = row({ term: null, sessionNo: null });
    expect(compare([vague], [known, other])[0]).toMatchObject({ status: 'same', matterId: 'm' });
    expect(codes(compare([vague], [known, { ...other, title: known.title }])[0])).toContain(
      'matter.ambiguous',
    );
  });

  test('a matter without number gets the number of the row with its title', () => {
    const draft = { ...known, caseNo: null };
    expect(compare([row({})], [draft])[0]).toMatchObject({
      status: 'changed',
      matterId: 'm',
      changes: [{ field: 'caseNo', from: null, to: '0005' }],
    });
  });

  test('another number under a known title is new, with a warning', () => {
    const outcome = compare([row({ caseNo: '9', caseNoKey: '9' })], [known])[0];
    expect([outcome?.status, codes(outcome)]).toEqual(['new', ['matter.sameTitle']]);
  });
});

describe('within one file', () => {
  test('a row repeated exactly is imported once', () => {
    const outcomes = compare([row({}), row({ row: 3 })]);
    expect(statuses(outcomes)).toEqual(['new', 'same']);
    expect(outcomes[1]).toMatchObject({
      matterId: null,
      warnings: [{ code: 'duplicate.repeated', params: { row: 2 } }],
    });
  });

  test('two rows that contradict each other are both wrong', () => {
    const outcomes = compare([row({}), row({ row: 3, title: '关于别的建议' })]);
    expect(statuses(outcomes)).toEqual(['wrong', 'wrong']);
    expect(
      outcomes.map((outcome) => (outcome.status === 'wrong' ? outcome.issues[0]?.params.row : 0)),
    ).toEqual([3, 2]);
  });

  test('the same title under two numbers is only pointed out', () => {
    const outcomes = compare([row({}), row({ row: 3, caseNo: '6', caseNoKey: '6' })]);
    expect([statuses(outcomes), codes(outcomes[1])]).toEqual([['new', 'new'], ['duplicate.title']]);
  });

  test('the same number in two sessions is no repetition', () => {
    expect(statuses(compare([row({}), row({ row: 3, sessionNo: 4 })]))).toEqual(['new', 'new']);
  });
});

describe('names', () => {
  test('unknown and ambiguous names make the row wrong, each at its cell with proposals', () => {
    const outcome = compare([
      row({
        units: [lead, { ...assist, name: '市财政厅' }],
        proposers: ['林夕'],
        cells: { ...blank.cells, proposers: '明细!F2' },
      }),
    ])[0];
    expect(outcome).toMatchObject({
      status: 'wrong',
      issues: [
        { code: 'unit.unknown', cell: '明细!D2', params: { unit: '市财政厅', proposals: '云川市财政局' } },
        { code: 'person.unknown', cell: '明细!F2', params: { person: '林夕' } },
      ],
    });
  });

  test('two printed names of one unit in two roles are wrong', () => {
    const twice = row({ units: [lead, { ...assist, name: '云川市民政局' }] });
    expect(codes(compare([twice])[0])).toEqual(['units.twoRoles']);
  });

  test('errors of reading stay errors', () => {
    const issue = {
      code: 'date.unreadable',
      severity: 'error',
      field: 'dueOn',
      cell: null,
      params: {},
    } as const;
    expect(compare([row({ issues: [issue] })])[0]).toMatchObject({ status: 'wrong', issues: [issue] });
  });
});
