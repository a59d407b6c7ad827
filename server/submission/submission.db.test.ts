/** From a draft to a submission handed in: who sees it, who signs it, what guards the signed text. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleWorkbook } from '#test/support/workbook-samples/catalogue-samples.ts';
import { countStatements } from '#test/support/count-statements.ts';
import { type CastName, castNames, createProduct, type Product } from '#test/support/product.ts';
import { readHouse } from '../case/house.store.ts';
import { viewSubmissions } from './list-submissions.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

type Done = { id: number; version: number; state: string; textNo: number; flowNo?: string; code?: string };
type Page = Done & {
  text: { title: string; asks: string[] };
  flowNo: string | null;
  inSession: boolean | null;
  signers: { person: { id: number }; state: string; outdated: boolean }[];
  next: { what: string; mine: boolean } | null;
  allowedActions: { action: string; refusal: { code: string } | null }[];
};

const paragraph = (text: string) => ({ type: 'paragraph', text });
const text = {
  title: '关于在滨河路口增设信号灯的建议',
  facts: [paragraph('滨河路与学府街交叉口每天早晚高峰有两千多名学生过街，没有信号灯，去年发生碰撞十一起。')],
  analysis: [paragraph('路口视距不足，行人与右转车辆争道，协管员只在早高峰在岗。')],
  asks: ['在滨河路与学府街交叉口增设行人信号灯', '在路口四角设置安全岛'],
};

const send = async (who: CastName, path: string, body: unknown = {}, version?: number, key?: string) => {
  const { status, body: answered } = await product.ask(who, 'POST', `/api/submissions${path}`, {
    body,
    ...(version === undefined ? {} : { version }),
    ...(key === undefined ? {} : { key }),
  });
  return { status, body: answered as unknown as Done & Record<string, unknown> };
};
const read = async (who: CastName, id: number) => {
  const { status, body } = await product.ask(who, 'GET', `/api/submissions/${id}`);
  return { status, body: body as unknown as Page };
};
const begin = async (who: CastName = 'leadProposer', given: object = text): Promise<Done> => {
  const { status, body } = await send(who, '', {
    organId: product.place.congress,
    authorId: null,
    text: given,
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const person = (who: CastName): number => product.people[who] ?? 0;
const invite = (id: number, ...who: CastName[]) =>
  send('leadProposer', `/${id}/invite`, {
    personIds: who.map(person),
    groups: [],
    role: 'coSigner',
    until: null,
  });
const sign = (who: CastName, id: number, textNo: number) => send(who, `/${id}/sign`, { comment: '', textNo });
const versionOf = async (id: number): Promise<number> => (await read('leadProposer', id)).body.version;
const submit = async (id: number, who: CastName = 'leadProposer') =>
  send(who, `/${id}/submit`, { confirmed: [] }, (await read(who, id)).body.version);
const edit = async (id: number, change: object, version?: number) =>
  send('leadProposer', `/${id}/edit`, change, version ?? (await versionOf(id)));

describe('who sees a submission', () => {
  test('a draft: its author, and whom he invited; afterwards also the office of its organ; a unit never', async () => {
    const { id } = await begin();
    await invite(id, 'coProposer');
    const seenBy = async () => {
      const seen = [];
      for (const who of castNames) if ((await read(who, id)).status === 200) seen.push(who);
      return seen;
    };
    expect(await seenBy()).toEqual(['leadProposer', 'coProposer']);
    expect((await submit(id)).status).toBe(200);
    expect(await seenBy()).toEqual(['congressOffice', 'leadProposer']);
  });

  test('what one may not see answers like what does not exist, for every command too', async () => {
    const { id, version } = await begin();
    for (const path of ['edit', 'submit', 'discard', 'ask-to-withdraw', 'sign', 'invite', 'disown']) {
      const bodies: Record<string, unknown> = {
        submit: { confirmed: [] },
        'ask-to-withdraw': { reason: '无' },
        sign: { comment: '', textNo: 1 },
        invite: { personIds: [], groups: ['一团'], role: 'coSigner', until: null },
        disown: { text: '无' },
      };
      const answers = await Promise.all(
        [id, 999_999].map((one) => send('otherProposer', `/${one}/${path}`, bodies[path] ?? {}, version)),
      );
      expect(
        answers.map(({ status }) => status),
        path,
      ).toEqual([404, 404]);
    }
  });
});

describe('the text that people signed', () => {
  test('a change asks them again, and nothing is handed in before they have answered', async () => {
    const { id } = await begin();
    await invite(id, 'coProposer');
    expect((await sign('coProposer', id, 1)).status).toBe(200);
    const changed = await edit(id, { text: { title: '关于在滨河路口增设信号灯和安全岛的建议' } });
    expect(changed.body.textNo).toBe(2);
    expect((await sign('coProposer', id, 1)).body.code).toBe('stale');
    expect((await submit(id)).body.code).toBe('signature-outdated');
    const waiting = (await product.ask('coProposer', 'GET', '/api/submissions/to-sign')).body as unknown as {
      items: { id: number; again: boolean }[];
    };
    expect(waiting.items).toContainEqual(expect.objectContaining({ id, again: true }));
    expect((await sign('coProposer', id, 2)).status).toBe(200);
    expect((await submit(id)).status).toBe(200);
    const texts = (await product.ask('leadProposer', 'GET', `/api/submissions/${id}/texts`))
      .body as unknown as {
      items: { textNo: number; title: string; signers: string[] }[];
    };
    expect(texts.items.map(({ textNo, title }) => [textNo, title])).toEqual([
      [2, '关于在滨河路口增设信号灯和安全岛的建议'],
      [1, text.title],
    ]);
  });

  test('an edit of an old version loses neither text', async () => {
    const { id, version } = await begin();
    expect((await edit(id, { text: { title: '甲' } }, version)).status).toBe(200);
    const late = await edit(id, { text: { title: '乙' } }, version);
    expect(late.status).toBe(412);
    const { theirs } = late.body['params'] as { theirs: string };
    expect(JSON.parse(theirs)).toMatchObject({ title: '甲', asks: text.asks });
  });
});

describe('handing in', () => {
  test('pressed twice at once hands in once, under one number', async () => {
    const { id, version } = await begin();
    const both = await Promise.all(
      ['a', 'b'].map((half) =>
        send('leadProposer', `/${id}/submit`, { confirmed: [] }, version, `press-${half}-${id}`),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { body } = await read('leadProposer', id);
    expect(body).toMatchObject({ state: 'submitted', inSession: false });
    expect(body.flowNo).toMatch(/^2026-\d{4}$/);
  });

  test('a draft begun without a connection is made once', async () => {
    const body = { organId: product.place.congress, authorId: null, text };
    const twice = await Promise.all(
      [1, 2].map(() => send('leadProposer', '', body, undefined, 'offline-draft-0001')),
    );
    expect(twice[0]?.body).toEqual(twice[1]?.body);
  });

  test('marks of secrecy and numbers of people stop it until its author answers for them', async () => {
    const { id } = await begin('leadProposer', {
      ...text,
      analysis: [paragraph('某村民（身份证 11010519491231002X）反映强烈，另附内部文件摘要。')],
    });
    const stopped = await submit(id);
    expect(stopped.body).toMatchObject({
      code: 'text-stopped',
      params: { findings: ['personal-number', 'secret-word'] },
    });
    const confirmed = { confirmed: ['personal-number', 'secret-word'] };
    expect((await send('leadProposer', `/${id}/submit`, confirmed, await versionOf(id))).status).toBe(200);
  });

  test('in the name of a body it needs the seal, or its convenor', async () => {
    const { id } = await begin();
    const collective = { proposerType: 'sector', bodyName: '教育界', sealFileId: null };
    const types = await edit(id, { collective });
    expect(types.status, JSON.stringify(types.body)).toBe(200);
    expect((await submit(id)).body.code).toBe('seal-missing');
    await send('leadProposer', `/${id}/invite`, {
      personIds: [person('coProposer')],
      groups: [],
      role: 'convenor',
      until: null,
    });
    await sign('coProposer', id, 1);
    expect((await submit(id)).status).toBe(200);
  });

  test('what was entered on paper stands until its author says that it is not his', async () => {
    const { body } = await send('congressOffice', '', {
      organId: product.place.congress,
      authorId: person('otherProposer'),
      text,
    });
    expect((await submit(body.id, 'congressOffice')).status).toBe(200);
    const told = (await product.ask('otherProposer', 'GET', '/api/notices')).body as unknown as {
      items: { kind: string; submission: { id: number } | null }[];
    };
    expect(told.items[0]).toMatchObject({ kind: 'submissionEntered', submission: { id: body.id } });
    expect((await send('otherProposer', `/${body.id}/disown`, { text: '这一件不是我写的' })).status).toBe(
      200,
    );
    const { body: page } = await read('congressOffice', body.id);
    expect(page.state).toBe('returned');
  });
});

describe('many paper forms at once', () => {
  let forms = 0;
  const row = (name: string, more: object = {}) => ({
    author: { name },
    title: `关于第${(forms += 1)}处路口安全的建议`,
    facts: text.facts[0]?.text,
    analysis: text.analysis[0]?.text,
    asks: text.asks,
    ...more,
  });
  const enter = (rows: object[], dryRun = false) =>
    send('congressOffice', '/enter', { organId: product.place.congress, dryRun, rows });

  test('all or none: the errors of each row are told, and nothing is entered', async () => {
    const { body } = await enter([row('leadProposer'), row('查无此人', { asks: [] })]);
    expect(body).toMatchObject({
      entered: 0,
      rows: [
        { n: 1, submissionId: null, errors: [] },
        {
          n: 2,
          errors: [
            { at: 'author', code: 'author-unknown' },
            { at: 'asks', code: 'asks-missing' },
          ],
        },
      ],
    });
  });

  test('each under its own number, with those who signed on paper', async () => {
    const { body } = await enter([
      row('leadProposer', { coSigners: ['coProposer'], noScanReason: '原件存代表团', paperOn: '2026-01-20' }),
      row('coProposer'),
    ]);
    const rows = body['rows'] as { submissionId: number; flowNo: string }[];
    expect(body['entered']).toBe(2);
    expect(new Set(rows.map(({ flowNo }) => flowNo)).size).toBe(2);
    const { body: page } = await read('leadProposer', rows[0]?.submissionId ?? 0);
    expect(page.state).toBe('submitted');
    expect(page.signers).toMatchObject([{ person: { id: person('coProposer') }, state: 'signed' }]);
    expect(page).toMatchObject({ paperOn: '2026-01-20', noScanReason: '原件存代表团' });
  });

  test('signatures need a scan or the reason why not; who is named is told, and takes his name off himself', async () => {
    const refused = await enter([row('leadProposer', { coSigners: ['coProposer'] })]);
    expect(refused.body).toMatchObject({ entered: 0, rows: [{ errors: [{ code: 'scan-missing' }] }] });
    const again = { title: '关于设置安全岛的建议', coSigners: ['coProposer'], noScanReason: '电话交来' };
    const { body } = await enter([row('leadProposer', again)]);
    const { submissionId: id = 0 } = (body['rows'] as { submissionId: number }[])[0] ?? {};
    const noticed = async (who: CastName) =>
      (await product.ask(who, 'GET', '/api/notices')).body as unknown as {
        items: { kind: string; submission: { id: number } | null }[];
      };
    expect((await noticed('coProposer')).items[0]).toMatchObject({
      kind: 'submissionSignedForYou',
      submission: { id },
    });
    expect((await send('otherProposer', `/${id}/disown-signature`, { text: '无' })).status).toBe(404);
    expect((await send('coProposer', `/${id}/disown-signature`, { text: '那天我不在' })).status).toBe(200);
    expect((await read('coProposer', id)).status).toBe(404);
    const { body: page } = await read('congressOffice', id);
    expect(page).toMatchObject({
      state: 'submitted',
      signers: [{ state: 'disowned', comment: '那天我不在' }],
    });
    expect((await noticed('congressOffice')).items[0]).toMatchObject({ kind: 'intakeSignatureDisowned' });
  });

  test('what came in before is entered once more only where that is said, also while it is reworded', async () => {
    const twice = row('coProposer', { title: '关于增设公交站的建议' });
    const codes = async (rows: object[], dryRun = true) => {
      const { body } = await enter(rows, dryRun);
      return (body['rows'] as { errors: { code: string }[] }[]).map(({ errors }) =>
        errors.map(({ code }) => code),
      );
    };
    expect(await codes([twice, twice, { ...twice, again: true }])).toEqual([[], ['entered-twice'], []]);
    const { body } = await enter([twice]);
    const { submissionId: id = 0 } = (body['rows'] as { submissionId: number }[])[0] ?? {};
    expect(await codes([twice, row('leadProposer', { title: '关于增设公交站的建议' })], false)).toEqual([
      ['entered-before'],
      [],
    ]);
    const { version } = (await read('congressOffice', id)).body;
    expect((await send('congressOffice', `/${id}/return`, { text: '请补充' }, version)).status).toBe(200);
    const changed = { text: { ...text, title: '关于公交站的建议' } };
    expect((await send('coProposer', `/${id}/edit`, changed, version + 1)).status).toBe(200);
    expect(await codes([twice, row('coProposer', { title: changed.text.title })])).toEqual([['entered-before'], []]);
    expect((await enter([{ ...twice, again: true }])).body['entered']).toBe(1);
  });

  const list = async (
    who: CastName,
    cells: readonly (readonly (string | null)[])[],
    organ: 'congress' | 'cppcc',
  ) => {
    const head = 'Content-Disposition: form-data; name="file"; filename="list.xlsx"\r\n\r\n';
    const answered = await product.ask(
      who,
      'POST',
      `/api/submissions/organs/${product.place[organ]}/entry-list`,
      {
        headers: { 'content-type': 'multipart/form-data; boundary=part' },
        body: Buffer.concat([
          Buffer.from(`--part\r\n${head}`),
          Buffer.from(sampleWorkbook([{ name: '名单', cells: cells.map((line) => [...line]) }], 'xlsx')),
          Buffer.from('\r\n--part--\r\n'),
        ]),
      },
    );
    return answered.body as unknown as {
      code?: string;
      rows: {
        row: number;
        entry: object | null;
        needs: string | null;
        known: string | null;
        repeats: number | null;
        coSigners: number;
        errors: { code: string; cell: string | null; detail: string }[];
      }[];
    };
  };

  test('a list says of each row what is wrong in which cell, and its right rows can be entered as they are read', async () => {
    const [facts, asks] = [`${text.facts[0]?.text}${text.analysis[0]?.text}`, '1. 增设信号灯\n2. 设置安全岛'];
    const lines = [
      ['代表建议代录名单', null, null, null, null, null],
      ['标题', '情况', '具体建议', '领衔人', '联名人', '提出日期', '机关'],
      ['关于增设信号灯的建议', facts, asks, 'leadProposer', 'coProposer', '2026年1月20日', '人大'],
      ['关于增设岗亭的建议', facts, null, '查无此人', null, '开春', '政协'],
      [text.title, facts, asks, 'leadProposer', null, null, null],
    ];
    const { rows } = await list('congressOffice', lines, 'congress');
    expect(
      rows.map(({ row, needs, errors }) => [row, needs, errors.map(({ code, cell }) => [code, cell])]),
    ).toEqual([
      [3, 'scan', []],
      [
        4,
        null,
        [
          ['organ-other', '名单!G4'],
          ['date-unreadable', '名单!F4'],
          ['author-unknown', '名单!D4'],
          ['asks-missing', null],
        ],
      ],
      [5, null, []],
    ]);
    expect(rows[1]?.entry).toBeNull();
    expect(rows[2]?.known).toMatch(/^2026-\d{4}$/);
    const { body } = await enter([{ ...rows[0]?.entry, noScanReason: '原件存代表团' }]);
    expect(body['entered'], JSON.stringify(body)).toBe(1);
    expect((await list('cppccOffice', lines, 'congress')).code).toBe('organ-unknown');
    expect((await list('congressOffice', [['一', '二']], 'congress')).code).toBe('workbook.noTable');
  });

  test('of a list nothing is dropped or cut without a word, and what stands in it twice is marked', async () => {
    const [facts, asks] = [`${text.facts[0]?.text}${text.analysis[0]?.text}`, '1. 增设信号灯\n2. 设置安全岛'];
    const twice = '关于增设非机动车道的建议';
    const { rows } = await list(
      'congressOffice',
      [
        ['标题', '情况', '具体建议', '领衔人', '联名人', '类别'],
        [twice, facts, asks, 'leadProposer、coProposer', 'coProposer', null],
        [twice, facts, asks, 'otherProposer', null, null],
        [twice, facts, asks, 'leadProposer', null, null],
        ['关于增设岗亭的建议', facts, asks, 'leadProposer等5名代表', 'coProposer', '交'.repeat(101)],
      ],
      'congress',
    );
    expect(
      rows.map(({ row, coSigners, repeats, errors }) => [
        row,
        coSigners,
        repeats,
        errors.map(({ code, cell }) => [code, cell]),
      ]),
    ).toEqual([
      [2, 1, null, []],
      [3, 0, null, []],
      [4, 0, 2, []],
      [
        5,
        1,
        null,
        [
          ['signers-short', '名单!D5'],
          ['field-too-long', '名单!F5'],
        ],
      ],
    ]);
  });

  test('the only one of a name is not taken for his namesake of another delegation', async () => {
    const { body } = await enter(
      [
        row('leadProposer', { author: { name: 'leadProposer', group: '二团' } }),
        row('leadProposer', { author: { name: 'leadProposer', group: '一团' } }),
        row('leadProposer', { coSigners: ['coProposer（市一中）'], noScanReason: '电话交来' }),
      ],
      true,
    );
    expect(body['rows']).toMatchObject([
      { errors: [{ at: 'author', code: 'author-elsewhere', detail: expect.stringContaining('一团') }] },
      { errors: [] },
      { errors: [] },
    ]);
  });
});

describe('taking it back', () => {
  test('a joint one only when every co-signer agrees', async () => {
    const { id } = await begin();
    await invite(id, 'coProposer', 'otherProposer');
    for (const who of ['coProposer', 'otherProposer'] as const) await sign(who, id, 1);
    await submit(id);
    const asked = await send(
      'leadProposer',
      `/${id}/ask-to-withdraw`,
      { reason: '情况有变' },
      await versionOf(id),
    );
    expect(asked.body.state).toBe('submitted');
    expect((await send('coProposer', `/${id}/agree-to-withdraw`)).body.state).toBe('submitted');
    expect((await send('otherProposer', `/${id}/agree-to-withdraw`)).body.state).toBe('withdrawn');
    for (const path of ['edit', 'submit', 'ask-to-withdraw'])
      expect(
        (await send('leadProposer', `/${id}/${path}`, { confirmed: [], reason: '再来' }, await versionOf(id)))
          .status,
        path,
      ).toBe(409);
  });
});

test('a long list asks no more of the database than a short one', async () => {
  const { jurisdictionId } = product.place;
  const lookAt = (who: CastName) =>
    product.app.db.read(jurisdictionId, async (tx) => {
      const counted = countStatements(tx);
      const personId = person(who);
      const grants = [{ role: 'proposer' as const }];
      const actor = { jurisdictionId, personId, name: '', via: 'session' as const, grants };
      const at = { instant: product.now(), date: '2026-01-20', time: '10:00' };
      const scene = { tx: counted.tx, actor, at };
      const { items, total } = await viewSubmissions(readHouse, scene, { personId }, undefined);
      return { statements: counted.count(), shown: items.length, total };
    });
  const before = await lookAt('otherProposer');
  for (let n = 0; n < 4; n++) await begin('otherProposer');
  const after = await lookAt('otherProposer');
  expect(after.shown).toBe(before.shown + 4);
  expect(after.total).toBe(after.shown);
  expect(before.shown).toBeGreaterThan(0);
  expect(after.statements).toBe(before.statements);
});
