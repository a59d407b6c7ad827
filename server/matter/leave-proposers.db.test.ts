/** Who says that the signature entered for him from paper is not his stands nowhere as a proposer from then on. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';
import { listForBooklet } from '../intake/booklet.views.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

type Page = {
  version: number;
  proposers: { name: string }[];
  timeline: { events: { type: string; params: Record<string, string> }[] }[];
};
const post = async (who: CastName, url: string, body: object, version?: number) => {
  const asked = version === undefined ? { body } : { body, version };
  const answered = await product.ask(who, 'POST', url, asked);
  return {
    status: answered.status,
    body: answered.body as unknown as Record<string, never>,
    text: answered.text,
  };
};
const page = async (who: CastName, id: number): Promise<Page> =>
  (await product.ask(who, 'GET', `/api/matters/${id}`)).body as unknown as Page;
const opens = async (who: CastName, id: number) =>
  (await product.ask(who, 'GET', `/api/matters/${id}`)).status;
const namesOf = async (id: number) => (await page('supervisor', id)).proposers.map(({ name }) => name);

/** A paper form of one author with two names under it, entered by the office and filed. */
const entered = async (
  title = '关于在滨河路口增设信号灯的建议',
): Promise<{ submissionId: number; matterId: number }> => {
  const row = {
    author: { name: 'leadProposer' },
    title,
    facts: '滨河路与学府街交叉口每天早晚高峰有两千多名学生过街，没有信号灯，去年发生碰撞十一起。',
    analysis: '路口视距不足，行人与右转车辆争道，协管员只在早高峰在岗。',
    asks: ['增设行人信号灯', '设置安全岛'],
    coSigners: ['coProposer', 'otherProposer'],
    noScanReason: '原件存代表团',
  };
  const all = { organId: product.place.congress, dryRun: false, rows: [row] };
  const { body } = await post('congressOffice', '/api/submissions/enter', all);
  const { submissionId = 0 } = (body['rows'] as { submissionId: number }[] | undefined)?.[0] ?? {};
  const url = `/api/submissions/${submissionId}`;
  const { version } = (await product.ask('congressOffice', 'GET', url)).body as unknown as Page;
  const filed = await post('congressOffice', `${url}/file`, { category: null, checks: [] }, version);
  expect(filed.status, filed.text).toBe(200);
  return { submissionId, matterId: filed.body['matterId'] ?? 0 };
};

/** A matter of somebody else, into which it is merged. */
const mergedInto = async (matterId: number): Promise<number> => {
  const main = await post('congressOffice', '/api/matters', {
    sessionId: product.place.session,
    inSession: true,
    caseNo: '20269900',
    title: '关于优化路口信号灯的建议',
    body: '',
    category: null,
    publicConsent: 'full',
    filedOn: '2026-01-15',
    proposerIds: [product.people['otherProposer']],
    points: ['增设信号灯'],
  });
  const mainId: number = main.body['matterId'] ?? 0;
  const order = { matterIds: [matterId], reason: '内容相同', oppositeReason: null, revokeDuties: false };
  expect((await post('congressOffice', `/api/matters/${mainId}/merge`, order, 1)).status).toBe(200);
  return mainId;
};

test('he leaves the filed matter, the main one with which it is handled, and the booklet; the history tells of it', async () => {
  const { submissionId, matterId } = await entered();
  const mainId = await mergedInto(matterId);
  expect(await namesOf(mainId)).toEqual(['otherProposer', 'leadProposer', 'coProposer']);
  const url = `/api/submissions/${submissionId}`;

  // The author is no signer: for him there is the request to withdraw, which the office decides on.
  expect((await post('leadProposer', `${url}/disown`, { text: '不是我写的' })).body).toMatchObject({
    code: 'wrong-state',
  });
  const said = await post('coProposer', `${url}/disown-signature`, { text: '那天我不在' });
  expect(said.status, said.text).toBe(200);

  expect(await namesOf(matterId)).toEqual(['leadProposer', 'otherProposer']);
  expect(await namesOf(mainId)).toEqual(['otherProposer', 'leadProposer']);
  expect([await opens('coProposer', matterId), await opens('coProposer', mainId)]).toEqual([404, 404]);
  const { jurisdictionId: j, session } = product.place;
  const lines = await product.app.db.read(j, (tx) => listForBooklet(tx, j, session, 5_000));
  expect(lines.find(({ id }) => id === matterId)?.proposers).toEqual(['leadProposer', 'otherProposer']);

  const told = async (id: number) =>
    (await page('supervisor', id)).timeline
      .flatMap(({ events }) => events)
      .filter(({ type }) => type === 'proposerLeft')
      .map(({ params }) => params);
  expect(await told(matterId)).toEqual([{ proposer: 'coProposer', reason: '那天我不在' }]);
  expect(await told(mainId)).toMatchObject([
    { proposer: 'coProposer', caseNo: expect.any(String) as string },
  ]);

  // Who leads a matter of his own stays on it, though his name goes from under the merged one.
  expect((await post('otherProposer', `${url}/disown-signature`, { text: '我没有签' })).status).toBe(200);
  expect(await namesOf(matterId)).toEqual(['leadProposer']);
  expect(await namesOf(mainId)).toEqual(['otherProposer', 'leadProposer']);
}, 90_000);

test('the database itself lets nobody else be taken off', async () => {
  const { matterId } = await entered('关于设置安全岛的建议');
  const gone = await product.app.db.write(product.place.jurisdictionId, async (tx) => ({
    keep: false,
    value: await tx.deleteFrom('proposer').where('matter_id', '=', matterId).executeTakeFirst(),
  }));
  expect(gone.numDeletedRows).toBe(0n);
  expect(await namesOf(matterId)).toHaveLength(3);
}, 60_000);
