/** A round from its start to the receipts: who sees what of it, and that nothing but assigning assigns. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { countStatements } from '#test/support/count-statements.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';
import { viewRounds } from './view-round.ts';

type Row = {
  matterId: number;
  version: number;
  caseNo: string;
  stand: string;
  assignedAt: string | null;
  proposals: { id: number; unit: { id: number }; kind: string; answer: string | null; mayAnswer: boolean }[];
};
type Outcome = { done: number; refused: { id: number; code: string; detail: string }[] };

let product: Product;
let matters: OneMatter[];
let roundId = 0;
const closesAt = '2026-02-10T01:00:00Z';

const ask = async <T>(
  who: CastName,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  version?: number,
) => {
  const { status, body: answered } = await product.ask(who, method, `/api/assign-rounds${path}`, {
    ...(body === undefined ? {} : { body }),
    ...(version === undefined ? {} : { version }),
  });
  return { status, body: answered as T };
};
const rows = async (who: CastName = 'supervisor') =>
  (await ask<{ items: Row[] }>(who, 'GET', `/${roundId}/matters`)).body.items;
const rowOf = async (at: number, who: CastName = 'supervisor') => {
  const row = (await rows(who)).find(({ matterId }) => matterId === matters[at]?.matterId);
  if (row === undefined) throw new Error(`no row ${at}`);
  return row;
};
const propose = async (at: number, ...duties: { unitId: number; role: string }[]) => {
  const { matterId, version } = await rowOf(at);
  return (
    await ask<Outcome>('supervisor', 'POST', `/${roundId}/proposals`, {
      items: [{ matterId, version, duties }],
    })
  ).body;
};
const answer = async (who: CastName, at: number, said: object) => {
  const line = (await rowOf(at, who)).proposals.find(({ mayAnswer }) => mayAnswer);
  return (
    await ask<Outcome>(who, 'POST', `/${roundId}/answers`, { items: [{ proposalId: line?.id, ...said }] })
  ).body;
};

beforeAll(async () => {
  product = await createProduct();
  product.setTime('2026-02-02T02:00:00Z');
  matters = [];
  for (let n = 0; n < 4; n++) matters.push(await bringTo(product, 'filed'));
  const made = await ask<{ id: number; matters: number }>('congressOffice', 'POST', '', {
    organId: product.place.congress,
    name: '第一批',
    note: '',
    closesAt,
    matterIds: null,
  });
  roundId = made.body.id;
  if (made.body.matters !== 4) throw new Error(`${made.body.matters} matters in the round`);
}, 180_000);
afterAll(() => product.close());

describe('being prepared', () => {
  it('belongs to its organ: the other organ’s office finds nothing, nor does a unit', async () => {
    for (const who of ['cppccOffice', 'leadOffice'] as const)
      expect((await ask(who, 'GET', `/${roundId}`)).status).toBe(404);
    expect((await ask('leadOffice', 'POST', `/${roundId}/proposals`, { items: [] })).status).toBe(403);
  });

  it('a matter stands in one round only', async () => {
    const other = await ask<{ id: number; matters: number }>('supervisor', 'POST', '', {
      organId: product.place.congress,
      name: '第二批',
      note: '',
      closesAt,
      matterIds: [matters[0]?.matterId],
    });
    expect(other.body.matters).toBe(0);
  });

  it('units are proposed; a row that someone else changed is not overwritten', async () => {
    const { leadUnit, assistUnit, otherUnit } = product.place;
    expect(
      (await propose(0, { unitId: leadUnit, role: 'lead' }, { unitId: assistUnit, role: 'assist' })).done,
    ).toBe(1);
    expect((await propose(1, { unitId: leadUnit, role: 'sole' })).done).toBe(1);
    expect((await propose(2, { unitId: otherUnit, role: 'sole' })).done).toBe(1);
    const { matterId, version } = await rowOf(0);
    const late = await ask<Outcome>('supervisor', 'POST', `/${roundId}/proposals`, {
      items: [{ matterId, version: version - 1, duties: [] }],
    });
    expect(late.body.refused[0]?.code).toBe('stale');
  });
});

/** The list counts for each reader what his table of the round shows; answers with how many readers it asked. */
const listAgrees = async (...readers: readonly CastName[]): Promise<number> => {
  type Head = { id: number; counts: Record<string, number>; toAnswer: number };
  for (const who of readers) {
    const { items } = (await ask<{ items: Head[] }>(who, 'GET', '')).body;
    const shown = await rows(who);
    const head = items.find(({ id }) => id === roundId);
    const { matters: all, ...stands } = head?.counts ?? {};
    expect([who, all]).toEqual([who, shown.length]);
    for (const [stand, n] of Object.entries(stands)) {
      const stood = shown.filter((row) => (row.assignedAt === null ? row.stand : 'assigned') === stand);
      expect([who, stand, n]).toEqual([who, stand, stood.length]);
    }
    const open = shown
      .flatMap(({ proposals }) => proposals)
      .filter((one) => one.mayAnswer && one.answer === null);
    expect([who, head?.toAnswer]).toEqual([who, open.length]);
  }
  return readers.length;
};

describe('asking the units', () => {
  it('opens the round, and tells each unit once', async () => {
    const { version } = (await ask<{ version: number }>('supervisor', 'GET', `/${roundId}`)).body;
    expect((await ask('supervisor', 'POST', `/${roundId}/open`, {}, version)).status).toBe(200);
    const notices = (await product.ask('leadOffice', 'GET', '/api/notices')).body as {
      items: { kind: string; title: string | null; round: number | null }[];
    };
    const { name } = (await ask<{ name: string }>('supervisor', 'GET', `/${roundId}`)).body;
    expect(notices.items.filter(({ kind }) => kind === 'assignRoundOpened')).toEqual([
      expect.objectContaining({ title: name, round: roundId }),
    ]);
  });

  it('a unit sees its own matters only, and reads their text', async () => {
    expect((await rows('leadOffice')).map(({ matterId }) => matterId)).toEqual([
      matters[0]?.matterId,
      matters[1]?.matterId,
    ]);
    const text = await ask('leadOffice', 'GET', `/${roundId}/matters/${matters[0]?.matterId}`);
    expect(text.status).toBe(200);
    expect((await ask('leadOffice', 'GET', `/${roundId}/matters/${matters[2]?.matterId}`)).status).toBe(404);
    expect((await product.ask('leadOffice', 'GET', `/api/matters/${matters[0]?.matterId}`)).status).toBe(404);
  });

  it('accepts with a section, objects with a name; the named unit is heard', async () => {
    expect(
      (await answer('leadOffice', 0, { answer: 'accepted', sectionId: product.place.leadSection })).done,
    ).toBe(1);
    const bare = await answer('leadOffice', 1, { answer: 'objected', reason: '不属本单位职责' });
    expect(bare.refused[0]?.code).toBe('named-unit-missing');
    await answer('leadOffice', 1, {
      answer: 'objected',
      reason: '不属本单位职责',
      namedUnitId: product.place.otherUnit,
    });
    expect((await rowOf(1)).stand).toBe('disputed');
    expect((await answer('otherOffice', 1, { answer: 'accepted' })).done).toBe(1);
    // What the named unit says changes nothing by itself.
    expect((await rowOf(1)).stand).toBe('disputed');
  });

  it('is counted in the list of rounds as in its own table', async () => {
    const agreed = await listAgrees(
      'supervisor',
      'congressOffice',
      'leadOffice',
      'assistOffice',
      'otherOffice',
    );
    expect(agreed).toBe(5);
  });

  it('nobody answers for another unit', async () => {
    const line = (await rowOf(2)).proposals[0];
    const tried = await ask<Outcome>('leadOffice', 'POST', `/${roundId}/answers`, {
      items: [{ proposalId: line?.id, answer: 'accepted' }],
    });
    expect(tried.body.refused[0]?.code).toBe('not-found');
  });
});

describe('assigning', () => {
  const assign = async (...at: number[]) =>
    (
      await ask<Outcome>('supervisor', 'POST', `/${roundId}/assign`, {
        matterIds: at.map((n) => matters[n]?.matterId),
        responsibleLeader: '分管市长',
      })
    ).body;

  it('refuses what is disputed, waits or has no unit; no clock has run so far', async () => {
    const { done, refused } = await assign(0, 1, 2, 3);
    expect(done).toBe(0);
    expect(refused.map(({ code }) => code)).toEqual([
      'proposal-waiting',
      'proposal-disputed',
      'proposal-waiting',
      'plan-empty',
    ]);
    const page = (await product.ask('supervisor', 'GET', `/api/matters/${matters[0]?.matterId}`)).body as {
      assignments: unknown[];
    };
    expect(page.assignments).toEqual([]);
  });

  it('after the closing time silence counts as acceptance, shown as such; late answers are not heard', async () => {
    product.setTime('2026-02-10T02:00:00Z');
    expect((await rowOf(2)).stand).toBe('silent');
    expect((await rowOf(2, 'otherOffice')).proposals.some(({ mayAnswer }) => mayAnswer)).toBe(false);
    expect((await assign(0, 2)).done).toBe(2);
    const page = (await product.ask('leadOffice', 'GET', `/api/matters/${matters[0]?.matterId}`)).body as {
      assignments: { state: string; unit: { id: number } }[];
    };
    expect(page.assignments.map(({ state }) => state)).toEqual(['assigned', 'assigned']);
    expect((await assign(0)).refused[0]?.code).toBe('matter-not-in-round');
  });

  it('an objection that the office overrules with a reason no longer stops it', async () => {
    const line = (await rowOf(1)).proposals.find(({ answer: said }) => said === 'objected');
    const kept = await ask('supervisor', 'POST', `/${roundId}/proposals/${line?.id}/keep`, {
      reason: '三定方案明确由该单位负责',
    });
    expect(kept.status).toBe(200);
    expect((await assign(1)).done).toBe(1);
  });
});

it('is counted in the list by what was assigned of it', async () => {
  expect(await listAgrees('supervisor', 'leadOffice', 'otherOffice')).toBe(3);
});

describe('papers', () => {
  it('the list for the meeting in each form, and the receipt of a unit for its own office only', async () => {
    const heads = { pdf: '%PDF', docx: 'PK', xlsx: 'PK' } as const;
    for (const [format, head] of Object.entries(heads)) {
      const paper = await product.ask(
        'supervisor',
        'GET',
        `/api/assign-rounds/${roundId}/meeting-list?format=${format}&by=unit`,
      );
      expect(paper.text.startsWith(head), format).toBe(true);
    }
    const receipt = (who: CastName) =>
      product.ask(who, 'GET', `/api/assign-rounds/${roundId}/receipts/${product.place.leadUnit}?format=docx`);
    expect((await receipt('leadOffice')).status).toBe(200);
    expect((await receipt('otherOffice')).status).toBe(404);
  }, 60_000);

  it('shows who has signed', async () => {
    type Receipts = {
      items: { unit: { id: number }; handedOver: number; signed: number; toSign: number[] }[];
    };
    const mine = async () =>
      (await ask<Receipts>('leadOffice', 'GET', `/${roundId}/receipts`)).body.items.map(
        ({ handedOver, signed, toSign }) => [handedOver, signed, toSign.length],
      );
    expect(await mine()).toEqual([[2, 0, 2]]);
    const { items } = (await ask<Receipts>('leadOffice', 'GET', `/${roundId}/receipts`)).body;
    await product.ask('leadOffice', 'POST', '/api/assignments/sign-for-in-bulk', {
      body: { assignmentIds: items[0]?.toSign },
    });
    expect(await mine()).toEqual([[2, 2, 0]]);
  });
});

it('the list of rounds is not for the other organ, and asks no more of the database the longer it is', async () => {
  expect((await ask('cppccOffice', 'GET', '')).body).toMatchObject({ items: [], total: 0 });
  const { jurisdictionId, congress } = product.place;
  const look = () =>
    product.app.db.read(jurisdictionId, async (tx) => {
      const counted = countStatements(tx);
      const grants = [{ role: 'supervisor' as const }];
      const actor = { jurisdictionId, personId: 0, name: '', via: 'session' as const, grants };
      const at = { instant: product.now(), date: '2026-02-03', time: '10:00' };
      const { items, total } = await viewRounds({ tx: counted.tx, actor, at, language: 'zh' }, {});
      expect(items.length).toBe(total);
      return { statements: counted.count(), total };
    });
  const before = await look();
  for (const name of ['第四批', '第五批'])
    await ask('supervisor', 'POST', '', {
      organId: congress,
      name,
      note: '',
      closesAt: '2026-03-01T00:00:00Z',
      matterIds: [matters[0]?.matterId],
    });
  const after = await look();
  expect(after.total).toBe(before.total + 2);
  expect(after.statements).toBe(before.statements);
});

it('ends: what was not assigned is free for another round', async () => {
  const { version } = (await ask<{ version: number }>('supervisor', 'GET', `/${roundId}`)).body;
  expect((await ask('congressOffice', 'POST', `/${roundId}/end`, {}, version)).status).toBe(200);
  const next = await ask<{ matters: number }>('congressOffice', 'POST', '', {
    organId: product.place.congress,
    name: '第三批',
    note: '',
    closesAt: '2026-03-01T00:00:00Z',
    matterIds: null,
  });
  expect(next.body.matters).toBe(1);
});
