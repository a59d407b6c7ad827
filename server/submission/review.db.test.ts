/** What the office makes of submissions: looks, panels, numbers, and what their authors read. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handedIn as handIn, seatInBoth } from '#test/support/handed-in.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
  await seatInBoth(product);
}, 120_000);
afterAll(() => product.close());

type Body = Record<string, never> & {
  id: number;
  version: number;
  state: string;
  code?: string;
  matterId: number;
  caseNo: string;
};

const send = async (who: CastName, url: string, body: unknown = {}, version?: number) => {
  const answer = await product.ask(who, 'POST', url, {
    body,
    ...(version === undefined ? {} : { version }),
  });
  return { status: answer.status, body: answer.body as unknown as Body };
};
const read = async <T>(who: CastName, url: string) =>
  (await product.ask(who, 'GET', url)).body as unknown as T;

type Page = Body & {
  decision: { outcome: string; text: string; into: { id: number; flowNo: string; title: string }[] } | null;
  author: { id: number };
  splitFromId: number | null;
  text: { title: string; asks: string[] };
  next: { what: string } | null;
  step: { code: string } | null;
  unlooked: string | null;
  decisionChecks: string[];
  letter: boolean;
  withdrawal: { reason: string } | null;
};
const page = (who: CastName, id: number) => read<Page>(who, `/api/submissions/${id}`);

let serial = 0;
/** By submission. Of which organ somebody is follows from what he has there: one of each. */
const authors = new Map<number, CastName>();
const own = (id: number) => page(authors.get(id) ?? 'leadProposer', id);
/** A suggestion or proposal that its author has handed in. */
const handedIn = async (organ: 'congress' | 'cppcc'): Promise<number> => {
  serial += 1;
  const author = organ === 'cppcc' ? 'leadProposer' : 'coProposer';
  const id = await handIn(product, author, organ, `关于在滨河路口增设信号灯的建议${serial}`, '城市建设');
  authors.set(id, author);
  return id;
};

const act = async (who: CastName, id: number, verb: string, body: unknown = {}) =>
  send(who, `/api/submissions/${id}/${verb}`, body, (await own(id)).version);

/** Kinds of the notices that somebody has of a submission. */
const toldOf = async (who: CastName, id: number): Promise<readonly string[]> =>
  (
    await read<{ items: { kind: string; submission: { id: number } | null }[] }>(who, '/api/notices')
  ).items.flatMap(({ kind, submission }) => (submission?.id === id ? [kind] : []));

const pass = { advice: 'pass', grounds: [], checks: ['proposer', 'form'], text: '' };

describe('the review', () => {
  test('files with the next number what its looks have passed; matter and submission know each other', async () => {
    const id = await handedIn('cppcc');
    const panel = await send('cppccOffice', `/api/intake/organs/${product.place.cppcc}/panels`, {
      name: '城建组',
      categories: ['城市建设'],
      memberIds: [product.people['otherProposer']],
    });
    expect(panel.status).toBe(200);
    expect((await act('cppccOffice', id, 'file', { category: null })).body.code).toBe('steps-open');
    expect((await act('cppccOffice', id, 'step', pass)).status).toBe(200);

    // The panel sees it once it is given to it, and only for its step.
    const desk = () => read<{ total: number }>('otherProposer', '/api/review');
    expect((await desk()).total).toBe(0);
    const listed = await read<{ items: { id: number; proposedPanel: { id: number } | null }[] }>(
      'cppccOffice',
      '/api/review?panel=none',
    );
    expect(listed.items.find((one) => one.id === id)?.proposedPanel?.id).toBe(panel.body.id);
    const version = (await page('cppccOffice', id)).version;
    const given = await send('cppccOffice', '/api/review/panels', {
      items: [{ submissionId: id, version }],
      panelId: null,
    });
    expect(given.body).toMatchObject({ done: 1, refused: [] });
    expect((await desk()).total).toBe(1);
    expect((await act('otherProposer', id, 'file', { category: null })).body.code).toBe('not-yours');
    expect((await act('otherProposer', id, 'step', pass)).status).toBe(200);
    expect((await desk()).total).toBe(0);
    expect(await toldOf('cppccOffice', id)).toContain('intakeToDecide');

    const filed = await act('cppccOffice', id, 'file', { category: null });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    expect(filed.body.caseNo).toMatch(/^2026\d{4}$/);
    const matter = await read<{
      caseNo: string;
      category: string;
      points: unknown[];
      proposers: { id: number }[];
    }>('leadProposer', `/api/matters/${filed.body.matterId}`);
    expect(matter).toMatchObject({ caseNo: filed.body.caseNo, category: '城市建设' });
    expect(matter.points).toHaveLength(2);
    expect(matter.proposers.map((one) => one.id)).toEqual([product.people['leadProposer']]);
    expect((await own(id)).next?.what).toBe('follow');
    // The ledger by panel is for the offices.
    const byPanel = `/api/ledger?panelId=${panel.body.id}`;
    expect(await read('cppccOffice', byPanel)).toMatchObject({
      total: 1,
      items: [{ id: filed.body.matterId }],
    });

    // Its author asks to withdraw it, the office withdraws the matter: then nothing is asked any more.
    expect((await act('leadProposer', id, 'ask-to-withdraw', { reason: '情况有变' })).body.state).toBe(
      'filed',
    );
    expect((await own(id)).withdrawal).toMatchObject({ reason: '情况有变' });
    const asked = await read<{ version: number }>('cppccOffice', `/api/matters/${filed.body.matterId}`);
    const withdraw = `/api/matters/${filed.body.matterId}/withdraw`;
    expect((await send('cppccOffice', withdraw, { reason: '提出人申请' }, asked.version)).status).toBe(200);
    expect((await own(id)).withdrawal).toBeNull();
    expect((await act('leadProposer', id, 'take-back-withdrawal')).body.code).toBe('matter-over');
    expect(await read('leadProposer', byPanel)).toMatchObject({ total: 0 });
  }, 60_000);

  test('tells the office where nobody may look: a panel whose one member wrote it himself', async () => {
    const id = await handedIn('cppcc');
    const panel = await send('cppccOffice', `/api/intake/organs/${product.place.cppcc}/panels`, {
      name: '一人组',
      categories: [],
      memberIds: [product.people['leadProposer']],
    });
    await act('cppccOffice', id, 'step', pass);
    expect((await page('cppccOffice', id)).unlooked).toBe('noPanel');
    // A colleague in the office: nobody hears of what he did himself.
    const owner = new pg.Client({ connectionString: product.database.ownerUrl });
    await owner.connect();
    await owner.query(
      "insert into role_grant (jurisdiction_id, person_id, role, organ_id) values ($1, $2, 'cppcc-office', $3)",
      [product.place.jurisdictionId, product.people['supervisor'], product.place.cppcc],
    );
    await owner.end();
    await act('cppccOffice', id, 'panel', { panelId: panel.body.id });
    expect((await page('cppccOffice', id)).unlooked).toBe('panel');
    const waiting = () =>
      read<{ items: { id: number; nobodyLooks: boolean }[]; counts: { nobody: number } }>(
        'cppccOffice',
        '/api/review?step=nobody',
      );
    expect(await waiting()).toMatchObject({ items: [{ id, nobodyLooks: true }], counts: { nobody: 1 } });
    expect(await toldOf('supervisor', id)).toContain('intakeNobodyLooks');
    const memberIds = [product.people['otherProposer']];
    const body = { name: '一人组', categories: [], memberIds, state: 'active' };
    await send('cppccOffice', `/api/intake/panels/${panel.body.id}`, body, 1);
    expect(await waiting()).toMatchObject({ items: [], counts: { nobody: 0 } });
    expect((await page('cppccOffice', id)).unlooked).toBeNull();
    // Named while it waits already: he hears of it as he would have when it came, and of one that he is not to look at never.
    expect(await toldOf('otherProposer', id)).toEqual(['intakeToVet']);
    expect(await toldOf('leadProposer', id)).not.toContain('intakeToVet');
  }, 60_000);

  test('declines with grounds and words that its author reads as they were sent; converts and returns likewise', async () => {
    const [declined, converted, returned] = [
      await handedIn('congress'),
      await handedIn('congress'),
      await handedIn('congress'),
    ];
    const text = '您提出的事项已进入诉讼程序，不作为代表建议处理。';
    expect((await act('congressOffice', declined, 'decline', { grounds: [], text })).body.code).toBe(
      'ground-missing',
    );
    expect((await act('cppccOffice', declined, 'decline', { grounds: ['judicial'], text })).status).toBe(404);
    expect((await act('congressOffice', declined, 'decline', { grounds: ['judicial'], text })).status).toBe(
      200,
    );
    expect((await own(declined)).decision).toMatchObject({ outcome: 'declined', text });
    await act('congressOffice', converted, 'convert', { to: 'letter', text: '作为来信转有关部门。' });
    expect((await own(converted)).decision).toMatchObject({ outcome: 'converted' });
    await act('congressOffice', returned, 'return', { text: '请写明路口位置。' });
    expect((await own(returned)).state).toBe('returned');
    const letter = async (who: CastName, submissionId: number, format = 'docx') => {
      const { status, headers } = await product.ask(
        who,
        'GET',
        `/api/submissions/${submissionId}/letter?format=${format}`,
      );
      return { status, named: decodeURIComponent(String(headers['content-disposition'])) };
    };
    for (const [submissionId, named] of [
      [declined, '不予立案的函'],
      [converted, '转作'],
      [returned, '退回修改'],
    ] as const) {
      expect((await own(submissionId)).letter).toBe(true);
      for (const who of ['coProposer', 'congressOffice'] as const)
        expect(await letter(who, submissionId)).toMatchObject({
          status: 200,
          named: expect.stringContaining(named),
        });
    }
    expect((await letter('otherProposer', declined)).status).toBe(404);
    // Of what is still with the office there is nothing to write.
    const waiting = await handedIn('congress');
    expect((await own(waiting)).letter).toBe(false);
    expect((await letter('coProposer', waiting)).status).toBe(404);
  }, 60_000);

  test('splits into submissions of the same people that point to where they come from', async () => {
    const id = await handedIn('congress');
    const parts = [
      { title: '关于增设信号灯的建议', asks: [0] },
      { title: '关于设置安全岛的建议', asks: [1] },
    ];
    const torn = await act('congressOffice', id, 'split', { parts: [parts[0], parts[0]], text: '一事一议' });
    expect(torn.body.code).toBe('asks-not-shared');
    expect((await act('congressOffice', id, 'split', { parts, text: '一事一议' })).status).toBe(200);
    const { decision, state } = await own(id);
    expect(state).toBe('split');
    const children = await Promise.all((decision?.into ?? []).map((child) => page('coProposer', child.id)));
    expect(children.map(({ splitFromId, text }) => [splitFromId, text.asks.length])).toEqual([
      [id, 1],
      [id, 1],
    ]);
  }, 60_000);

  test('files many at once without a gap, passing over a number that was given by hand', async () => {
    const ids = [];
    for (let one = 0; one < 6; one += 1) ids.push(await handedIn('congress'));
    const first = await act('congressOffice', ids[0] ?? 0, 'file', { category: '交通' });
    const taken = String(Number(first.body.caseNo) + 2);
    const byHand = await send('congressOffice', '/api/matters', {
      sessionId: product.place.session,
      inSession: true,
      caseNo: taken,
      title: '手工登记的一件',
      body: '',
      category: null,
      publicConsent: 'unasked',
      filedOn: '2026-01-15',
      proposerIds: [product.people['otherProposer']],
      points: [],
    });
    expect(byHand.status).toBe(200);
    const items = await Promise.all(
      ids.slice(1).map(async (submissionId) => ({
        submissionId,
        version: (await page('congressOffice', submissionId)).version,
      })),
    );
    // Each of them from its own hand, at once.
    const filed = await Promise.all(
      items.map((item) => send('congressOffice', '/api/review/file', { items: [item] })),
    );
    expect(filed.map(({ body }) => body)).toEqual(items.map(() => ({ done: 1, refused: [] })));
    // As they are now, versions and all: what is decided is not filed twice, and the refusal says which and why.
    const again = await Promise.all(
      items.map(async ({ submissionId }) => ({
        submissionId,
        version: (await page('congressOffice', submissionId)).version,
      })),
    );
    const twice = await send('congressOffice', '/api/review/file', { items: again });
    expect(twice.body).toMatchObject({ done: 0 });
    expect((twice.body as unknown as { refused: readonly object[] }).refused).toEqual(
      items.map(({ submissionId }) => ({
        id: submissionId,
        label: expect.stringContaining('关于'),
        code: 'not-under-review',
        detail: expect.stringContaining('不在审查中'),
      })),
    );
    // What the other organ has, and what is not handed in, is refused like what does not exist: without its title.
    const theirs = await handedIn('cppcc');
    const unseen = await send('congressOffice', '/api/review/panels', {
      items: [{ submissionId: theirs, version: 1 }],
      panelId: null,
    });
    expect(unseen.body).toMatchObject({
      done: 0,
      refused: [{ id: theirs, label: String(theirs), code: 'not-found' }],
    });
    // And of what its author reworks the office reads the title as it was handed in.
    const reworked = await handedIn('congress');
    const { title } = (await page('congressOffice', reworked)).text;
    await act('congressOffice', reworked, 'return', { text: '请写明路口位置。' });
    await act('coProposer', reworked, 'edit', { text: { ...(await own(reworked)).text, title: '改到一半' } });
    const sentBack = await send('congressOffice', '/api/review/panels', {
      items: [{ submissionId: reworked, version: (await page('congressOffice', reworked)).version }],
      panelId: null,
    });
    expect(sentBack.body).toMatchObject({ done: 0, refused: [{ id: reworked, label: title }] });
    const numbers = await product.app.db.read(product.place.jurisdictionId, (tx) =>
      tx
        .selectFrom('matter')
        .select('case_no as caseNo')
        .where('session_id', '=', product.place.session)
        .execute(),
    );
    const sorted = numbers
      .map(({ caseNo }) => Number(caseNo))
      .filter((caseNo) => caseNo < 20_269_000)
      .sort((a, b) => a - b);
    expect(sorted).toEqual(sorted.map((_, index) => Number(first.body.caseNo) + index));
  }, 90_000);

  test('files together with a matter that there is, in one step or not at all; ticks are for who reviews', async () => {
    const [first, second, third] = [
      await handedIn('congress'),
      await handedIn('congress'),
      await handedIn('congress'),
    ];
    for (const id of [first, second, third])
      while ((await page('congressOffice', id)).step !== null)
        expect((await act('congressOffice', id, 'step', pass)).status).toBe(200);
    const alone = await act('congressOffice', first, 'file', { category: null, checks: ['concrete'] });
    const together = { matterId: alone.body.matterId, reason: '内容相同', oppositeReason: null };

    // What cannot be merged is not filed either, and takes no number.
    const refused = await act('congressOffice', second, 'file', {
      category: null,
      together: { ...together, matterId: 999_999 },
    });
    expect(refused.body.code).toBe('not-found');
    expect((await own(second)).state).toBe('submitted');
    const merged = await act('congressOffice', second, 'file', {
      category: null,
      checks: ['concrete', 'form'],
      together,
    });
    expect(merged.status, JSON.stringify(merged.body)).toBe(200);
    expect(Number(merged.body.caseNo)).toBe(Number(alone.body.caseNo) + 1);
    const matter = await read<{ stage: string; merging: { into: { id: number } } }>(
      'congressOffice',
      `/api/matters/${merged.body.matterId}`,
    );
    expect(matter).toMatchObject({ stage: 'merged', merging: { into: { id: together.matterId } } });
    expect((await page('congressOffice', second)).decisionChecks).toEqual(['concrete', 'form']);
    expect(await own(second)).toMatchObject({ decisionChecks: [], decision: { outcome: 'filed' } });

    // The other organ's matter is nobody's to merge with.
    const elsewhere = await read<{ items: { id: number }[] }>('cppccOffice', '/api/ledger?limit=1');
    const across = await act('congressOffice', third, 'file', {
      category: null,
      together: { ...together, matterId: elsewhere.items[0]?.id },
    });
    expect(across.status).toBe(404);
    expect((await own(third)).state).toBe('submitted');
  }, 60_000);
});
