/** What is asked, of whom, and how the answers are compared. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type Random, randomFrom } from '../demo/random.ts';
import { alone, type Figures, figuresOf, type Pair, paired, type Target } from './load.ts';
import { placeOf, skewed } from './texts.ts';

export type Bench = {
  readonly client: pg.Client;
  readonly product: Target;
  readonly bare: Target;
  readonly jurisdictionId: number;
  readonly matters: number;
  /** Cookies: who sees everything, and the office of the busiest unit. */
  readonly supervisor: string;
  readonly clerk: string;
  readonly clerkUnit: number;
  readonly units: readonly number[];
};

export type Measured = {
  readonly name: string;
  readonly product: Figures;
  readonly bare: Figures | null;
  readonly note?: string;
};

const stages = ['handling', 'closed', 'assigned', 'replied', 'rated'] as const;

const headers = (cookie: string) => ({ cookie });

type ListAsk = { readonly unit: number; readonly stage: string };

const listAsks = (random: Random, units: readonly number[], n: number): readonly ListAsk[] =>
  Array.from({ length: n }, () => ({
    unit: units[skewed(random, units.length)] ?? 0,
    stage: stages[skewed(random, stages.length)] ?? 'handling',
  }));

const listPath = ({ unit, stage }: ListAsk): string =>
  `/api/ledger?unitId=${unit}&stage=${stage}&sort=due&limit=50`;

/** Both must mean the same rows, or their times mean nothing. */
const compareTotals = async (bench: Bench, ask: ListAsk): Promise<void> => {
  const product = await bench.product.ask({ path: listPath(ask), headers: headers(bench.supervisor) });
  const bare = await bench.bare.ask({
    path: `/list?j=${bench.jurisdictionId}&unit=${ask.unit}&stage=${ask.stage}`,
  });
  const totals = [product, bare].map(({ text }) => (JSON.parse(text) as { total: number }).total);
  if (totals[0] !== totals[1]) throw new Error(`Totals differ: ${totals.join(' and ')}`);
};

export const measureList = async (bench: Bench, n: number, warm: number): Promise<Measured> => {
  const asks = listAsks(randomFrom(1), bench.units, n);
  for (const ask of asks.slice(0, 5)) await compareTotals(bench, ask);
  const pairs = asks.map(
    (ask): Pair => ({
      a: { path: listPath(ask), headers: headers(bench.supervisor) },
      b: { path: `/list?j=${bench.jurisdictionId}&unit=${ask.unit}&stage=${ask.stage}` },
    }),
  );
  const { a, b } = await paired(bench.product, bench.bare, pairs, warm);
  return { name: 'list: unit + stage, by due date, 50 rows, true total', product: a, bare: b };
};

export const measureOwnList = async (bench: Bench, n: number, warm: number): Promise<Measured> => {
  const asks = listAsks(randomFrom(2), bench.units, n).map(({ stage }) => ({
    path: `/api/ledger?stage=${stage}&sort=due&limit=50`,
    headers: headers(bench.clerk),
  }));
  const answers = await alone(bench.product, asks, warm);
  return {
    name: 'list of a unit’s office (sees its own only), by stage',
    product: figuresOf(answers),
    bare: null,
  };
};

export const measureGet = async (bench: Bench, n: number, warm: number): Promise<Measured> => {
  const random = randomFrom(3);
  const pairs = Array.from({ length: n }, (): Pair => {
    const id = random.int(1, bench.matters);
    return {
      a: { path: `/api/matters/${id}`, headers: headers(bench.supervisor) },
      b: { path: `/matter?j=${bench.jurisdictionId}&id=${id}` },
    };
  });
  const { a, b } = await paired(bench.product, bench.bare, pairs, warm);
  return { name: 'get: the page of one matter', product: a, bare: b };
};

export const measureCounts = async (bench: Bench, n: number, warm: number): Promise<Measured> => {
  const pairs = Array.from({ length: n }, () => ({
    a: { path: '/api/overview', headers: headers(bench.supervisor) },
    b: { path: `/counts?j=${bench.jurisdictionId}` },
  }));
  const { a, b } = await paired(bench.product, bench.bare, pairs, warm);
  return { name: 'counts: unit × class (product: the whole overview)', product: a, bare: b };
};

const day = 86_400_000;
const dateAt = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

/** Asks the product for these in turn, as the supervisor. */
const inTurn = async (
  bench: Bench,
  name: string,
  paths: readonly string[],
  n: number,
  warm: number,
): Promise<Measured> => {
  const asks = Array.from({ length: n }, (_, at) => ({
    path: paths[at % paths.length] ?? '',
    headers: headers(bench.supervisor),
  }));
  return { name, product: figuresOf(await alone(bench.product, asks, warm)), bare: null };
};

/** What a city owes in a month, and in a week, with the strip above it. */
export const measureCalendar = async (bench: Bench, n: number, warm: number): Promise<Measured[]> => {
  const spans = (days: number) =>
    ['2026-09-28', '2026-10-26', '2026-11-30'].map(
      (from) => `/api/due-calendar?from=${from}&to=${dateAt(from, days - 1)}`,
    );
  return [
    await inTurn(bench, 'due calendar: a month of all units', spans(35), n, warm),
    await inTurn(bench, 'due calendar: a week of all units', spans(7), n, warm),
  ];
};

/** All units × lights, with the first three matters of each cell of the first twenty rows. */
export const measureBoard = async (bench: Bench, n: number, warm: number): Promise<Measured[]> => [
  await inTurn(bench, 'board: all units × lights, with cards', ['/api/board'], n, warm),
];

/** The ledger of everything in the order of its dates, under one light: matters, duties, and the strip's two lists. */
export const measureLights = async (bench: Bench, n: number, warm: number): Promise<Measured[]> => {
  const list = (filter: string): string => `/api/ledger?${filter}&sort=due&limit=50`;
  const lit = (more: string) =>
    ['overdue', 'urgent', 'soon', 'ample'].map((light) => list(`due=${light}${more}`));
  const today = new Date().toISOString().slice(0, 10);
  const nextWeek = `per=duty&dueTo=${dateAt(today, 7)}`;
  const measured: Measured[] = [];
  for (const [what, paths] of [
    ['matters, by due date under one light', lit('')],
    ['duties, by due date under one light', lit('&per=duty')],
    ['late now', [list('per=duty&due=overdue')]],
    ['late next week', [list(nextWeek)]],
  ] as const)
    measured.push(await inTurn(bench, `list: ${what}, 50 rows, true total`, paths, n, warm));
  return measured;
};

/** The screens of the clock narrowed to one organ, and to the unit that has about a seventh of all duties. */
export const measureNarrowed = async (bench: Bench, n: number, warm: number): Promise<Measured[]> => {
  const { rows } = await bench.client.query<{ id: string }>(
    `select o.id from organ o where o.jurisdiction_id = $1 order by o.id limit 1`,
    [bench.jurisdictionId],
  );
  const month = `/api/due-calendar?from=2026-10-26&to=${dateAt('2026-10-26', 34)}`;
  const late = '/api/ledger?per=duty&due=overdue&sort=due&limit=50';
  const measured: Measured[] = [];
  for (const [of, narrowing] of [
    ['an organ', `organId=${rows[0]?.id ?? ''}`],
    ['the busiest unit', `unitId=${bench.clerkUnit}`],
  ] as const)
    for (const [what, path] of [
      ['due calendar: a month', month],
      ['board, with cards', '/api/board?by=unit'],
      ['list: late duties, 50 rows, true total', late],
    ] as const)
      measured.push(await inTurn(bench, `${what}, of ${of}`, [`${path}&${narrowing}`], n, warm));
  return measured;
};

type Open = { readonly id: number; readonly version: number; readonly matter: number };

/** Duties that the busiest unit has yet to sign for; half for each side. */
const openDuties = async (bench: Bench): Promise<readonly Open[]> => {
  const { rows } = await bench.client.query<{ id: string; version: number; matter_id: string }>(
    `select a.id, a.version, a.matter_id from assignment a
     where a.jurisdiction_id = $1 and a.unit_id = $2 and a.state = 'assigned' order by md5(a.id::text) limit 800`,
    [bench.jurisdictionId, bench.clerkUnit],
  );
  return rows.map((row) => ({ id: Number(row.id), version: row.version, matter: Number(row.matter_id) }));
};

/** Puts what was signed for back, so that the next run finds the same work. */
const reopen = async (bench: Bench, duties: readonly Open[]): Promise<void> => {
  const j = bench.jurisdictionId;
  await bench.client.query(
    `update assignment a set state = 'assigned', signed_on = null, due_on = m.due_on, owed = 'signFor' from matter m
     where a.jurisdiction_id = $1 and a.id = any($2::bigint[]) and m.jurisdiction_id = $1 and m.id = a.matter_id`,
    [j, duties.map((duty) => duty.id)],
  );
  await bench.client.query(
    `update matter set stage = 'assigned' where jurisdiction_id = $1 and id = any($2::bigint[])`,
    [j, duties.map((duty) => duty.matter)],
  );
};

export const measureCommand = async (bench: Bench, n: number, warm: number): Promise<Measured> => {
  const duties = await openDuties(bench);
  const pairs: Pair[] = [];
  for (let index = 0; index + 1 < duties.length && pairs.length < n; index += 2) {
    const [ours, theirs] = [duties[index], duties[index + 1]];
    if (ours === undefined || theirs === undefined) break;
    const marks = { 'idempotency-key': randomUUID(), 'if-match': `"${ours.version}"` };
    pairs.push({
      a: {
        method: 'POST',
        path: `/api/assignments/${ours.id}/sign-for`,
        headers: { ...headers(bench.clerk), ...marks },
        body: {},
      },
      b: {
        method: 'POST',
        path: `/sign?j=${bench.jurisdictionId}&id=${theirs.id}&version=${theirs.version}`,
      },
    });
  }
  try {
    const { a, b } = await paired(bench.product, bench.bare, pairs, warm);
    return { name: 'command: sign for 签收', product: a, bare: b };
  } finally {
    await reopen(bench, duties);
  }
};

/** Words of two to four characters, from what every second matter says to what a handful says. */
export const searchWords: readonly string[] = [
  '财政',
  '停车泊位',
  '公交线路',
  '护理',
  '电梯加装',
  '扶手',
  '冷库',
  '宅基地',
  '维修资金',
  '近视防控',
  '湿地保护',
  '工伤保险',
  ...[0, 3, 30, 300, 1_000, 3_000, 6_000, 9_000].map(placeOf),
];

export type Searched = {
  readonly word: string;
  readonly found: number;
  readonly product: Figures;
  /** Null: not scanned. */
  readonly scan: { readonly found: number; readonly ms: number } | null;
};

/** Each word often by the product, every fourth once by the scan, which takes seconds. */
export const measureSearch = async (
  bench: Bench,
  times: number,
): Promise<{ readonly words: readonly Searched[]; readonly all: Figures; readonly scan: Figures }> => {
  const words: Searched[] = [];
  const ask = (word: string) => ({
    path: `/api/ledger?q=${encodeURIComponent(word)}&sort=due&limit=50`,
    headers: headers(bench.supervisor),
  });
  // In turn and not word by word, as people would ask.
  const rounds = await alone(
    bench.product,
    Array.from({ length: times + 1 }, () => searchWords.map(ask)).flat(),
    searchWords.length,
  );
  const scanned = searchWords.filter((_, index) => index % 4 === 0);
  const scans = await alone(
    bench.bare,
    scanned.map((word) => ({ path: `/scan?j=${bench.jurisdictionId}&q=${encodeURIComponent(word)}` })),
    0,
  );
  const totalOf = (text: string | undefined): number => (JSON.parse(text ?? '{}') as { total: number }).total;
  for (const [index, word] of searchWords.entries()) {
    const own = rounds.filter((_, at) => at % searchWords.length === index);
    const scan = scans[scanned.indexOf(word)];
    words.push({
      word,
      found: totalOf(own[0]?.text),
      product: figuresOf(own),
      scan: scan === undefined ? null : { found: totalOf(scan.text), ms: Math.round(scan.ms) },
    });
  }
  return { words, all: figuresOf(rounds), scan: figuresOf(scans) };
};
