/** `luoshi calendar`: what the work calendar says, and the next year's holidays from a file, without the web. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { calendarIssueText } from '#contract/calendar-words.ts';
import type { CalendarIssue } from '#core/clock/calendar-issue.ts';
import { compareYears } from '#core/clock/overlay-calendar.ts';
import { readHouse, shippedCalendar } from '../case/house.store.ts';
import { askRecompute, runRecompute } from '../case/recompute-due.ts';
import { latestRecompute } from '../case/recompute.store.ts';
import { applyProposal } from '../calendar/apply-calendar.ts';
import { viewMoves } from '../calendar/calendar.views.ts';
import { countMoves } from '../calendar/count-moves.ts';
import { hasErrors, keepProposal, proposeYear } from '../calendar/propose-calendar.ts';
import { readCalendarFile } from '../calendar/read-source.ts';
import { viewCalendar } from '../calendar/view-calendar.ts';
import { systemClock } from '../platform/moment.ts';
import { both, type Command, type Io, json, readArgs, wholeOption, WrongUse } from './command.ts';
import { actorOf, type Data, withData } from './data.ts';
import { refuse, Refused } from './refused.ts';

type Options = {
  readonly year: number | undefined;
  readonly asJson: boolean;
  readonly dryRun: boolean;
  readonly note: string | undefined;
};

const show = async (data: Data, io: Io, { year, asJson }: Options): Promise<number> => {
  const actor = await actorOf(data, undefined);
  const page = await data.read((tx) => viewCalendar(tx, actor, data.at, year));
  if (asJson) {
    io.out(json(page));
    return 0;
  }
  const { settled, source, workdays } = page.years.find((one) => one.year === page.year) ?? {
    settled: false,
    source: null,
    workdays: 0,
  };
  io.out(
    settled
      ? both(
          `${page.year} 年，${workdays} 个工作日：${source?.zh ?? ''}`,
          `${page.year}, ${workdays} working days: ${source?.en ?? ''}`,
        )
      : both(
          `${page.year} 年暂定：放假安排尚未录入。`,
          `${page.year} is provisional: its holidays are not entered.`,
        ),
  );
  const words = { off: '休 off', work: '班 work', half: '半 half' };
  for (const { date, kind, name, regional } of page.days)
    io.out(`${date}\t${words[kind]}\t${name}${regional === null ? '' : `\t${regional}`}\n`);
  return 0;
};

const line = ({ severity, place, ...one }: CalendarIssue): string => {
  const at = place === null ? '' : `[${place.line}] ${place.text}\n    `;
  const said = { ...one, params: { ...one.params } };
  return `  ${severity}: ${at}${calendarIssueText(said, 'zh')}\n    ${calendarIssueText(said, 'en')}\n`;
};

const mostShown = 40;

type Imported = {
  readonly year: number | null;
  readonly off: number;
  readonly work: number;
  readonly issues: readonly CalendarIssue[];
  readonly moves: readonly Awaited<ReturnType<typeof viewMoves>>[number][];
  readonly version: number | null;
};

const describe = (io: Io, imported: Imported): void => {
  const { year, off, work, issues, moves, version } = imported;
  if (year !== null)
    io.out(
      both(`${year} 年：休 ${off} 天，补班 ${work} 天。`, `${year}: ${off} days off, ${work} make-up days.`),
    );
  for (const one of issues) io.out(line(one));
  if (hasErrors(issues)) return;
  io.out(both(`将变动的期限：${moves.length} 项。`, `Due dates that move: ${moves.length}.`));
  for (const { caseNo, unit, duty, oldOn, newOn } of moves.slice(0, mostShown))
    io.out(`  ${caseNo}\t${unit ?? '—'}\t${duty}\t${oldOn ?? '—'} → ${newOn ?? '—'}\n`);
  if (version !== null) io.out(both(`已启用第 ${version} 版。`, `Version ${version} is in use.`));
};

const importFile = async (data: Data, io: Io, file: string, options: Options): Promise<number> => {
  const bytes = await readFile(file).catch(() => {
    throw new Refused(`不能读取 ${file}。`, `${file} cannot be read.`);
  });
  const name = path.basename(file);
  const source = await readCalendarFile({ name, bytes: new Uint8Array(bytes) }, options.year ?? null);
  if (!source.ok) return refuse(source.refusal);
  const actor = await actorOf(data, undefined);
  const j = data.jurisdiction.id;
  const { read } = source;
  const kept = await data.write(async (tx) => {
    const proposed = proposeYear(await readHouse(tx, j), read, name, data.at);
    const id = await keepProposal({ tx, actor, at: data.at }, proposed, name);
    return { keep: true, value: { id, ...proposed } };
  });
  await countMoves(data.db, j, kept.id, systemClock);
  const moves = await data.read((tx) => viewMoves(tx, j, kept.id, 0, 100_000));
  let version: number | null = null;
  const wrong = kept.change === null || hasErrors(kept.issues);
  if (!wrong && !options.dryRun) {
    const order = { proposalId: kept.id, note: options.note ?? name };
    const applied = await data.write(async (tx) => {
      const value = await applyProposal({ tx, actor, at: data.at }, order);
      return { keep: value.ok, value };
    });
    if (!applied.ok) return refuse(applied.refusal);
    version = applied.body.versionId;
    // A server that runs beside this command goes on with the calendar it knows for some seconds.
    await runRecompute(data.db, j, applied.body.recomputeId, systemClock, { wait: true });
  }
  const year = kept.change?.kind === 'year' ? kept.change.year : null;
  const imported: Imported = {
    year: year?.year ?? null,
    off: year?.holidays.length ?? 0,
    work: year?.makeUpWorkdays.length ?? 0,
    issues: kept.issues,
    moves,
    version,
  };
  if (options.asJson) io.out(json(imported));
  else describe(io, imported);
  return wrong ? 1 : 0;
};

/** Whether own years differ from the shipped table, and whether every stored date is what it should be. */
const check = async (data: Data, io: Io, { asJson }: Options): Promise<number> => {
  const j = data.jurisdiction.id;
  const house = await data.read((tx) => readHouse(tx, j));
  const shipped = shippedCalendar(house.ruleset);
  const differences = house.overlay.years.flatMap((own) => {
    const other = shipped.years.find(({ year }) => year === own.year);
    const days = other === undefined ? [] : compareYears(other, own);
    return days.length === 0 ? [] : [{ year: own.year, days }];
  });
  const actor = await actorOf(data, undefined);
  const id = await data.write(async (tx) => ({
    keep: true,
    value: await askRecompute(tx, actor, data.at, { reason: 'check', reference: null }),
  }));
  await runRecompute(data.db, j, id, systemClock);
  const run = await data.read((tx) => latestRecompute(tx, j));
  const mended = { matters: run?.movedMatters ?? 0, duties: run?.movedDuties ?? 0, looked: run?.done ?? 0 };
  if (asJson) io.out(json({ version: house.calendarVersion, differences, mended }));
  else {
    for (const { year, days } of differences)
      io.out(
        both(
          `${year} 年与随产品提供的日历不同：${days.join('、')}`,
          `${year} differs from the shipped table: ${days.join(', ')}`,
        ),
      );
    io.out(
      both(
        `核对 ${mended.looked} 件，改正期限 ${mended.matters} 件、${mended.duties} 项任务。`,
        `Looked at ${mended.looked} matters; mended the dates of ${mended.matters} matters and ${mended.duties} duties.`,
      ),
    );
  }
  return 0;
};

export const calendarCommand: Command = {
  name: 'calendar',
  summary: {
    zh: '工作日历：查看、录入放假安排、核对期限',
    en: 'the work calendar: show it, enter a year’s holidays, check the stored due dates',
  },
  usage: [
    'show [--year YEAR] [--json]',
    'import FILE [--year YEAR] [--note TEXT] [--dry-run] [--json]',
    'check [--json]',
  ],
  options: [
    [
      '--year YEAR',
      {
        zh: '年份；import 时仅在文件没有写明时需要',
        en: 'the year; for import only where the file does not say it',
      },
    ],
    [
      '--dry-run',
      {
        zh: '只试读并列出将变动的期限，不启用',
        en: 'read it and list what would move; nothing is taken into use',
      },
    ],
    [
      '--note TEXT',
      { zh: '新版本的说明，默认为文件名', en: 'note of the new version; default: the name of the file' },
    ],
    ['--json', { zh: '以 JSON 输出', en: 'as JSON' }],
    ['--jurisdiction CODE', { zh: '辖区，默认第一个', en: 'jurisdiction; default: the first' }],
  ],
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      year: { type: 'string' },
      note: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      jurisdiction: { type: 'string' },
    });
    const [what, file, ...more] = positionals;
    const options: Options = {
      year: wholeOption('year', values.year),
      asJson: values.json === true,
      dryRun: values['dry-run'] === true,
      note: values.note,
    };
    if (options.year !== undefined && (options.year < 1950 || options.year > 2199))
      throw new WrongUse('--year 1950 … 2199');
    const on = (work: (data: Data) => Promise<number>) => withData(io, values.jurisdiction, work);
    if (what === 'show' && file === undefined) return on((data) => show(data, io, options));
    if (what === 'check' && file === undefined) return on((data) => check(data, io, options));
    if (what === 'import' && file !== undefined && more.length === 0)
      return on((data) => importFile(data, io, file, options));
    throw new WrongUse('calendar show | import FILE | check');
  },
};
