/** The product with every described year in it: base rows and journals, from which it has computed its own facts. */
import pg from 'pg';
import type { Actor } from '#core/access.ts';
import { houseReader } from '#server/case/house.store.ts';
import { rebuildFigures } from '#server/figures/rebuild.ts';
import { momentOf } from '#server/platform/moment.ts';
import { createProduct, type Product } from '../product.ts';
import { fillYears } from './fill-years.ts';
import { publishedYears } from './published-years.ts';
import type { PrintedFigure } from './slice.ts';

export type PublishedCity = {
  readonly product: Product;
  /** The filters of a line as the API takes them, its year and the ids of its meetings included. */
  readonly filtersOf: (year: number, line: PrintedFigure) => Readonly<Record<string, string>>;
  /** Reads as the supervisor; throws what is not answered with success. */
  readonly get: <T>(url: string) => Promise<T>;
  readonly file: (url: string) => Promise<Uint8Array>;
  readonly post: <T>(url: string, body: unknown, version?: number) => Promise<T>;
};

const termOf = async (owner: pg.Client, j: number, organ: number): Promise<number> => {
  const { rows } = await owner.query<{ id: string }>(
    'select id from term where jurisdiction_id = $1 and organ_id = $2',
    [j, organ],
  );
  return Number(rows[0]?.id);
};

const fill = async ({ app, database, place, people }: Product) => {
  const { jurisdictionId, congress, cppcc } = place;
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const actor: Actor = {
      jurisdictionId,
      personId: people['supervisor'] ?? 0,
      name: 'supervisor',
      grants: [{ role: 'supervisor' }],
      via: 'session',
    };
    const terms = {
      suggestion: await termOf(owner, jurisdictionId, congress),
      proposal: await termOf(owner, jurisdictionId, cppcc),
    };
    const scene = { owner, actor, organs: { suggestion: congress, proposal: cppcc }, terms };
    const sessionOf = await fillYears(scene, publishedYears);
    await rebuildFigures(app.db, houseReader(), jurisdictionId, () =>
      momentOf(new Date('2026-03-02T02:00:00Z')),
    );
    return sessionOf;
  } finally {
    await owner.end();
  }
};

export const publicUrl = 'https://luoshi.example';

/** Opens it; the caller closes its product. */
export const openPublishedCity = async (): Promise<PublishedCity> => {
  const product = await createProduct({ publicUrl });
  let asked = 0;
  const sessionOf = await fill(product);
  const ask = async (method: 'GET' | 'POST', url: string, body?: unknown, version?: number) => {
    asked += 1;
    const answer = await product.app.server.inject({
      method,
      url,
      // Papers and workbooks are few a minute from one address.
      remoteAddress: `10.0.${asked >> 8}.${asked & 255}`,
      headers: {
        cookie: product.cookies['supervisor'] ?? '',
        ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
    return answer;
  };
  const post = async <T>(url: string, body: unknown, version?: number): Promise<T> =>
    (await ask('POST', url, body, version)).json();
  const rows = publishedYears.flatMap(({ year, yearBefore = [] }) =>
    yearBefore.map(({ figure, value }) => {
      const [id, variant] = figure.split('.');
      const none = { organId: null, filters: {}, numerator: null, denominator: null };
      return { figure: id, variant, year: year - 1, ...none, value, source: `${year - 1}年公开年报` };
    }),
  );
  await post('/api/figures/published', { dryRun: false, rows });
  return {
    product,
    post,
    get: async (url) => (await ask('GET', url)).json(),
    file: async (url) => new Uint8Array((await ask('GET', url)).rawPayload),
    filtersOf: (year, { filters = {} }) => ({
      ...Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, values.join(',')])),
      ...(filters.session === undefined
        ? {}
        : { session: String(sessionOf(year, 'suggestion', Number(filters.session[0]))) }),
      year: String(year),
    }),
  };
};
