import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import { ledgerFilter } from '#contract/see.ts';
import type { Actor } from '#core/access.ts';
import { bytesOf } from '../platform/answer.ts';
import { houseReader } from '../case/house.store.ts';
import { record } from '../platform/commit.ts';
import { readJournal } from '../platform/db/journal-export.store.ts';
import { writeCsv } from '../platform/workbook/write-csv.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { exportRows } from '../see/export-ledger.ts';
import { type Checkpoint, type Head, makeCheckpoint } from '../verify/checkpoint.ts';
import { both, type Command, type Io, json, oneOf, readArgs, WrongUse } from './command.ts';
import { actorOf, type Data, withData } from './data.ts';
import { refuse, Refused } from './refused.ts';

const formats = ['xlsx', 'csv', 'journal'] as const;

const readFilter = (where: readonly string[]) => {
  const given = Object.fromEntries(
    where.map((one) => {
      const at = one.indexOf('=');
      if (at < 1) throw new WrongUse(`--where FIELD=VALUE: ${one}`);
      return [one.slice(0, at), one.slice(at + 1)] as const;
    }),
  );
  const parsed = ledgerFilter.strict().safeParse(given);
  if (!parsed.success)
    throw new WrongUse(
      parsed.error.issues.map((issue) => `--where ${issue.path.join('.')}: ${issue.message}`).join('; '),
    );
  return parsed.data;
};

/** Whoever takes much out of the system is on record (ASVS 5.0.0 16.3). */
const note = (data: Data, actor: Actor, what: Readonly<Record<string, unknown>>): Promise<void> =>
  data.write(async (tx) => {
    await record(tx, actor, data.at, { stream: 'setup', command: 'export', matterId: null, data: what });
    return { keep: true, value: undefined };
  });

type Ledger = {
  readonly format: 'xlsx' | 'csv';
  readonly where: readonly string[];
  readonly out: string | undefined;
  readonly language: 'zh' | 'en';
};

const exportLedger = async (data: Data, actor: Actor, io: Io, order: Ledger): Promise<string> => {
  const filter = readFilter(order.where);
  await note(data, actor, { what: 'ledger', format: order.format, filter });
  const house = houseReader();
  const exported = await data.read(async (tx) =>
    exportRows(
      tx,
      await house(tx, data.jurisdiction.id),
      actor,
      data.at,
      { ...filter, format: order.format },
      order.language,
      {
        xlsx: (name, table) => writeWorkbook([{ name, ...table }]),
        csv: async (_, table) => writeCsv(table.header, table.rows),
      },
    ),
  );
  if (!exported.ok) return refuse(exported.refusal);
  const out = order.out ?? exported.body.name;
  const bytes = await bytesOf(exported.body);
  if (out === '-') io.out(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  else await writeFile(out, bytes, ownerOnly);
  return out;
};

/** What leaves the database is for who asked for it, not for everyone on the machine. */
const ownerOnly = { mode: 0o600 } as const;

/** Writes one line an entry; answers with the heads, for the checkpoint. */
const writeLines = (data: Data, out: string): Promise<readonly Head[]> =>
  data.read(async (tx) => {
    const file = createWriteStream(out, ownerOnly);
    const heads = new Map<string, Head>();
    for await (const { stream, n, previousHash, hash, entry } of readJournal(tx, data.jurisdiction.id)) {
      heads.set(stream, { stream, n, hash });
      const line = `${JSON.stringify({ stream, n, previousHash, hash, entry })}\n`;
      if (!file.write(line)) await once(file, 'drain');
    }
    file.end();
    await finished(file);
    return [...heads.values()];
  });

const exportJournal = async (
  data: Data,
  actor: Actor,
  order: { readonly out: string | undefined; readonly checkpoint: string | undefined },
): Promise<{ readonly out: string; readonly checkpointFile: string; readonly checkpoint: Checkpoint }> => {
  await note(data, actor, { what: 'journal' });
  const out = order.out ?? `journal-${data.jurisdiction.code}-${data.at.date}.jsonl`;
  if (out === '-') throw new WrongUse('--out FILE');
  const heads = await writeLines(data, out);
  const checkpoint = makeCheckpoint({ jurisdiction: data.jurisdiction.code, at: data.at.instant }, heads);
  const checkpointFile = order.checkpoint ?? `${out}.checkpoint.json`;
  await writeFile(checkpointFile, json(checkpoint), ownerOnly);
  return { out, checkpointFile, checkpoint };
};

const run: Command['run'] = async (args, io) => {
  const { values, positionals } = readArgs(args, {
    format: { type: 'string' },
    out: { type: 'string' },
    where: { type: 'string', multiple: true },
    checkpoint: { type: 'string' },
    as: { type: 'string' },
    jurisdiction: { type: 'string' },
    lang: { type: 'string' },
    json: { type: 'boolean' },
  });
  if (positionals.length > 0) throw new WrongUse(positionals.join(' '));
  const format = oneOf('format', values.format ?? 'xlsx', formats);
  const language = oneOf('lang', values.lang ?? 'zh', ['zh', 'en']);
  return withData(io, values.jurisdiction, async (data) => {
    const actor = await actorOf(data, values.as);
    if (format === 'journal') {
      if (!actor.grants.some(({ role }) => role === 'audit-admin') && values.as !== undefined)
        throw new Refused('导出日志需要审计管理员。', 'Exporting the journal needs an audit administrator.');
      const { out, checkpointFile, checkpoint } = await exportJournal(data, actor, {
        out: values.out,
        checkpoint: values.checkpoint,
      });
      const { streams, entries, root } = checkpoint;
      if (values.json === true)
        io.out(json({ file: out, checkpoint: checkpointFile, streams, entries, root }));
      else
        io.out(
          both(
            `已导出 ${entries} 条日志到 ${out}，检查点在 ${checkpointFile}（请保存到系统之外）。根：${root}`,
            `${entries} entries in ${out}, checkpoint in ${checkpointFile} (keep it outside the system). Root: ${root}`,
          ),
        );
      return 0;
    }
    const out = await exportLedger(data, actor, io, {
      format,
      where: values.where ?? [],
      out: values.out,
      language,
    });
    if (out !== '-')
      io.out(values.json === true ? json({ file: out }) : both(`已导出到 ${out}`, `Written: ${out}`));
    return 0;
  });
};

export const exportCommand: Command = {
  name: 'export',
  summary: { zh: '导出台账或操作日志', en: 'export the ledger or the journal' },
  usage: ['[--format xlsx|csv|journal] [--out FILE] [--where FIELD=VALUE]… [--as USERNAME]'],
  options: [
    [
      '--format',
      {
        zh: 'xlsx（默认）、csv，或 journal（JSON 行与检查点）',
        en: 'xlsx (default), csv, or journal (JSON lines and a checkpoint)',
      },
    ],
    [
      '--out FILE',
      { zh: '写到哪里；- 为标准输出（仅 csv）', en: 'where to; - for standard output (csv only)' },
    ],
    [
      '--where FIELD=VALUE',
      {
        zh: '台账筛选，如 year=2026、stage=assigned，可多次',
        en: 'filter of the ledger, such as year=2026 or stage=assigned; may be repeated',
      },
    ],
    [
      '--checkpoint FILE',
      {
        zh: '检查点文件（默认在日志文件名后加 .checkpoint.json）',
        en: 'file of the checkpoint (default: beside the journal)',
      },
    ],
    [
      '--as USERNAME',
      {
        zh: '以该账号的权限导出；默认以运维身份',
        en: 'with the rights of this account; default: as the operator',
      },
    ],
    ['--lang zh|en', { zh: '表头的语言', en: 'language of the headings' }],
    ['--jurisdiction CODE', { zh: '辖区，默认第一个', en: 'jurisdiction; default: the first' }],
    ['--json', { zh: '以 JSON 输出结果', en: 'the outcome as JSON' }],
  ],
  run,
};
