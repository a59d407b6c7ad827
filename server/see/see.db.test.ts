/**
 * In the whole demo city, for each kind of looker: every figure opens to as many rows as it says, every list hands out
 * what it says it holds, once each, and an export holds the same.
 */
import type { ResponseOf } from '#contract/endpoint.ts';
import { type ledger, ledgerSorts, type overview } from '#contract/see.ts';
import { type workbench, workLists } from '#contract/workbench.ts';
import { createDemoCity, type DemoStage } from '#test/support/demo-city.ts';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../platform/workbook/read-workbook.ts';

type Overview = ResponseOf<typeof overview>;
type Ledger = ResponseOf<typeof ledger>;
type Figure = Overview['answering'];
type Row = Ledger['items'][number];
type Work = ResponseOf<typeof workbench>;

const today = '2026-05-20';
let city: DemoStage;
let owner: pg.Client;

/** Withdraws some matters with open duties, hands some back, so that the figures have something to leave out. */
const disturb = async (): Promise<void> => {
  const open = await city.get<Ledger>('renda', '/api/ledger?stage=handling&kind=suggestion&limit=6');
  for (const { id } of open.items.slice(0, 3)) {
    const { version } = await city.get<{ version: number }>('renda', `/api/matters/${id}`);
    await city.post('renda', `/api/matters/${id}/withdraw`, { version, body: { reason: '代表要求撤回' } });
  }
  const { roles } = await city.get<{ roles: { unit: { id: number } | null }[] }>('jiaotong', '/api/me');
  const own = `unitId=${roles[0]?.unit?.id}`;
  const units = await city.get<Ledger>('jiaotong', `/api/ledger?per=duty&duty=unsigned&limit=3&${own}`);
  const { units: all } = await city.get<{ units: { id: number }[] }>('ducha', '/api/reference');
  for (const { units: duties } of units.items) {
    const [duty] = duties;
    if (duty === undefined) continue;
    const rightUnitId = all.find(({ id }) => id !== duty.unitId)?.id;
    await city.post('jiaotong', `/api/assignments/${duty.assignmentId}/hand-back`, {
      version: 1,
      body: { reason: '不属本单位职责', rightUnitId, basis: '三定方案' },
    });
  }
};

beforeAll(async () => {
  city = await createDemoCity(today);
  ({ owner } = city);
  await disturb();
}, 300_000);
afterAll(async () => {
  await city.close();
});

const see = (who: string, narrowed = ''): Promise<Overview> =>
  city.get<Overview>(who, `/api/overview${narrowed}`);
const totalOf = async (who: string, opens: Readonly<Record<string, string>>): Promise<number> =>
  (await city.get<Ledger>(who, `/api/ledger?${new URLSearchParams({ ...opens, limit: '1' }).toString()}`))
    .total;

/** All figures with their links, those of the table of units included; days are no rows. */
const figuresOf = (seen: Overview): readonly (Pick<Figure, 'count' | 'opens'> & { name: string })[] => {
  const plain = (group: string, figures: readonly Figure[]) =>
    figures
      .filter(({ unit }) => unit !== 'days')
      .map(({ key, count, opens }) => ({ name: `${group} ${key}`, count, opens }));
  return [
    ...plain('stage', seen.stages),
    ...plain('due', seen.due),
    ...plain('class', seen.classes),
    ...plain('duties', [seen.answering, seen.boundary]),
    ...plain('hand-back', seen.handBack),
    ...seen.units.flatMap(({ unit, counts }) =>
      seen.unitColumns.map(({ key, opens }) => ({
        name: `${unit.name} ${key}`,
        count: counts[key] ?? 0,
        opens: { ...opens, unitId: String(unit.id) },
      })),
    ),
  ];
};

const scalar = async (text: string): Promise<number> =>
  Number((await owner.query<{ n: string }>(text)).rows[0]?.n);

describe('every figure opens to as many rows as it says', () => {
  test.each([
    ['ducha', ''],
    ['shizhang', '?year=2026'],
    ['renda', ''],
    ['zhengxie', '?year=2025'],
    ['jiaotong', ''],
    ['juzhang', '?year=2026'],
  ])('%s %s', async (who, narrowed) => {
    // The zeros of the table of units are followed once, as the supervisor.
    const figures = figuresOf(await see(who, narrowed)).filter(
      ({ count, opens }) => count > 0 || opens['unitId'] === undefined || who === 'ducha',
    );
    const opened = await Promise.all(
      figures.map(async ({ name, opens }) => `${name}: ${await totalOf(who, opens)}`),
    );
    expect(opened).toEqual(figures.map(({ name, count }) => `${name}: ${count}`));
    expect(figures.filter(({ count }) => count > 0).length).toBeGreaterThan(15);
  });

  test('narrowed to an organ too', async () => {
    const { organs } = await city.get<{ organs: { id: number }[] }>('ducha', '/api/reference');
    const figures = figuresOf(await see('ducha', `?organId=${organs[1]?.id}`)).filter(
      ({ count }) => count > 0,
    );
    expect(figures.length).toBeGreaterThan(100);
    for (const { name, count, opens } of figures)
      expect(`${name}: ${await totalOf('ducha', opens)}`).toBe(`${name}: ${count}`);
  });
});

describe('result classes', () => {
  const issued = `from reply r join assignment a on a.jurisdiction_id = r.jurisdiction_id and a.id = r.assignment_id
    join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
    where r.state = 'issued' and a.live and m.stage <> 'withdrawn'`;

  test('are counted per replying unit, its last reply deciding: a matter of two units counts twice', async () => {
    const { classes } = await see('ducha');
    const counted = classes.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(await scalar(`select count(distinct r.assignment_id) as n ${issued}`));
    expect(counted).toBeGreaterThan(await scalar(`select count(distinct r.matter_id) as n ${issued}`));
    expect(new Set(classes.map(({ unit }) => unit))).toEqual(new Set(['replies']));
  });

  test('show one row for each reply, with that unit and that class alone', async () => {
    const [figure] = (await see('ducha')).classes;
    const { items } = await city.get<Ledger>(
      'ducha',
      `/api/ledger?${new URLSearchParams({ ...figure?.opens, limit: '200' }).toString()}`,
    );
    expect(items.length).toBeGreaterThan(0);
    for (const { units } of items) {
      expect(units.map(({ resultClass }) => resultClass)).toEqual([figure?.key]);
      expect(units[0]?.role).not.toBe('assist');
    }
  });
});

describe('units', () => {
  test('have what replies told apart from what assists, and parts that make up the whole', async () => {
    const { units, answering, boundary } = await see('ducha');
    const n = (counts: Record<string, number>, key: string) => counts[key] ?? 0;
    for (const { unit, counts } of units)
      expect(
        [unit.name, n(counts, 'unsigned') + n(counts, 'open') + n(counts, 'answered')],
        unit.name,
      ).toEqual([unit.name, n(counts, 'answering')]);
    expect(units.some(({ counts }) => n(counts, 'assisting') > 0)).toBe(true);
    expect(answering.count).toBe(
      await scalar(`select count(*) as n from assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id
        and m.id = a.matter_id where a.live and a.role <> 'assist' and m.stage <> 'withdrawn'`),
    );
    expect(boundary.count).toBeGreaterThan(0);
    expect(boundary.count).toBeLessThan(answering.count);
  });

  test('do not keep the duties of what was withdrawn', async () => {
    const withdrawn = await city.get<Ledger>('ducha', '/api/ledger?stage=withdrawn&per=duty');
    expect(withdrawn.total).toBeGreaterThan(0);
    expect(await totalOf('ducha', { stage: 'withdrawn', per: 'duty', duty: 'answering' })).toBe(0);
    expect(withdrawn.items.map(({ dueOn }) => dueOn)).toEqual(withdrawn.items.map(() => null));
  });
});

describe('matters without an owner', () => {
  test('are those with days without an owner that still run; each shows its days, and they add up', async () => {
    const { handBack } = await see('ducha');
    const countOf = (key: string) => handBack.find((figure) => figure.key === key)?.count ?? -1;
    const found = await city.get<Ledger>('ducha', '/api/ledger?ownerless=now&limit=200');
    expect(found.total).toBe(countOf('ownerless'));
    expect(found.total).toBeGreaterThan(0);
    expect(countOf('toDecide')).toBeGreaterThan(0);
    const pages = await Promise.all(
      found.items.map(({ id }) => city.get<{ ownerlessDays: number }>('ducha', `/api/matters/${id}`)),
    );
    const days = found.items.map(({ ownerlessDays }) => ownerlessDays);
    expect(days).toEqual(pages.map(({ ownerlessDays }) => ownerlessDays));
    expect(days.reduce((sum, one) => sum + one, 0)).toBe(countOf('ownerlessDays'));
  });

  test('the end of a matter ends its days without an owner, on the list as on its page', async () => {
    const { items } = await city.get<Ledger>('ducha', '/api/ledger?stage=withdrawn&limit=200');
    const pages = await Promise.all(
      items.map(({ id }) => city.get<{ ownerlessDays: number }>('ducha', `/api/matters/${id}`)),
    );
    expect(items.length).toBeGreaterThan(0);
    expect(items.map(({ ownerlessDays }) => ownerlessDays)).toEqual(
      pages.map(({ ownerlessDays }) => ownerlessDays),
    );
  });
});

const people = [
  'ducha',
  'renda',
  'zhengxie',
  'jiaotong',
  'kezhang',
  'jingban',
  'juzhang',
  'lugang',
  'daibiao',
  'shizhang',
] as const;

const walk = async <P extends { items: readonly unknown[]; next: string | null }>(
  who: string,
  url: string,
): Promise<readonly P[]> => {
  const pages: P[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: P = await city.get<P>(
      who,
      cursor === '' ? url : `${url}${url.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`,
    );
    pages.push(page);
    cursor = page.next;
  }
  return pages;
};

describe('a work list', () => {
  test.each(people)('of %s holds as many lines as its count says, each once', async (who) => {
    for (const list of workLists) {
      const pages = await walk<Work>(who, `/api/workbench/${list}`);
      const keys = pages.flatMap(({ items }) => items.map(({ key }) => key));
      expect([list, keys.length]).toEqual([list, pages[0]?.counts[list]]);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('is long enough somewhere that this says something', async () => {
    const pages = await walk<Work>('ducha', '/api/workbench/done');
    expect(pages.length).toBeGreaterThan(2);
    expect((await walk<Work>('ducha', '/api/workbench/todo'))[0]?.counts.todo).toBeGreaterThan(5);
  });

  test('stands in its order across pages: the earliest date first, the latest act first', async () => {
    const todo = (await walk<Work>('ducha', '/api/workbench/todo')).flatMap(({ items }) => items);
    const dates = todo.map(({ dueOn }) => dueOn ?? '9999');
    expect(dates).toEqual(dates.toSorted());
    const done = (await walk<Work>('ducha', '/api/workbench/done')).flatMap(({ items }) => items);
    const times = done.map(({ at }) => at ?? '');
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test('tells working days left, negative when late, and null without a date', async () => {
    const lists = await Promise.all(people.map((who) => walk<Work>(who, '/api/workbench/todo')));
    const late = await city.get<Ledger>('ducha', '/api/ledger?due=overdue');
    const items = [...late.items, ...lists.flatMap((pages) => pages.flatMap((page) => page.items))];
    // On the days after a date that are days off, it is late by no working day yet.
    const wrong = items.filter(({ dueOn, workdaysLeft }) =>
      dueOn === null || workdaysLeft === null
        ? dueOn !== workdaysLeft
        : dueOn < today
          ? workdaysLeft > 0
          : workdaysLeft < 0,
    );
    expect(wrong).toEqual([]);
    expect(items.some(({ workdaysLeft }) => (workdaysLeft ?? 0) < 0)).toBe(true);
    expect(items.some(({ workdaysLeft }) => (workdaysLeft ?? 0) > 0)).toBe(true);
  });

  test('marks days that reach into a year without a published calendar', async () => {
    const { items } = await city.get<Ledger>('ducha', '/api/ledger?due=ample&sort=-due&limit=200');
    for (const { dueOn, provisional } of items)
      expect([dueOn, provisional]).toEqual([dueOn, (dueOn ?? '') >= '2026-12-25']);
  });

  test('starts at its beginning for a cursor that it did not make', async () => {
    const first = await city.get<Work>('ducha', '/api/workbench/todo');
    for (const after of [
      '',
      '2026-01-01',
      'infinity 1',
      `2026-01-01 1 x'; drop table matter`,
      '2026-01-01T00:00:00Z 1',
    ])
      expect(
        await city.get<Work>(
          'ducha',
          `/api/workbench/todo?cursor=${Buffer.from(JSON.stringify([after, 1])).toString('base64url')}`,
        ),
      ).toEqual(first);
  });
});

const narrowings = [
  '',
  '&per=duty',
  '&per=duty&duty=open',
  '&q=%E5%85%AC%E4%BA%A4',
  '&per=duty&q=%E5%85%AC%E4%BA%A4',
];
const keyOf = ({ id, units }: Row, per: boolean): string => (per ? `${units[0]?.assignmentId}` : `${id}`);

describe('the ledger', () => {
  test.each(ledgerSorts)('ordered by %s hands out each row once, as many as it says', async (sort) => {
    for (const narrowing of narrowings) {
      const pages = await walk<Ledger>('ducha', `/api/ledger?limit=100&sort=${sort}${narrowing}`);
      const keys = pages.flatMap(({ items }) => items.map((row) => keyOf(row, narrowing.includes('per'))));
      expect([narrowing, keys.length]).toEqual([narrowing, pages[0]?.total]);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeGreaterThan(0);
    }
  });

  test('names the duty of each unit, so that bulk acts can point at it', async () => {
    const { items } = await city.get<Ledger>('jiaotong', '/api/ledger?per=duty&duty=open&limit=2');
    const own = items.flatMap(({ units }) =>
      units.map(({ assignmentId, role, state }) => ({ assignmentId, role, state })),
    );
    expect(own.length).toBeGreaterThan(0);
    const inHand = ['signed', 'rehandling', 'handBackRequested'];
    expect(own.every(({ state, role }) => inHand.includes(state) && role !== 'assist')).toBe(true);
    for (const row of items) {
      const page = await city.get<{ assignments: { id: number; unit: { id: number } }[] }>(
        'jiaotong',
        `/api/matters/${row.id}`,
      );
      expect(page.assignments.map(({ id }) => id)).toContain(row.units[0]?.assignmentId);
    }
  });

  test('of duties shows each duty alone with its own date', async () => {
    const { items } = await city.get<Ledger>('ducha', '/api/ledger?per=duty&due=overdue&limit=50');
    expect(items.length).toBeGreaterThan(0);
    for (const { units, dueOn } of items) {
      expect(units.length).toBe(1);
      expect((dueOn ?? '') < today).toBe(true);
    }
  });
});

describe('the export', () => {
  const exported = async (query: string, format: 'xlsx' | 'csv'): Promise<readonly string[]> => {
    const bytes = await city.file('ducha', `/api/ledger/export?format=${format}${query}`);
    const read = await readWorkbook(bytes, `ledger.${format}`);
    if (!read.ok) throw new Error(read.code);
    const { sheets } = read;
    return (sheets[0]?.cells ?? []).slice(1).map((row) => row[0] ?? '');
  };

  test.each([
    '&stage=handling',
    '&kind=proposal&due=overdue',
    '&per=duty&duty=answering&resultClass=B',
    '&ownerless=now',
    '&boundary=yes',
  ])('of %s holds the matters that the list shows, in both formats', async (query) => {
    const pages = await walk<Ledger>('ducha', `/api/ledger?limit=200${query}`);
    const listed = [
      ...new Set(pages.flatMap(({ items }) => items.map(({ id, caseNo }) => `${id} ${caseNo}`))),
    ]
      .map((one) => one.split(' ')[1] ?? '')
      .toSorted();
    expect(listed.length).toBeGreaterThan(0);
    expect((await exported(query, 'xlsx')).toSorted()).toEqual(listed);
    expect((await exported(query, 'csv')).toSorted()).toEqual(listed);
  });
});
