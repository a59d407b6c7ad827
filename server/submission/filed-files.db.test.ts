/** Files of a submission on their way to the unit: who opens which, what a part keeps, what the office reads meanwhile. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handedIn, seatInBoth } from '#test/support/handed-in.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
  await seatInBoth(product);
}, 120_000);
afterAll(() => product.close());

const boundary = 'luoshi-test-boundary';
const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const upload = async (who: CastName, name: string): Promise<number> => {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`;
  const { body, text } = await product.ask(who, 'POST', '/api/files?purpose=submission', {
    body: Buffer.from(`${head}${pdf}\r\n--${boundary}--\r\n`),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  expect(text).toContain(name);
  return (body as unknown as { id: number }).id;
};
const opens = async (who: CastName, ...ids: readonly number[]): Promise<readonly boolean[]> => {
  const answers = [];
  for (const id of ids) answers.push((await product.ask(who, 'GET', `/api/files/${id}`)).status === 200);
  return answers;
};

type Page = {
  version: number;
  text: { title: string };
  files: { id: number; name: string }[];
  decision: { into: { id: number; flowNo: string; title: string }[] } | null;
  filedFiles: { id: number; use: string; caption: string }[];
  filedFrom: { submissionId: number | null; bodyName: string } | null;
};
const read = async (who: CastName, url: string): Promise<Page> =>
  (await product.ask(who, 'GET', url)).body as unknown as Page;
const own = (id: number) => read('leadProposer', `/api/submissions/${id}`);
const act = async (who: CastName, id: number, verb: string, body: unknown): Promise<{ matterId: number }> => {
  const { version } = await own(id);
  const answer = await product.ask(who, 'POST', `/api/submissions/${id}/${verb}`, { body, version });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as unknown as { matterId: number };
};

/** A draft of a delegation with an attachment, a picture, a sealed page, and one file taken out again. */
const withFiles = async (title: string) => {
  const id = await handedIn(product, 'leadProposer', 'congress', title);
  const [kept, picture, seal, removed] = [
    await upload('leadProposer', '现场数据.pdf'),
    await upload('leadProposer', '路口照片.pdf'),
    await upload('leadProposer', '盖章页.pdf'),
    await upload('leadProposer', '草稿便笺.pdf'),
  ];
  await act('congressOffice', id, 'return', { text: '请补充数据和照片。' });
  await act('leadProposer', id, 'edit', { fileIds: [kept, removed] });
  const facts = [
    {
      type: 'paragraph',
      text: '滨河路与学府街交叉口每天早晚高峰有两千多名学生过街，没有信号灯，有照片为证。',
    },
    { type: 'picture', fileId: picture, caption: '早高峰的路口' },
  ];
  await act('leadProposer', id, 'edit', {
    text: { title: `${title}（补充）`, facts },
    fileIds: [kept],
    collective: { proposerType: 'delegation', bodyName: '城东代表团', sealFileId: seal },
  });
  return { id, kept, picture, seal, removed };
};

const assign = async (matterId: number): Promise<void> => {
  const { version } = await read('supervisor', `/api/matters/${matterId}`);
  const { status, text } = await product.ask('supervisor', 'POST', `/api/matters/${matterId}/assign`, {
    version,
    body: { duties: [{ unitId: product.place.leadUnit, role: 'sole' }], responsibleLeader: '分管市长' },
  });
  expect(status, text).toBe(200);
};

describe('the files of a submission', () => {
  test('what is withdrawn while it is reworked stays as it was handed in, on the page, the desk and in notices', async () => {
    const title = '关于在学府街增设过街天桥的建议';
    const { id, kept } = await withFiles(title);
    await act('leadProposer', id, 'ask-to-withdraw', { reason: '改由他人提出' });
    expect((await own(id)) as { state?: string }).toMatchObject({ state: 'withdrawn' });
    const atOffice = await read('congressOffice', `/api/submissions/${id}`);
    expect(atOffice).toMatchObject({ text: { title }, files: [] });
    expect(await opens('congressOffice', kept)).toEqual([false]);
    for (const address of ['/api/review?state=withdrawn', '/api/notices']) {
      const { text } = await product.ask('congressOffice', 'GET', address);
      expect(text).toContain(title);
      expect(text).not.toContain('补充');
    }
  }, 60_000);

  test('while it is reworked the office reads what was handed in; once filed its unit opens what was filed', async () => {
    const title = '关于在滨河路口增设信号灯的建议';
    const { id, kept, picture, seal, removed } = await withFiles(title);
    const all = [kept, picture, seal, removed] as const;
    const atOffice = await read('congressOffice', `/api/submissions/${id}`);
    expect(atOffice).toMatchObject({ text: { title }, files: [] });
    expect(await opens('congressOffice', ...all)).toEqual([false, false, false, false]);
    const desk = await product.ask('congressOffice', 'GET', '/api/review?state=returned');
    expect(desk.text).toContain(`"title":"${title}"`);
    expect(desk.text).not.toContain('补充');
    const texts = await product.ask('congressOffice', 'GET', `/api/submissions/${id}/texts`);
    expect(texts.text).not.toContain('补充');

    await act('leadProposer', id, 'submit', { confirmed: [] });
    expect(await opens('congressOffice', ...all)).toEqual([true, true, true, false]);
    expect(await opens('leadHandler', ...all)).toEqual([false, false, false, false]);
    const { matterId } = await act('congressOffice', id, 'file', { category: null });
    expect(await opens('leadOffice', ...all)).toEqual([false, false, false, false]);
    await assign(matterId);
    expect(await opens('leadOffice', ...all)).toEqual([true, true, true, false]);
    expect(await opens('otherOffice', ...all)).toEqual([false, false, false, false]);
    expect(await opens('leadProposer', ...all)).toEqual([true, true, true, true]);

    const matter = await read('leadOffice', `/api/matters/${matterId}`);
    expect(matter.filedFiles).toEqual([
      expect.objectContaining({ id: picture, use: 'picture', caption: '早高峰的路口' }),
      expect.objectContaining({ id: seal, use: 'seal' }),
      expect.objectContaining({ id: kept, use: 'attachment' }),
    ]);
    expect(matter.filedFrom).toMatchObject({ submissionId: null, bodyName: '城东代表团' });
    expect((await read('leadProposer', `/api/matters/${matterId}`)).filedFrom?.submissionId).toBe(id);
  }, 60_000);

  test('a part of a split one keeps attachments, pictures, body and seal, and brings them to its unit', async () => {
    const { id, kept, picture, seal, removed } = await withFiles('关于路口安全的建议');
    await act('leadProposer', id, 'submit', { confirmed: [] });
    await act('congressOffice', id, 'split', {
      parts: [
        { title: '关于增设信号灯的建议', asks: [0] },
        { title: '关于设置安全岛的建议', asks: [1] },
      ],
      text: '一事一议',
    });
    const [part = 0, other = 0] = (await own(id)).decision?.into.map((one) => one.id) ?? [];
    expect((await own(part)).files.map((file) => file.id)).toEqual([kept]);
    const { matterId } = await act('congressOffice', part, 'file', { category: null });
    await assign(matterId);
    expect(await opens('leadOffice', kept, picture, seal, removed)).toEqual([true, true, true, false]);
    const matter = await read('leadOffice', `/api/matters/${matterId}`);
    expect(matter.filedFrom?.bodyName).toBe('城东代表团');
    expect(matter.filedFiles.map(({ use }) => use)).toEqual(['picture', 'seal', 'attachment']);

    // What the author takes out of one part stays in the other, and he may put it back.
    await act('congressOffice', other, 'return', { text: '请修改。' });
    await act('leadProposer', other, 'edit', { fileIds: [] });
    expect((await own(other)).files).toEqual([]);
    expect(await opens('leadOffice', kept)).toEqual([true]);
    await act('leadProposer', other, 'edit', { fileIds: [kept] });
    expect((await own(other)).files.map((file) => file.id)).toEqual([kept]);
    const theirs = await product.ask('leadProposer', 'POST', `/api/submissions/${other}/edit`, {
      body: { fileIds: [kept, await upload('coProposer', '别人的.pdf')] },
      version: (await own(other)).version,
    });
    expect(theirs.body).toMatchObject({ code: 'file-not-yours' });
  }, 60_000);

  test('of matters handled together: units open all of them, a proposer those of his own matter only', async () => {
    const { id, kept, picture } = await withFiles('关于在江边路增设信号灯的建议');
    await act('leadProposer', id, 'submit', { confirmed: [] });
    const { matterId: taken } = await act('congressOffice', id, 'file', { category: null });
    const main = await product.ask('congressOffice', 'POST', '/api/matters', {
      body: {
        sessionId: product.place.session,
        inSession: true,
        caseNo: '20269777',
        title: '关于优化江边路信号灯的建议',
        body: '',
        category: null,
        publicConsent: 'full',
        filedOn: '2026-01-15',
        proposerIds: [product.people['otherProposer']],
        points: ['增设信号灯'],
      },
    });
    const { matterId: mainId } = main.body as unknown as { matterId: number };
    const merged = await product.ask('congressOffice', 'POST', `/api/matters/${mainId}/merge`, {
      version: 1,
      body: { matterIds: [taken], reason: '内容相同', oppositeReason: null, revokeDuties: false },
    });
    expect(merged.status, merged.text).toBe(200);
    await assign(mainId);

    expect(await opens('leadOffice', kept, picture)).toEqual([true, true]);
    expect(await opens('leadProposer', kept, picture)).toEqual([true, true]);
    expect(await opens('otherProposer', kept, picture)).toEqual([false, false]);
    const listed = async (who: CastName) =>
      (await read(who, `/api/matters/${mainId}`)).filedFiles.map((file) => file.id);
    expect(await listed('leadOffice')).toContain(kept);
    expect(await listed('leadProposer')).toContain(kept);
    expect(await listed('otherProposer')).toEqual([]);
  }, 60_000);
});
