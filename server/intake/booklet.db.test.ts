/** Booklets on a real city: who gets them, what stands in them, and that a page of texts is not the whole. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';
import { bytesOf } from '../platform/answer.ts';
import { bookletRoutes } from './booklet.routes.ts';
import { listCategories, listForBooklet, readTexts } from './booklet.views.ts';
import { addCategories } from './category.store.ts';

let product: Product;
const hostile = '关于#read("/etc/passwd")与</w:t><script>😀的建议';

const file = async (caseNo: string, more: object = {}): Promise<number> => {
  const { place, people } = product;
  const { status, body, text } = await product.ask('congressOffice', 'POST', '/api/matters', {
    body: {
      sessionId: place.session,
      inSession: true,
      caseNo,
      title: `关于${caseNo}的建议`,
      body: `${caseNo}的正文`,
      category: null,
      publicConsent: 'full',
      filedOn: '2026-02-01',
      proposerIds: [people['leadProposer'], people['coProposer']],
      points: ['诉求甲', '诉求乙'],
      ...more,
    },
  });
  if (status >= 300) throw new Error(text);
  return (body as { matterId: number }).matterId;
};
const get = (who: CastName, what: string, query = '') =>
  product.ask(who, 'GET', `/api/sessions/${product.place.session}/${what}${query}`);
const read = () =>
  product.app.db.read(product.place.jurisdictionId, (tx) =>
    listForBooklet(tx, product.place.jurisdictionId, product.place.session, 5_000),
  );

beforeAll(async () => {
  product = await createProduct();
  for (const no of ['第10号', '第9号']) await file(no);
  await file('第11号', { title: hostile, publicConsent: 'no' });
  const gone = await file('第12号');
  await product.ask('congressOffice', 'POST', `/api/matters/${gone}/withdraw`, {
    body: { reason: '提出人书面要求' },
    version: 1,
  });
}, 120_000);
afterAll(() => product.close());

test('a session’s matters stand in the order of their numbers, without those withdrawn, names without numbers', async () => {
  const lines = await read();
  expect(lines.map(({ caseNo }) => caseNo)).toEqual(['第9号', '第10号', '第11号']);
  expect(lines[0]).toMatchObject({
    proposers: ['leadProposer', 'coProposer'],
    leadUnits: [],
    mergedInto: null,
  });
});

test('texts come with their asks in order, however many matters there are', async () => {
  const ids = (await read()).map(({ id }) => id);
  const texts = await product.app.db.read(product.place.jurisdictionId, (tx) =>
    readTexts(tx, product.place.jurisdictionId, [
      ...Array.from({ length: 450 }, (_, n) => 900_000 + n),
      ...ids,
    ]),
  );
  expect(texts.get(ids[0] ?? 0)).toEqual({ text: '第9号的正文', asks: ['诉求甲', '诉求乙'] });
  expect(texts.get(ids[2] ?? 0)?.text).toBe('第11号的正文');
});

test('its own office and the supervisor get both papers in both formats, hostile titles and all', async () => {
  for (const who of ['congressOffice', 'supervisor'] as const)
    for (const path of [
      'digest?format=pdf',
      'digest?format=docx&audience=public',
      'category-list?format=docx',
    ]) {
      const { status, text, headers } = await get(who, path);
      expect(status, path).toBe(200);
      expect(text.startsWith(path.includes('pdf') ? '%PDF' : 'PK')).toBe(true);
      expect(decodeURIComponent(String(headers['content-disposition']))).toMatch(
        path.startsWith('digest') ? /人大十五届五次会议建议汇编/ : /建议分类目录/,
      );
    }
  expect((await get('congressOffice', 'category-list')).text.startsWith('%PDF')).toBe(true);
}, 120_000);

test('nothing is drawn while the transaction is open', async () => {
  const { jurisdictionId, session } = product.place;
  const drawn: string[] = [];
  const paper = (what: string) => async () => {
    drawn.push(what);
    return new TextEncoder().encode(what);
  };
  const routes = bookletRoutes({
    book: { pdf: paper('book'), docx: paper('book') },
    list: { pdf: paper('list'), docx: paper('list') },
  });
  const actor = { jurisdictionId, personId: 1, name: '', grants: [{ role: 'supervisor' }], via: 'session' };
  for (const [at, what] of ['book', 'list'].entries()) {
    const scene = { actor, at: { date: '2026-03-01' }, language: 'zh', params: { sessionId: session } };
    const query = { format: 'docx', audience: 'internal' };
    const read = await product.app.db.read(jurisdictionId, async (tx) =>
      routes[at]?.handle({ ...scene, query, tx } as never),
    );
    expect(drawn).toHaveLength(at);
    if (read?.ok !== true) throw new Error('refused');
    expect(new TextDecoder().decode(await bytesOf(read.body as never))).toBe(what);
  }
});

test('the other organ’s office finds nothing, everybody else is turned away', async () => {
  for (const what of ['digest', 'category-list']) {
    expect((await get('cppccOffice', what)).status).toBe(404);
    for (const who of ['leadOffice', 'cityLeader', 'leadProposer', 'systemAdmin'] as const)
      expect((await get(who, what)).status, who).toBe(403);
  }
  expect((await product.ask('supervisor', 'GET', '/api/sessions/999999/digest')).status).toBe(404);
});

test('the ledger of a branch of categories has what stands under it, of its own organ alone', async () => {
  const add = async (
    who: CastName,
    organId: number,
    code: string,
    nameZh: string,
    parentId: number | null,
  ) => {
    const body = { code, nameZh, nameEn: '', parentId };
    const made = await product.ask(who, 'POST', `/api/intake/organs/${organId}/categories`, { body });
    return (made.body as { id: number }).id;
  };
  const { congress, cppcc } = product.place;
  const top = await add('congressOffice', congress, '1', '城乡建设', null);
  const leaf = await add('congressOffice', congress, '1.1', '交通出行', top);
  const other = await add('cppccOffice', cppcc, '1', '交通出行', null);
  await file('第21号', { category: '交通出行' });
  await file('第22号', { category: '城乡建设' });
  const total = async (id: number) =>
    ((await product.ask('supervisor', 'GET', `/api/ledger?categoryId=${id}`)).body as { total: number })
      .total;
  expect([await total(top), await total(leaf), await total(other), await total(999_999)]).toEqual([
    2, 1, 0, 0,
  ]);
  const { categories } = (await product.ask('supervisor', 'GET', '/api/reference')).body as {
    categories: { id: number; depth: number }[];
  };
  expect(categories.map(({ id, depth }) => [id, depth])).toEqual([
    [top, 0],
    [leaf, 1],
    [other, 0],
  ]);
});

test('a list of categories is added as a tree, and a second time adds only what is new', async () => {
  const { jurisdictionId: j, cppcc } = product.place;
  const row = (code: string, nameZh: string, parent: string) => ({ code, nameZh, nameEn: '', parent });
  const list = [row('A.1', '道路', 'A'), row('A', '城市建设', ''), row('A.1.1', '桥梁', '道路')];
  const add = (rows: typeof list) =>
    product.app.db.write(j, async (tx) => ({ keep: true, value: await addCategories(tx, j, cppcc, rows) }));
  expect(await add(list)).toEqual({ added: 3, known: 0 });
  expect(await add([...list, row('A.2', '路灯', '城市建设'), row('A', '同一代码', '')])).toEqual({
    added: 1,
    known: 4,
  });
  const tree = await product.app.db.read(j, (tx) => listCategories(tx, j, cppcc));
  const nameOf = (id: number | null) => tree.find((one) => one.id === id)?.nameZh;
  expect(
    tree.filter(({ code }) => code.startsWith('A')).map((one) => [one.code, nameOf(one.parentId)]),
  ).toEqual([
    ['A', undefined],
    ['A.1', '城市建设'],
    ['A.1.1', '道路'],
    ['A.2', '城市建设'],
  ]);
});
