import { presets, type PresetId } from '#rulesets/preset.ts';
import { viewMoves } from '../calendar/calendar.views.ts';
import { countMoves } from '../calendar/count-moves.ts';
import { latestRecompute } from '../case/recompute.store.ts';
import { runRecompute } from '../case/recompute-due.ts';
import { systemClock } from '../platform/moment.ts';
import { foundJurisdiction, listJurisdictions } from '../setup/found-jurisdiction.ts';
import { proposePreset, takeProposed } from '../calendar/preview-ruleset.ts';
import { both, type Command, type Io, json, oneOf, readArgs, WrongUse } from './command.ts';
import { actorOf, inPlace, withData } from './data.ts';
import { refuse } from './refused.ts';

const presetIds = Object.keys(presets) as PresetId[];

const create = (io: Io, code: string, values: { name?: string; 'name-en'?: string; preset?: string }) =>
  inPlace(io, async (place) => {
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(code)) throw new WrongUse(`CODE: [a-z][a-z0-9-]*`);
    if (values.name === undefined) throw new WrongUse('--name NAME');
    const known = (await listJurisdictions(place.ownerUrl)).some((one) => one.code === code);
    const id = await foundJurisdiction(place.ownerUrl, {
      code,
      name: values.name,
      nameEn: values['name-en'] ?? '',
      preset: oneOf('preset', values.preset ?? 'national', presetIds),
      demo: false,
    });
    io.out(
      known
        ? both(`已有 ${code}（编号 ${id}），未改动。`, `${code} exists (number ${id}); unchanged.`)
        : both(`已建立 ${code}（编号 ${id}）。`, `Founded ${code} (number ${id}).`),
    );
    return 0;
  });

const list = (io: Io, asJson: boolean) =>
  inPlace(io, async (place) => {
    const all = await listJurisdictions(place.ownerUrl);
    if (asJson) io.out(json(all));
    else for (const one of all) io.out(`${one.id}\t${one.code}\t${one.name}${one.demo ? '\tdemo' : ''}\n`);
    return 0;
  });

const mostShown = 40;

const takePreset = (io: Io, code: string, preset: PresetId, dryRun: boolean) =>
  withData(io, code, async (data) => {
    const actor = await actorOf(data, undefined);
    const j = data.jurisdiction.id;
    const proposalId = await data.write(async (tx) => ({
      keep: true,
      value: await proposePreset({ tx, actor, at: data.at }, preset),
    }));
    await countMoves(data.db, j, proposalId, systemClock);
    const moves = await data.read((tx) => viewMoves(tx, j, proposalId, 0, 100_000));
    io.out(both(`将变动的期限：${moves.length} 项。`, `Due dates that move: ${moves.length}.`));
    for (const { caseNo, unit, duty, oldOn, newOn } of moves.slice(0, mostShown))
      io.out(`  ${caseNo}\t${unit ?? '—'}\t${duty}\t${oldOn ?? '—'} → ${newOn ?? '—'}\n`);
    if (dryRun) return 0;
    const taken = await data.write(async (tx) => {
      const value = await takeProposed({ tx, actor, at: data.at }, proposalId);
      return { keep: value.ok, value };
    });
    if (!taken.ok) return refuse(taken.refusal);
    const id = taken.body.recomputeId;
    io.out(both(`${code} 自现在起使用规则 ${preset}。`, `${code} uses the ruleset ${preset} from now on.`));
    const asked = await data.read((tx) => latestRecompute(tx, j));
    // A server that runs beside this command goes on with the ruleset it knows for some seconds.
    await runRecompute(data.db, j, id, systemClock, { wait: (asked?.total ?? 0) > 0 });
    const done = await data.read((tx) => latestRecompute(tx, j));
    const moved = { matters: done?.movedMatters ?? 0, duties: done?.movedDuties ?? 0 };
    io.out(
      both(
        `期限已更新：${moved.matters} 件、${moved.duties} 项任务有变动。`,
        `Due dates are up to date: ${moved.matters} matters and ${moved.duties} duties moved.`,
      ),
    );
    return 0;
  });

export const jurisdictionCommand: Command = {
  name: 'jurisdiction',
  summary: { zh: '建立、列出辖区，启用规则', en: 'found and list jurisdictions, take a ruleset into use' },
  usage: [
    'create CODE --name NAME [--name-en NAME] [--preset PRESET]',
    'list [--json]',
    'preset CODE PRESET [--dry-run]',
  ],
  options: [
    ['--preset PRESET', { zh: `规则：${presetIds.join('、')}`, en: `ruleset: ${presetIds.join(', ')}` }],
    [
      '--dry-run',
      {
        zh: '只列出将变动的期限，不启用',
        en: 'list which due dates would move; nothing is taken into use',
      },
    ],
    ['--json', { zh: '以 JSON 输出', en: 'as JSON' }],
  ],
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      name: { type: 'string' },
      'name-en': { type: 'string' },
      preset: { type: 'string' },
      json: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
    });
    const [what, code, preset] = positionals;
    if (what === 'list') return list(io, values.json === true);
    if (what === 'create' && code !== undefined) return create(io, code, values);
    if (what === 'preset' && code !== undefined && preset !== undefined)
      return takePreset(io, code, oneOf('preset', preset, presetIds), values['dry-run'] === true);
    throw new WrongUse('jurisdiction create | list | preset');
  },
};
