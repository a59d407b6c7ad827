/** Extensions and pauses over HTTP: who may, once, on whose papers, what others read, and what the lists find. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rebuiltFacts } from '#test/support/facts-rebuilt.ts';
import { bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

/** On another day everyone has signed in anew. */
const goTo = async (instant: string): Promise<void> => {
  product.setTime(instant);
  await product.app.db.write(product.place.jurisdictionId, async (tx) => ({
    keep: true,
    value: await tx.updateTable('sign_in').set({ started_at: instant, last_seen_at: instant }).execute(),
  }));
};

type Extension = { state: string; until: string; reason: string; note: string; files: { name: string }[] };
type Duty = {
  id: number;
  version: number;
  owed: { date: string; state: string } | null;
  extensions: Extension[];
  extensionTerms: { due: string; limit: string; left: number } | null;
  pauses: { from: string; to: string | null; reason: string }[];
  allowedActions: { action: string; refusal: { code: string } | null }[];
};
type Page = {
  assignments: Duty[];
  next: { duty: string; mine: boolean }[];
  timeline: { events: { type: string; params: Record<string, unknown> }[] }[];
};

const look = async (who: CastName, matterId: number): Promise<Page> =>
  (await product.ask(who, 'GET', `/api/matters/${matterId}`)).body;

const dutyOf = async (who: CastName, { matterId, leadDuty }: OneMatter): Promise<Duty> => {
  const found = (await look(who, matterId)).assignments.find(({ id }) => id === leadDuty);
  if (found === undefined) throw new Error('no duty');
  return found;
};

type Body = Readonly<Record<string, unknown>>;
const request: Body = { until: '2026-07-02', reason: '需与三个部门会商', fileIds: [] };

const send = async (
  who: CastName,
  one: OneMatter,
  path: string,
  body: Body,
  asked: { key?: string; version?: number } = {},
) => {
  const version = asked.version ?? (await dutyOf('supervisor', one)).version;
  return product.ask(who, 'POST', `/api/assignments/${one.leadDuty}/${path}`, { ...asked, version, body });
};

const ask = (one: OneMatter, body = request) => send('leadHandler', one, 'ask-extension', body);

const row = async ({ matterId, leadDuty }: OneMatter) =>
  product.app.db.read(product.place.jurisdictionId, async (tx) => ({
    duty: await tx
      .selectFrom('assignment')
      .select(['due_on', 'extension_asked_on', 'extension_due_on', 'extension_decided_by', 'paused_on'])
      .where('id', '=', leadDuty)
      .executeTakeFirstOrThrow(),
    matter: await tx
      .selectFrom('matter')
      .select('due_on')
      .where('id', '=', matterId)
      .executeTakeFirstOrThrow(),
  }));

type Task = { kind: string; matterId: number; dueOn: string | null; dueState: string };
const todo = async (who: CastName, matterId: number): Promise<Task[]> => {
  const { body } = await product.ask(who, 'GET', '/api/workbench/todo');
  return (body as { items: Task[] }).items.filter((task) => task.matterId === matterId);
};
const found = async (who: CastName, query: string): Promise<number[]> => {
  const { body } = await product.ask(who, 'GET', `/api/ledger?limit=200&${query}`);
  return (body as { items: { id: number }[] }).items.map(({ id }) => id);
};

const boundary = 'luoshi-extension';
const upload = async (who: CastName): Promise<number> => {
  const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="报告.pdf"\r\n\r\n`;
  const { body } = await product.ask(who, 'POST', '/api/files?purpose=contact', {
    body: Buffer.from(`${head}${pdf}\r\n--${boundary}--\r\n`),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  return (body as { id: number }).id;
};

let one: OneMatter;
beforeEach(async () => {
  await goTo('2026-03-02T02:00:00.000Z');
  one = await bringTo(product, 'signed');
}, 60_000);

describe('the way of a request', () => {
  test('asked, found by who decides, granted: dates, lists and lists’ dates follow', async () => {
    expect((await ask(one)).status).toBe(200);
    expect(await row(one)).toEqual({
      duty: {
        due_on: '2026-06-02',
        extension_asked_on: '2026-03-02',
        extension_due_on: '2026-03-09',
        extension_decided_by: 'either',
        paused_on: null,
      },
      matter: { due_on: '2026-06-02' },
    });
    for (const who of ['supervisor', 'congressOffice'] as const) {
      expect(await todo(who, one.matterId)).toMatchObject([{ kind: 'decideExtension', dueOn: '2026-03-09' }]);
      expect((await look(who, one.matterId)).next).toContainEqual(
        expect.objectContaining({ duty: 'decideExtension', mine: true }),
      );
    }
    expect(await todo('cppccOffice', one.matterId)).toEqual([]);
    const granted = await send('supervisor', one, 'grant-extension', {
      until: '2026-06-20',
      note: '先延至此',
    });
    expect(granted.status).toBe(200);
    expect(await row(one)).toMatchObject({
      duty: {
        due_on: '2026-06-20',
        extension_asked_on: null,
        extension_due_on: null,
        extension_decided_by: null,
      },
      matter: { due_on: '2026-06-20' },
    });
    expect(await todo('supervisor', one.matterId)).toEqual([]);
    expect((await dutyOf('leadHandler', one)).owed?.date).toBe('2026-06-20');
    expect((await ask(one)).body).toMatchObject({ code: 'extension-used-up' });
  });

  test('refused or taken back, the date stands and it may be asked for again', async () => {
    await ask(one);
    const blank = await send('congressOffice', one, 'refuse-extension', { note: '' });
    expect(blank).toMatchObject({ status: 422, body: { at: 'note' } });
    expect((await send('congressOffice', one, 'refuse-extension', { note: '理由不足' })).status).toBe(200);
    expect(await row(one)).toMatchObject({ duty: { due_on: '2026-06-02', extension_asked_on: null } });
    expect((await ask(one)).status).toBe(200);
    expect((await send('leadOffice', one, 'withdraw-extension', { note: '' })).status).toBe(200);
    expect((await dutyOf('leadOffice', one)).extensions.map(({ state }) => state)).toEqual([
      'refused',
      'withdrawn',
    ]);
  });

  test('on what somebody changed meanwhile it is stale; repeated with its key it is one request', async () => {
    const { version } = await dutyOf('leadHandler', one);
    const first = await send('leadHandler', one, 'ask-extension', request, { key: 'ask-once-0001', version });
    const again = await send('leadHandler', one, 'ask-extension', request, { key: 'ask-once-0001', version });
    expect([first.status, again.text]).toEqual([200, first.text]);
    expect((await dutyOf('leadHandler', one)).extensions).toHaveLength(1);
    const stale = { until: '2026-07-02', note: '' };
    expect((await send('supervisor', one, 'grant-extension', stale, { version })).status).toBe(412);
    const bare = await product.ask('supervisor', 'POST', `/api/assignments/${one.leadDuty}/grant-extension`, {
      body: stale,
    });
    expect(bare.status).toBe(428);
  });

  test('twenty deciders have one effect', async () => {
    await ask(one);
    const { version } = await dutyOf('supervisor', one);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 2 === 0
          ? send('supervisor', one, 'grant-extension', { until: '2026-07-02', note: '' }, { version })
          : send('congressOffice', one, 'refuse-extension', { note: '理由不足' }, { version }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(new Set(statuses)).toEqual(new Set([200, 412]));
    const { extensions, owed } = await dutyOf('supervisor', one);
    expect(extensions).toHaveLength(1);
    expect(owed?.date).toBe(extensions[0]?.state === 'granted' ? '2026-07-02' : '2026-06-02');
  }, 60_000);
});

describe('papers', () => {
  test('only one’s own, not used yet', async () => {
    const used = await upload('leadHandler');
    expect((await ask(one, { ...request, fileIds: [used] })).status).toBe(200);
    await send('leadHandler', one, 'withdraw-extension', { note: '' });
    const foreign = await upload('leadOffice');
    for (const fileIds of [[used], [foreign], [999_999]])
      expect((await ask(one, { ...request, fileIds })).body).toMatchObject({
        code: 'file-missing',
        at: 'fileIds',
      });
    expect((await dutyOf('leadHandler', one)).extensions).toHaveLength(1);
  });

  test('a request that is refused uses none of them up', async () => {
    const paper = await upload('leadHandler');
    expect((await ask(one, { ...request, until: '2027-07-02', fileIds: [paper] })).status).toBe(422);
    expect((await ask(one, { ...request, fileIds: [paper] })).status).toBe(200);
  });
});

describe('what others read', () => {
  const secret = '内部理由';
  const outsiders = ['leadProposer', 'coProposer', 'assistOffice'] as const;

  test('neither the request nor its reason, note and papers; only to when it was put off', async () => {
    const paper = await upload('leadHandler');
    await ask(one, { ...request, reason: secret, fileIds: [paper] });
    for (const who of outsiders) {
      const page = await product.ask(who, 'GET', `/api/matters/${one.matterId}`);
      expect(page.text).not.toContain(secret);
      expect((await dutyOf(who, one)).extensions).toEqual([]);
      expect((await product.ask(who, 'GET', `/api/files/${paper}`)).status).toBe(404);
    }
    await send('supervisor', one, 'grant-extension', { until: '2026-07-02', note: secret });
    await send('supervisor', one, 'pause-clock', { reason: secret });
    for (const who of outsiders) {
      expect((await product.ask(who, 'GET', `/api/matters/${one.matterId}`)).text).not.toContain(secret);
      const { extensions, pauses, extensionTerms } = await dutyOf(who, one);
      expect(extensions).toMatchObject([{ state: 'granted', until: '2026-07-02', reason: '', files: [] }]);
      expect(pauses).toEqual([{ from: '2026-03-02', to: null, reason: '' }]);
      expect(extensionTerms).toBeNull();
    }
    for (const who of ['leadHead', 'supervisor', 'congressOffice', 'cityLeader'] as const) {
      expect((await dutyOf(who, one)).extensions).toMatchObject([
        { reason: secret, note: secret, files: [{ name: '报告.pdf' }] },
      ]);
      expect((await product.ask(who, 'GET', `/api/files/${paper}`)).status).toBe(200);
    }
  });

  test('the proposers are told of what was granted, not of what was asked', async () => {
    const kinds = async () =>
      (
        (await product.ask('leadProposer', 'GET', '/api/notices')).body as {
          items: { kind: string; matterId: number }[];
        }
      ).items
        .filter(({ matterId }) => matterId === one.matterId)
        .map(({ kind }) => kind);
    await ask(one);
    expect(await kinds()).toEqual([]);
    await send('supervisor', one, 'grant-extension', { until: '2026-07-02', note: '' });
    expect(await kinds()).toEqual(['extensionGranted']);
  });
});

describe('a stopped clock', () => {
  test('has no date in lists, is found by them, and runs on with what was left', async () => {
    await goTo('2026-05-03T02:00:00.000Z');
    expect((await send('supervisor', one, 'pause-clock', { reason: '代表出国' })).status).toBe(200);
    expect(await row(one)).toMatchObject({
      duty: { due_on: 'infinity', paused_on: '2026-05-03' },
      matter: { due_on: 'infinity' },
    });
    expect((await dutyOf('leadHandler', one)).owed).toMatchObject({ state: 'paused' });
    for (const per of ['', '&per=duty'])
      expect(await found('supervisor', `due=paused${per}`)).toContain(one.matterId);
    expect(await todo('leadHandler', one.matterId)).toMatchObject([
      { kind: 'handle', dueState: 'paused', dueOn: null },
    ]);
    const { body } = await product.ask('leadProposer', 'GET', '/api/my/matters');
    expect((body as { items: { id: number }[] }).items.find(({ id }) => id === one.matterId)).toMatchObject({
      owed: null,
      paused: true,
    });
    await goTo('2026-05-23T02:00:00.000Z');
    expect((await send('congressOffice', one, 'resume-clock', { reason: '已回国' })).status).toBe(200);
    expect(await row(one)).toMatchObject({
      duty: { due_on: '2026-06-22', paused_on: null },
      matter: { due_on: '2026-06-22' },
    });
    expect(await found('supervisor', 'due=paused')).not.toContain(one.matterId);
  });

  test('the end of the matter takes it and a waiting request off the lists', async () => {
    await ask(one);
    await send('supervisor', one, 'pause-clock', { reason: '代表出国' });
    const { body } = await product.ask('congressOffice', 'GET', `/api/matters/${one.matterId}`);
    const { version } = body as { version: number };
    await product.ask('congressOffice', 'POST', `/api/matters/${one.matterId}/withdraw`, {
      version,
      body: { reason: '提出人书面撤回' },
    });
    expect((await row(one)).duty).toMatchObject({ extension_asked_on: null, paused_on: null });
    expect(await found('supervisor', 'due=paused')).not.toContain(one.matterId);
    expect(await todo('supervisor', one.matterId)).toEqual([]);
  });
});

describe('boundary units', () => {
  test('hand-backs and extensions of theirs are for the organ’s office alone to decide', async () => {
    const { boundaryUnit, jurisdictionId, leadUnit } = product.place;
    await ask(one);
    const back = await bringTo(product, 'handBack');
    const setBoundary = (outside: boolean) =>
      product.app.db.write(jurisdictionId, async (tx) => ({
        keep: true,
        value: await tx.updateTable('unit').set({ boundary: outside }).where('id', '=', leadUnit).execute(),
      }));
    expect(boundaryUnit).not.toBe(leadUnit);
    for (const { matterId } of [one, back]) expect(await todo('supervisor', matterId)).toHaveLength(1);
    await setBoundary(true);
    try {
      for (const { matterId } of [one, back]) {
        expect(await todo('supervisor', matterId)).toEqual([]);
        expect(await todo('congressOffice', matterId)).toHaveLength(1);
      }
      const body = { until: '2026-07-02', note: '' };
      expect((await send('supervisor', one, 'grant-extension', body)).body).toMatchObject({
        code: 'extension-not-yours',
      });
      expect((await send('congressOffice', one, 'grant-extension', body)).status).toBe(200);
    } finally {
      await setBoundary(false);
    }
  });
});

describe('the new facts of a matter', () => {
  test('are amended by the offices, shown, and found by the ledger', async () => {
    const { body } = await product.ask('congressOffice', 'GET', `/api/matters/${one.matterId}`);
    expect(body).toMatchObject({ level: 'city', proposerType: 'individual', priority: false });
    const change = { level: 'provincial', proposerType: 'delegation', priority: true };
    const { version } = body as { version: number };
    const path = `/api/matters/${one.matterId}/amend`;
    expect((await product.ask('congressOffice', 'POST', path, { version, body: change })).status).toBe(200);
    const query = 'level=provincial&proposerType=delegation&priority=yes';
    expect(await found('supervisor', query)).toEqual([one.matterId]);
    expect(await found('supervisor', `${query}&per=duty`)).toContain(one.matterId);
    expect(await found('supervisor', 'priority=no')).not.toContain(one.matterId);
  });
});

test('the figures’ facts that grew with all this are those of a rebuilding', async () => {
  const { changed, grown, anew } = await rebuiltFacts(product.database);
  expect(changed).toBe(0);
  expect(anew).toEqual(grown);
  expect(grown['figure_matter']).not.toEqual([]);
}, 60_000);
