/** What each person reads on the page of one matter. */
import pg from 'pg';
import { rebuiltFacts } from '#test/support/facts-rebuilt.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerAgain, bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

type Page = {
  stage: string;
  organ: { name: string };
  ownerlessDays: number;
  closedAt: string | null;
  next: { who: string; duty: string; mine: boolean }[];
  allowedActions: { action: string }[];
  timeline: { kind: string }[];
  assignments: {
    id: number;
    unit: { name: string };
    role: string;
    state: string;
    version: number;
    contactDue: { stage: string; channels: string[]; proposerPresent: boolean } | null;
  }[];
  replies: { id: number; round: number; state: string; content: { answers: unknown[] } | null }[];
  ratings: { round: number; proposer: { id: number }; verdict: { outcome: string } | null }[];
};

const look = async (who: CastName, { matterId }: OneMatter): Promise<Page> => {
  const { status, body } = await product.ask(who, 'GET', `/api/matters/${matterId}`);
  expect(status).toBe(200);
  return body as never;
};

describe('who must do what next', () => {
  test.each([
    ['filed', 'congressOffice', 'assign'],
    ['assigned', 'leadOffice', 'signFor'],
    ['signed', 'leadHandler', 'reply'],
    ['issued', 'leadProposer', 'rate'],
    ['rated', 'congressOffice', 'close'],
  ] as const)(
    '%s: it is for %s to %s',
    async (stage, who, duty) => {
      const one = await bringTo(product, stage);
      const { next } = await look(who, one);
      expect(next.filter(({ mine }) => mine).map((step) => step.duty)).toContain(duty);
      const bystander = await look('cityLeader', one);
      expect(bystander.next.some(({ mine }) => mine)).toBe(false);
      expect(bystander.next.map((step) => step.duty)).toContain(duty);
    },
    60_000,
  );

  test('a hand-back waits for the office, not for the unit that asked', async () => {
    const one = await bringTo(product, 'handBack');
    const page = await look('supervisor', one);
    const step = page.next.find(({ duty }) => duty === 'decideHandBack');
    expect(step).toMatchObject({ who: page.organ.name, mine: true });
    expect(page.assignments.map(({ unit }) => unit.name)).not.toContain(step?.who);
  }, 60_000);

  test('nothing is owed on a closed matter', async () => {
    const one = await bringTo(product, 'issued');
    const { body } = await product.ask('congressOffice', 'GET', `/api/matters/${one.matterId}`);
    const closed = await product.ask('congressOffice', 'POST', `/api/matters/${one.matterId}/close`, {
      version: (body as { version: number }).version,
      body: { reason: '提出人逾期未评价' },
    });
    expect(closed.status).toBeLessThan(300);
    expect((await look('supervisor', one)).next).toEqual([]);
  }, 60_000);
});

describe('talk first, then reply', () => {
  test('from the day of signing the page says which contact is wanted, until it is recorded', async () => {
    const wanted = async (
      one: OneMatter,
      who: CastName = 'leadHandler',
    ): Promise<Page['assignments'][number]['contactDue']> =>
      (await look(who, one)).assignments.find(({ id }) => id === one.leadDuty)?.contactDue ?? null;
    const assigned = await bringTo(product, 'assigned');
    expect(await wanted(assigned, 'leadOffice')).toBeNull();
    const signed = await bringTo(product, 'signed');
    expect(await wanted(signed)).toMatchObject({ stage: 'before' });
    expect(
      (await look('assistOffice', signed)).assignments.find(({ role }) => role === 'assist')?.contactDue,
    ).toBeNull();
    expect(await wanted(await bringTo(product, 'drafting'))).toBeNull();
  }, 60_000);
});

describe('a draft', () => {
  test('is read inside its unit only, whatever the office', async () => {
    const one = await bringTo(product, 'drafting');
    for (const who of ['leadHandler', 'leadHead', 'leadOffice', 'leadLeader'] as const)
      expect((await look(who, one)).replies[0]?.content?.answers).toHaveLength(2);
    for (const who of [
      'supervisor',
      'congressOffice',
      'cityLeader',
      'assistOffice',
      'leadProposer',
    ] as const) {
      const { text } = await product.ask(who, 'GET', `/api/matters/${one.matterId}`);
      expect(text).not.toContain('已列入今年计划');
    }
  }, 60_000);
});

describe('handled again', () => {
  test('the first round stays as it was, beside the second', async () => {
    const one = await bringTo(product, 'round2');
    await answerAgain(product, one);
    for (const who of ['supervisor', 'leadProposer', 'leadHandler'] as const) {
      const { replies, ratings } = await look(who, one);
      expect(replies.map(({ round, state }) => [round, state])).toEqual([
        [1, 'issued'],
        [2, 'issued'],
      ]);
      expect(ratings.find(({ round, verdict }) => round === 1 && verdict !== null)?.verdict?.outcome).toBe(
        'dissatisfied',
      );
    }
  }, 60_000);
});

describe('days without an owner', () => {
  /** Days later, with everyone signed in anew. */
  const wait = async (days: number): Promise<string> => {
    const later = new Date(Date.parse(product.now()) + days * 24 * 3_600_000).toISOString();
    product.setTime(later);
    const client = new pg.Client({ connectionString: product.database.ownerUrl });
    await client.connect();
    await client.query('update sign_in set started_at = $1, last_seen_at = $1, confirmed_at = $1', [later]);
    await client.end();
    return later;
  };

  test('count from the request to hand back, and no longer once the matter is withdrawn', async () => {
    const one = await bringTo(product, 'handBack');
    const third = await wait(3);
    expect((await look('supervisor', one)).ownerlessDays).toBe(3);
    const { body } = await product.ask('congressOffice', 'GET', `/api/matters/${one.matterId}`);
    await product.ask('congressOffice', 'POST', `/api/matters/${one.matterId}/withdraw`, {
      version: (body as { version: number }).version,
      body: { reason: '全体联名代表书面同意撤回' },
    });
    await wait(30);
    expect(await look('supervisor', one)).toMatchObject({
      stage: 'withdrawn',
      ownerlessDays: 3,
      closedAt: third,
    });
  }, 60_000);
});

describe('the end of a matter', () => {
  test('ends what its units owe in every list, and is no step of theirs', async () => {
    const one = await bringTo(product, 'signed');
    const listed = async (): Promise<number> => {
      const { body } = await product.ask('assistOffice', 'GET', '/api/workbench/todo?limit=200');
      return (body as { items: { matterId: number }[] }).items.filter(
        ({ matterId }) => matterId === one.matterId,
      ).length;
    };
    expect(await listed()).toBe(1);
    const { body } = await product.ask('congressOffice', 'GET', `/api/matters/${one.matterId}`);
    const before = body as { version: number } & Page;
    await product.ask('congressOffice', 'POST', `/api/matters/${one.matterId}/withdraw`, {
      version: before.version,
      body: { reason: '全体联名代表书面同意撤回' },
    });
    expect(await listed()).toBe(0);
    const client = new pg.Client({ connectionString: product.database.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ due: string; version: number }>(
      'select due_on::text as due, version from assignment where matter_id = $1 order by id',
      [one.matterId],
    );
    await client.end();
    expect(rows.map(({ due }) => due)).toEqual(['infinity', 'infinity']);
    expect(rows.map(({ version }) => version)).toEqual(before.assignments.map(({ version }) => version));
  }, 60_000);
});

test('the figures’ facts that grew with all this are those of a rebuilding', async () => {
  const { changed, grown, anew } = await rebuiltFacts(product.database);
  expect(changed).toBe(0);
  expect(anew).toEqual(grown);
  expect(grown['figure_matter']).not.toEqual([]);
}, 60_000);
