import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { getImport } from '#contract/import.ts';
import type { Actor } from '#core/access.ts';
import { importDeps } from '../app.ts';
import { confirmRun } from '../catalogue/confirm-import.ts';
import type { CatalogueOptions } from '../catalogue/choices.ts';
import { loadSessions } from '../catalogue/directory.views.ts';
import { viewRows, viewRun } from '../catalogue/import.views.ts';
import { failRun, runImport } from '../catalogue/run-import.ts';
import { decideImport, startImport } from '../catalogue/start-import.ts';
import { insertFile } from '../files/file.store.ts';
import { sniff } from '../files/file-type.ts';
import type { Tx } from '../platform/db/database.ts';
import { type AnyRefusal, sentenceOf } from '../platform/problem.ts';
import { both, type Command, type Io, json, oneOf, readArgs, wholeOption, WrongUse } from './command.ts';
import { actorOf, type Data, withData } from './data.ts';
import { Refused } from './refused.ts';
import { describeImport } from './describe-import.ts';

export type RunView = ResponseOf<typeof getImport>['run'];
export type RowView = ResponseOf<typeof getImport>['rows'][number];
export type Compared = { readonly run: RunView; readonly rows: readonly RowView[] };

type Order = {
  readonly file: string;
  readonly kind: 'catalogue' | 'units' | 'people';
  readonly options: Partial<CatalogueOptions>;
  readonly createPeople: boolean;
  readonly soundRowsOnly: boolean;
  readonly dryRun: boolean;
  readonly language: 'zh' | 'en';
};

const refused = (refusal: AnyRefusal): Refused =>
  new Refused(sentenceOf(refusal, 'zh'), sentenceOf(refusal, 'en'));

const view = async (tx: Tx, actor: Actor, importId: number, language: 'zh' | 'en'): Promise<Compared> => {
  const run = await viewRun(tx, actor, importId, language);
  if (run === null) throw new Error('An import that was just made is not there');
  const rows: RowView[] = [];
  let cursor: string | undefined;
  do {
    const page = await viewRows(tx, actor.jurisdictionId, importId, { limit: 500, cursor }, language);
    rows.push(...(page.rows as RowView[]));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return { run, rows };
};

/** A session is named by its number, which nobody knows by heart: a wrong one is answered with all that there are. */
const checkSession = async (tx: Tx, data: Data, { options }: Order): Promise<void> => {
  const { sessionId } = options;
  if (sessionId === undefined || sessionId === null) return;
  const sessions = await loadSessions(tx, data.jurisdiction.id);
  if (sessions.some(({ id }) => id === sessionId)) return;
  const known = sessions
    .map(({ id, organName, term, number }) => `${id} = ${organName} ${term}-${number}`)
    .join('；');
  throw new Refused(
    `没有编号为 ${sessionId} 的会议。现有：${known === '' ? '无' : known}`,
    `There is no session ${sessionId}. There are: ${known === '' ? 'none' : known}`,
  );
};

/** Stores the file, compares it, decides on unknown proposers if the operator said so. */
const compare = async (tx: Tx, data: Data, actor: Actor, order: Order): Promise<number> => {
  const deps = importDeps(data.fieldKey);
  await checkSession(tx, data, order);
  const bytes = new Uint8Array(await readFile(order.file));
  const sniffed = await sniff(bytes, order.kind);
  if (!sniffed.ok) throw refused(sniffed);
  const name = path.basename(order.file);
  const { mediaType } = sniffed;
  const fileId = await insertFile(tx, actor, data.at, { name, mediaType, bytes, purpose: order.kind });
  const act = { tx, actor, at: data.at };
  const started = await startImport(deps, act, { kind: order.kind, fileId, options: order.options });
  if (!started.ok) throw refused(started.refusal);
  const { importId } = started;
  if (!order.createPeople) return importId;
  const run = await viewRun(tx, actor, importId, 'zh');
  const people = (run?.openPeople ?? []).flatMap(({ name: person, group, match }) =>
    match === 'unknown' ? [{ name: person, group, person: 'create' as const }] : [],
  );
  if (people.length === 0) return importId;
  const decided = await decideImport(deps, act, { importId, version: run?.version ?? 0, body: { people } });
  if (!decided.ok) throw refused(decided.refusal);
  return importId;
};

const dryRun = (data: Data, actor: Actor, order: Order): Promise<Compared> =>
  data.write(async (tx) => ({
    keep: false,
    value: await view(tx, actor, await compare(tx, data, actor, order), order.language),
  }));

const importNow = async (data: Data, actor: Actor, order: Order, io: Io): Promise<Compared> => {
  const importId = await data.write(async (tx) => ({
    keep: true,
    value: await compare(tx, data, actor, order),
  }));
  const { soundRowsOnly } = order;
  const confirmed = await data.write(async (tx) => {
    const answer = await confirmRun({ tx, actor, at: data.at }, { importId, version: null, soundRowsOnly });
    return { keep: answer.ok, value: answer };
  });
  if (confirmed.ok) {
    io.err(both('正在导入…', 'Importing…'));
    const ran = await runImport(importDeps(data.fieldKey), data.db, {
      importId,
      actor,
      at: data.at,
      soundRowsOnly,
    });
    if (!ran.ok) await failRun(data.db, actor, data.at, importId, ran.refusal);
  }
  return data.read((tx) => view(tx, actor, importId, order.language));
};

const readOrder = (args: readonly string[]) => {
  const { values, positionals } = readArgs(args, {
    kind: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    session: { type: 'string' },
    'all-to-session': { type: 'boolean' },
    assign: { type: 'boolean' },
    history: { type: 'boolean' },
    leader: { type: 'string' },
    'filed-on': { type: 'string' },
    'several-leads': { type: 'string' },
    'create-people': { type: 'boolean' },
    'sound-rows': { type: 'boolean' },
    as: { type: 'string' },
    jurisdiction: { type: 'string' },
    lang: { type: 'string' },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongUse('import FILE');
  const filedOn = values['filed-on'];
  if (filedOn !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(filedOn))
    throw new WrongUse('--filed-on YYYY-MM-DD');
  const sessionId = wholeOption('session', values.session);
  const several = values['several-leads'];
  const options: Partial<CatalogueOptions> = {
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(values['all-to-session'] === true ? { sessionUse: 'always' as const } : {}),
    ...(values.assign === true ? { assign: true } : {}),
    ...(values.history === true ? { history: true } : {}),
    ...(values.leader === undefined ? {} : { responsibleLeader: values.leader.trim() }),
    ...(filedOn === undefined ? {} : { filedOn }),
    ...(several === undefined
      ? {}
      : { severalLeads: oneOf('several-leads', several, ['refuse', 'separate']) }),
  };
  const order: Order = {
    file,
    kind: oneOf('kind', values.kind ?? 'catalogue', ['catalogue', 'units', 'people']),
    options,
    createPeople: values['create-people'] === true,
    soundRowsOnly: values['sound-rows'] === true,
    dryRun: values['dry-run'] === true,
    language: oneOf('lang', values.lang ?? 'zh', ['zh', 'en']),
  };
  return { order, asJson: values.json === true, as: values.as, jurisdiction: values.jurisdiction };
};

/** 0: imported, nothing left to import, or a dry run of what could be; 1: refused, with what is in the way. */
const exitCode = ({ run }: Compared, order: Order): number => {
  const { obstacle, counts } = run;
  if (run.state === 'done' || obstacle === null || obstacle.code === 'import-nothing') return 0;
  const sound =
    obstacle.code === 'import-wrong-rows' && order.soundRowsOnly && counts.new + counts.changed > 0;
  return order.dryRun && sound ? 0 : 1;
};

export const importCommand: Command = {
  name: 'import',
  summary: {
    zh: '从文件导入目录、单位或人员（.xlsx .xls .csv，目录还可 .docx）',
    en: 'import a catalogue, units or people from a file (.xlsx, .xls, .csv; catalogues also .docx)',
  },
  usage: [
    'FILE [--dry-run] [--json] [--kind catalogue|units|people] [--session ID] [--assign --leader NAME] …',
  ],
  options: [
    ['--dry-run', { zh: '只核对，不写入任何内容', en: 'compare only; nothing at all is written' }],
    ['--json', { zh: '以 JSON 输出各行结果', en: 'every row’s outcome as JSON' }],
    [
      '--kind',
      {
        zh: '内容：catalogue（默认）、units、people',
        en: 'what it holds: catalogue (default), units, people',
      },
    ],
    [
      '--session ID',
      {
        zh: '未写明届次的行归入哪次会议；编号不对时列出现有的会议',
        en: 'the session of rows that name none; a wrong number lists the sessions that there are',
      },
    ],
    ['--all-to-session', { zh: '所有行都归入 --session', en: 'every row goes to --session' }],
    ['--assign', { zh: '随即交办给表中的单位', en: 'give the units of the file their duties at once' }],
    [
      '--history',
      {
        zh: '历年清单：连同签收、答复、满意度等一并导入，件即办结',
        en: 'a list of an earlier year: take in replies, ratings and closings; its matters are closed',
      },
    ],
    [
      '--leader NAME',
      { zh: '责任领导（--assign 时必填）', en: 'the responsible leader; needed with --assign' },
    ],
    ['--filed-on DATE', { zh: '未写明立案日期的行用此日期', en: 'filing date of rows that tell none' }],
    [
      '--several-leads',
      {
        zh: '一行有多个主办：refuse（默认）或 separate（各自分办）',
        en: 'several leads in one row: refuse (default) or separate',
      },
    ],
    ['--create-people', { zh: '名录中没有的提出人新建为代表、委员', en: 'make unknown proposers' }],
    ['--sound-rows', { zh: '只导入无误的行', en: 'import the sound rows, leave out the wrong ones' }],
    [
      '--as USERNAME',
      {
        zh: '以该账号的名义和权限；默认以运维身份',
        en: 'in the name and with the rights of this account; default: the operator',
      },
    ],
    ['--jurisdiction CODE', { zh: '辖区，默认第一个', en: 'jurisdiction; default: the first' }],
    ['--lang zh|en', { zh: '提示的语言', en: 'language of messages' }],
  ],
  run: async (args, io) => {
    const { order, asJson, as, jurisdiction } = readOrder(args);
    await readFile(order.file).catch(() => {
      throw new Refused(`不能读取 ${order.file}。`, `${order.file} cannot be read.`);
    });
    return withData(io, jurisdiction, async (data) => {
      const actor = await actorOf(data, as);
      const compared = order.dryRun
        ? await dryRun(data, actor, order)
        : await importNow(data, actor, order, io);
      io.out(asJson ? json(compared) : describeImport(compared, order.language));
      return exitCode(compared, order);
    });
  },
};
