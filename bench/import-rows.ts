/** 10,000 rows with bodies: the product's import against plain COPY into the same tables with the same indexes. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Actor } from '#core/access.ts';
import type { ResolvedRow } from '#core/catalogue/compare-rows.ts';
import { planMatter, type PlanScene } from '#server/catalogue/plan-matter.ts';
import { wordCutter } from '#server/catalogue/word-cutter.ts';
import { writeMatters } from '#server/catalogue/write-matters.ts';
import { houseReader } from '#server/case/house.store.ts';
import { openDatabase } from '#server/platform/db/database.ts';
import { momentOf } from '#server/platform/moment.ts';
import { randomFrom } from '../demo/random.ts';
import { bindTo, type BenchSession, type BenchUnit, type City } from './city.ts';
import { copyIn } from './copy-in.ts';
import { columns, emptyLines, tables, writeMatter } from './matters.ts';
import type { Bench } from './measures.ts';
import { skewed, textMaker, type Text } from './texts.ts';

export type Imported = {
  readonly rows: number;
  /** From decided rows to the last write before the commit, cutting words included. */
  readonly productSeconds: number;
  /** Lines and words were made before the clock started. */
  readonly copySeconds: number;
};

const textsOf = (count: number): readonly Text[] => {
  const maker = textMaker(randomFrom(77));
  return Array.from({ length: count }, () => maker.next());
};

const loadCity = async (client: pg.Client, bench: Bench): Promise<City> => {
  const sessions = await client.query<BenchSession & { id: string; organId: string }>(
    `select s.id, s.organ_id as "organId", s.year, s.closes_on::text as "closesOn",
       case o.kind when 'congress' then 'suggestion' else 'proposal' end as kind
     from session s join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id where o.jurisdiction_id = $1`,
    [bench.jurisdictionId],
  );
  const people = await client.query<{ id: string }>(
    `select person_id as id from role_grant where jurisdiction_id = $1 and role = 'proposer' order by 1`,
    [bench.jurisdictionId],
  );
  const [anyone] = people.rows;
  const someone = Number(anyone?.id);
  return {
    jurisdictionId: bench.jurisdictionId,
    sessions: sessions.rows.map((row) => ({ ...row, id: Number(row.id), organId: Number(row.organId) })),
    units: bench.units.map((id): BenchUnit => ({ id, officeId: someone, handlers: [someone] })),
    proposers: people.rows.map((row) => Number(row.id)),
  };
};

/** One row of a catalogue as it stands when names have been matched. */
const rowOf = (
  text: Text,
  n: number,
  units: readonly number[],
  random: ReturnType<typeof randomFrom>,
): ResolvedRow => {
  const count = random.chance(0.55) ? 1 : 2;
  const chosen = [...new Set(Array.from({ length: count }, () => units[skewed(random, units.length)] ?? 0))];
  return {
    ...{
      sheet: '1',
      row: n,
      lastRow: n,
      kind: 'suggestion',
      caseNo: `B${n}`,
      caseNoKey: `b${n}`,
      session: null,
    },
    ...{
      title: text.title,
      body: text.body,
      points: [],
      term: 15,
      sessionNo: 6,
      inSession: true,
      year: 2026,
      level: null,
      proposerType: null,
      priority: null,
    },
    ...{
      proposers: [],
      proposerCount: null,
      coSigners: [],
      delegationOrSector: null,
      category: text.category,
    },
    ...{ assignedOn: '2026-02-01', dueOn: null, filedOn: '2026-01-14', phone: null, publicConsent: null },
    ...{ note: null, cells: {}, issues: [] },
    units: chosen.map((id, at) => ({
      unitId: String(id),
      name: '',
      role: chosen.length === 1 ? 'sole' : at === 0 ? 'lead' : 'assist',
      assumed: false,
      past: null,
    })),
  };
};

const byProduct = async (appUrl: string, city: City, texts: readonly Text[]): Promise<number> => {
  const db = openDatabase(appUrl, 2);
  const session = city.sessions.find((one) => one.year === 2026 && one.kind === 'suggestion');
  if (session === undefined) throw new Error('No session');
  const at = momentOf(new Date());
  const actor: Actor = {
    ...{
      jurisdictionId: city.jurisdictionId,
      personId: city.proposers[0] ?? 0,
      name: '督查员',
      via: 'session',
    },
    grants: [{ role: 'supervisor' }],
  };
  const random = randomFrom(78);
  const cutter = wordCutter(texts.length);
  const unitIds = city.units.map((unit) => unit.id);
  try {
    return await db.write(city.jurisdictionId, async (tx) => {
      const scene: PlanScene = {
        house: await houseReader()(tx, city.jurisdictionId),
        actor,
        at,
        options: {
          ...{
            sessionId: session.id,
            sessionUse: 'whereSilent',
            assign: true,
            responsibleLeader: '分管副市长',
          },
          ...{ filedOn: null, severalLeads: 'refuse' },
        },
        facts: {
          units: new Map(unitIds.map((id) => [id, { open: true, boundary: false }])),
          unitNames: new Map(),
        },
      };
      const place = { ...session, organKind: 'congress' as const, organName: '', term: 15, number: 6 };
      const mark = randomBytes(3).toString('hex');
      const began = performance.now();
      const plans = texts.map((text, n) => {
        const given = {
          session: place,
          caseNo: `${mark}${n}`,
          proposerIds: [city.proposers[n % 2_000] ?? 0],
        };
        const planned = planMatter(scene, rowOf(text, n, unitIds, random), given);
        if (!planned.ok) throw new Error(planned.refusal.code);
        return planned.plan;
      });
      await writeMatters(
        tx,
        { house: scene.house, actor, at, options: scene.options },
        plans,
        cutter,
        async () => undefined,
      );
      return { keep: false, value: (performance.now() - began) / 1000 };
    });
  } finally {
    await cutter.close();
    await db.close();
  }
};

const byCopy = async (client: pg.Client, city: City, texts: readonly Text[]): Promise<number> => {
  const random = randomFrom(79);
  const lines = emptyLines();
  let next = 900_000_000;
  const takeId = (): number => (next += 1);
  for (const text of texts) writeMatter(lines, { city, random, text, id: takeId(), takeId });
  await client.query('begin');
  try {
    const began = performance.now();
    for (const table of tables) await copyIn(client, table, columns[table], lines[table]);
    return (performance.now() - began) / 1000;
  } finally {
    await client.query('rollback');
  }
};

/** Each side some rounds in turn; the best of each. Everything is rolled back. */
export const measureImport = async (
  urls: { readonly ownerUrl: string; readonly appUrl: string },
  bench: Bench,
  size: { readonly rows: number; readonly rounds: number },
  say: (message: string) => void,
): Promise<Imported> => {
  const client = new pg.Client({ connectionString: urls.ownerUrl });
  // When a measure fails the server is stopped under this connection; the measure's own fault is the one to show.
  client.on('error', () => undefined);
  await client.connect();
  await bindTo(client, bench.jurisdictionId);
  const city = await loadCity(client, bench);
  const texts = textsOf(size.rows);
  const product: number[] = [];
  const copy: number[] = [];
  for (let round = 0; round < size.rounds; round += 1) {
    product.push(await byProduct(urls.appUrl, city, texts));
    copy.push(await byCopy(client, city, texts));
    say(`import: product ${product.at(-1)?.toFixed(1)} s, COPY ${copy.at(-1)?.toFixed(1)} s`);
    await client.query(
      'vacuum matter, matter_text, matter_search, assignment, journal, journal_head, proposer',
    );
  }
  await client.end();
  return { rows: size.rows, productSeconds: Math.min(...product), copySeconds: Math.min(...copy) };
};
