/** What has to be there before pages can be looked at: each brings one thing about through the product's own endpoints. */
import { momentOf, systemClock } from '#server/platform/moment.ts';
import { runRehearsal } from '#server/rehearsal/run-rehearsal.ts';
import { type OneMatter } from '../support/one-matter.ts';
import type { CastName } from '../support/product.ts';
import { sampleWorkbook } from '../support/workbook-samples/catalogue-samples.ts';
import { type Stage } from './stage.ts';

/** A catalogue that waits to be confirmed: a sound row, an unknown unit and proposer, a row without a title. */
export const startImport = async ({ product }: Stage): Promise<number> => {
  const cells = [
    ['案号', '标题', '领衔代表', '主办单位', '归口线'],
    ['20268001', '关于优化公交线网的建议', 'leadProposer', '市交通局', '交通'],
    ['20268002', '关于增设护学岗的建议', '林溪', '市教体局', '教育'],
    ['20268003', null, 'coProposer', '市交通局', '交通'],
  ];
  const head = 'Content-Disposition: form-data; name="file"; filename="catalogue.xlsx"\r\n\r\n';
  const uploaded = await product.ask('supervisor', 'POST', '/api/files?purpose=catalogue', {
    headers: { 'content-type': 'multipart/form-data; boundary=part' },
    body: Buffer.concat([
      Buffer.from(`--part\r\n${head}`),
      Buffer.from(sampleWorkbook([{ name: '目录', cells }], 'xlsx')),
      Buffer.from('\r\n--part--\r\n'),
    ]),
  });
  const body = { kind: 'catalogue', fileId: (uploaded.body as { id: number }).id };
  const started = await product.ask('supervisor', 'POST', '/api/imports', { body });
  return (started.body as { id: number }).id;
};

/** One slip, one notice and one action, so that the lists of supervision have something to show. */
export const supervise = async ({ product }: Stage, one: OneMatter): Promise<void> => {
  const day = product.now().slice(0, 10);
  const post = async (path: string, body: object): Promise<void> => {
    const { status, text } = await product.ask('supervisor', 'POST', `/api/supervision/${path}`, { body });
    if (status >= 300) throw new Error(`${path}: ${text}`);
  };
  await post('urges', { assignmentIds: [one.leadDuty], level: null, reason: '', text: null });
  const about = { unitId: product.place.leadUnit, matterIds: [one.matterId] };
  await post('notices', {
    ...about,
    requirement: '请限期办结。',
    reportBy: `${Number(day.slice(0, 4)) + 1}-01-31`,
  });
  await post('acts', {
    kind: 'call',
    on: day,
    who: '督查室',
    withWhom: '办公室',
    place: '',
    result: '答应本周沟通。',
    matterIds: [one.matterId],
    unitIds: [product.place.leadUnit],
    fileIds: [],
  });
};

/** A round that asks one unit about the matter that is filed. */
export const askUnits = async ({ product }: Stage): Promise<number> => {
  const post = (path: string, body: object, version?: number) =>
    product.ask('supervisor', 'POST', `/api/assign-rounds${path}`, {
      body,
      ...(version === undefined ? {} : { version }),
    });
  const closesAt = `${Number(product.now().slice(0, 4)) + 1}-01-31T01:00:00Z`;
  const started = await post('', {
    organId: product.place.congress,
    name: '第一批',
    note: '请各单位反馈',
    closesAt,
    matterIds: null,
  });
  const { id } = started.body as { id: number };
  const table = await product.ask('supervisor', 'GET', `/api/assign-rounds/${id}/matters`);
  const { items } = table.body as { items: { matterId: number; version: number }[] };
  const duties = [{ unitId: product.place.leadUnit, role: 'sole' }];
  await post(`/${id}/proposals`, {
    items: items.map(({ matterId, version }) => ({ matterId, version, duties })),
  });
  await post(`/${id}/open`, {}, 1);
  return id;
};

/** A notice that contradicts itself, so that what is wrong is shown too. */
export const readNotice = async ({ product }: Stage): Promise<number> => {
  const text =
    '关于2031年节假日安排的通知\n元旦：1月1日（周四）放假，共1天。\n春节：1月22日至28日放假，共7天。2月1日（周六）上班。';
  const read = await product.ask('supervisor', 'POST', '/api/calendar/proposals', {
    body: { kind: 'notice', text, year: null },
  });
  return (read.body as { id: number }).id;
};

/** A group with a record that was sent, one that waits, and a draft that is being written; answers with the draft. */
export const discuss = async ({ product }: Stage): Promise<number> => {
  const { place, people } = product;
  const post = async (who: CastName, path: string, body: object, version?: number): Promise<number> => {
    const asked = { body, ...(version === undefined ? {} : { version }) };
    const {
      status,
      text,
      body: said,
    } = await product.ask(who, 'POST', `/api/session-opinions${path}`, asked);
    if (status >= 300) throw new Error(`${path}: ${text}`);
    return (said as { id: number }).id;
  };
  const recorderIds = [people['leadHandler'] ?? 0];
  const group = { sessionId: place.session, name: '一团', recorderIds };
  const groupId = await post('congressOffice', '/groups', group);
  const heldOn = product.now().slice(0, 10);
  const piece = { speaker: 'leadProposer代表', speakerId: null, classCode: 'policy', dropped: false };
  const pieces = ['增开夜班公交线路。', '希望增开夜班公交线路。'].map((text) => ({
    ...piece,
    text,
    unitIds: [place.leadUnit],
  }));
  const content = { groupId, heldOn: '2026-01-13', place: '一号厅', notes: '一是增开夜班公交线路。', pieces };
  for (const sends of [true, false]) {
    const id = await post('leadHandler', '/records', content);
    await post('leadHandler', `/records/${id}/steps`, { type: 'submitRecord' }, 1);
    if (!sends) continue;
    await post('congressOffice', `/records/${id}/steps`, { type: 'checkRecord' }, 2);
    await product.ask('congressOffice', 'POST', '/api/session-opinions/forward', { body: { ids: [1, 2] } });
  }
  return post('leadHandler', '/records', { ...content, heldOn });
};

/** A year replayed by another preset, with its result. */
export const rehearse = async ({ product }: Stage): Promise<number> => {
  const j = product.place.jurisdictionId;
  const body = {
    name: '试用上海规则',
    year: Number(product.now().slice(0, 4)),
    organId: null,
    rules: { kind: 'preset', preset: 'shanghai' },
    calendar: { kind: 'inForce' },
  };
  const {
    status,
    text,
    body: started,
  } = await product.ask('supervisor', 'POST', '/api/rehearsals', { body });
  if (status !== 200) throw new Error(text);
  const { id } = started as { id: number };
  await runRehearsal(product.app.db, j, id, systemClock);
  return id;
};

/** A draft with a text of every kind of piece, and somebody who is asked to sign it. */
export const writeDraft = async ({ product }: Stage): Promise<number> => {
  const forms = await product.ask('leadProposer', 'GET', '/api/submissions/forms');
  const organId = (forms.body as { items: { organ: { id: number } }[] }).items[0]?.organ.id;
  const begun = await product.ask('leadProposer', 'POST', '/api/submissions', {
    body: {
      organId,
      authorId: null,
      text: {
        title: '关于优化公交线网以及增设候车亭的建议',
        facts: [
          { type: 'paragraph', text: '早晚高峰乘车困难。' },
          { type: 'list', ordered: true, items: ['城东', '城西'] },
          {
            type: 'table',
            rows: [
              ['线路', '等候（分钟）', '备注'],
              ['1 路', '25', ''],
            ],
          },
        ],
        analysis: [],
        asks: ['加强管理'],
      },
    },
  });
  const { id } = begun.body as { id: number };
  await product.ask('leadProposer', 'POST', `/api/submissions/${id}/invite`, {
    body: { personIds: [product.people['coProposer']], groups: [], role: 'coSigner', until: null },
  });
  return id;
};

/** An annual report with its numbers, as it is begun, or settled. */
export const report = async ({ product }: Stage, settled: boolean): Promise<number> => {
  const asOf = momentOf(new Date(product.now())).date;
  const period = { kind: 'year', year: 2026 };
  const body = { kind: 'congressAnnual', period, ofId: product.place.congress, asOf, language: 'zh' };
  const { id } = (await product.ask('supervisor', 'POST', '/api/reports', { body })).body as { id: number };
  if (settled)
    await product.ask('supervisor', 'POST', `/api/reports/${id}/steps`, {
      version: 1,
      body: { type: 'settleReport' },
    });
  return id;
};
