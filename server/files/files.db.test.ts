/** Uploads are hostile until proven otherwise. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zipSync } from 'fflate';
import { bringTo } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

const boundary = 'luoshi-test-boundary';

const upload = async (who: CastName, name: string, bytes: Buffer, purpose = 'contact', key?: string) => {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const { status, body, headers } = await product.ask(who, 'POST', `/api/files?purpose=${purpose}`, {
    body: payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    ...(key === undefined ? {} : { key }),
  });
  return { status, body: body as { id: number; name: string; mediaType: string; code?: string }, headers };
};

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

describe('an upload', () => {
  test('is told by its content, whatever its name and the browser say', async () => {
    const { status, body } = await upload('leadHandler', '照片.png', pdf);
    expect(status).toBeLessThan(300);
    expect(body).toMatchObject({ name: '照片.png', mediaType: 'application/pdf' });
  });

  test.each([
    ['a page with script', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing with script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(64)])],
    ['a bare archive', Buffer.from(zipSync({ 'a.txt': new Uint8Array([1]) }))],
  ])('%s is refused with what may be sent', async (_, bytes) => {
    const { status, body } = await upload('leadHandler', '附件.pdf', bytes);
    expect(status).toBe(415);
    expect(body).toMatchObject({ code: 'wrong-type', at: 'file' });
  });

  test.each([
    ['file-macros', { 'word/vbaProject.bin': new Uint8Array([1]) }],
    ['file-bomb', { 'word/media/image1.png': new Uint8Array(20_000_000) }],
  ])(
    'of an Office file that would harm whoever opens it is refused, and says why: %s',
    async (code, part) => {
      const parts = {
        '[Content_Types].xml': Buffer.from('<Types/>'),
        'word/document.xml': Buffer.from('<w/>'),
      };
      const { status, body } = await upload(
        'leadHandler',
        '附件.docx',
        Buffer.from(zipSync({ ...parts, ...part })),
      );
      expect(status).toBe(422);
      expect(body).toMatchObject({ code, at: 'file' });
    },
  );

  test('of nothing is refused', async () => {
    expect(await upload('leadHandler', '空.pdf', Buffer.alloc(0))).toMatchObject({ status: 422 });
  });

  test('beyond the limit is refused, and the connection is not held', async () => {
    const { status } = await upload('leadHandler', '大.pdf', Buffer.concat([pdf, Buffer.alloc(60_000_000)]));
    expect(status).toBe(413);
  });

  test('keeps no path and no invisible character in its name', async () => {
    const { body } = await upload('leadHandler', '../../etc/\u202eexe.scan.pdf', pdf);
    expect(body.name).toBe('exe.scan.pdf');
  });

  test('pressed twice is one file', async () => {
    const key = 'files-pressed-twice-0001';
    const first = await upload('leadHandler', '一.pdf', pdf, 'contact', key);
    const second = await upload('leadHandler', '一.pdf', pdf, 'contact', key);
    expect(second.body).toEqual(first.body);
  });
});

describe('who may send up what', () => {
  test.each([
    ['contact', ['leadOffice', 'leadLeader', 'leadHead', 'leadHandler', 'assistOffice']],
    ['scan', ['congressOffice', 'cppccOffice']],
  ] as const)('%s: those who have a command that takes it up, and nobody else', async (purpose, allowed) => {
    for (const who of ['supervisor', 'congressOffice', 'leadHandler', 'leadProposer', 'cityLeader'] as const)
      expect((await upload(who, '一.pdf', pdf, purpose)).status < 300, who).toBe(
        (allowed as readonly string[]).includes(who),
      );
  });

  test.each(['catalogue', 'units', 'people'])('%s: no proposer and no unit', async (purpose) => {
    for (const who of ['leadProposer', 'leadOffice', 'auditAdmin'] as const)
      expect(await upload(who, 'a.csv', Buffer.from('案号,题目\n1,二\n'), purpose)).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
  });
});

describe('a download', () => {
  test('is for its uploader until a command takes it up; then for those of the matter', async () => {
    const one = await bringTo(product, 'signed');
    const { body: file } = await upload('leadHandler', '现场.pdf', pdf);
    const get = (who: CastName) => product.ask(who, 'GET', `/api/files/${file.id}`);
    expect((await get('leadHandler')).status).toBe(200);
    for (const who of ['leadOffice', 'supervisor', 'leadProposer', 'otherHandler'] as const)
      expect((await get(who)).status, who).toBe(404);
    await product.ask('leadHandler', 'POST', `/api/assignments/${one.leadDuty}/contacts`, {
      body: {
        stage: 'before',
        channel: 'visit',
        at: product.now(),
        place: '现场',
        who: '科长',
        rank: 'sectionHead',
        proposerPresent: true,
        proposerIds: [product.people['leadProposer']],
        said: '一同看了现场。',
        fileIds: [file.id],
      },
    });
    for (const who of ['leadOffice', 'supervisor', 'leadProposer'] as const) {
      const { status, headers, text } = await get(who);
      expect(status, who).toBe(200);
      expect(text).toContain('%PDF-1.4');
      expect(String(headers['content-disposition'])).toMatch(/^attachment/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    for (const who of ['otherHandler', 'otherProposer', 'cppccOffice'] as const)
      expect((await get(who)).status, who).toBe(404);
  }, 60_000);

  test('no one takes up the file of another', async () => {
    const one = await bringTo(product, 'signed');
    const { body: file } = await upload('otherHandler', '别人的.pdf', pdf);
    const refused = await product.ask('leadHandler', 'POST', `/api/assignments/${one.leadDuty}/contacts`, {
      body: {
        stage: 'before',
        channel: 'visit',
        at: product.now(),
        place: '',
        who: '科长',
        rank: 'sectionHead',
        proposerPresent: false,
        proposerIds: [],
        said: '附件是别人的。',
        fileIds: [file.id],
      },
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'file-missing', at: 'fileIds' });
    const { body: page } = await product.ask('leadHandler', 'GET', `/api/matters/${one.matterId}`);
    expect((page as { contacts: unknown[] }).contacts).toEqual([]);
    expect((await product.ask('otherHandler', 'GET', `/api/files/${file.id}`)).status).toBe(200);
  }, 60_000);
});
