import { presets, type PresetId } from '#rulesets/preset.ts';
import { record } from '../platform/commit.ts';
import { foundJurisdiction, listJurisdictions } from '../setup/found-jurisdiction.ts';
import { insertRuleset } from '../setup/setup.store.ts';
import { both, type Command, type Io, json, oneOf, readArgs, WrongUse } from './command.ts';
import { actorOf, inPlace, withData } from './data.ts';

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

const takePreset = (io: Io, code: string, preset: PresetId) =>
  withData(io, code, async (data) => {
    const actor = await actorOf(data, undefined);
    await data.write(async (tx) => {
      await insertRuleset(tx, data.jurisdiction.id, preset, data.at.instant);
      await record(tx, actor, data.at, {
        stream: 'setup',
        command: 'setup.ruleset',
        matterId: null,
        data: { preset },
      });
      return { keep: true, value: undefined };
    });
    io.out(both(`${code} 自现在起使用规则 ${preset}。`, `${code} uses the ruleset ${preset} from now on.`));
    return 0;
  });

export const jurisdictionCommand: Command = {
  name: 'jurisdiction',
  summary: { zh: '建立、列出辖区，启用规则', en: 'found and list jurisdictions, take a ruleset into use' },
  usage: [
    'create CODE --name NAME [--name-en NAME] [--preset PRESET]',
    'list [--json]',
    'preset CODE PRESET',
  ],
  options: [
    ['--preset PRESET', { zh: `规则：${presetIds.join('、')}`, en: `ruleset: ${presetIds.join(', ')}` }],
    ['--json', { zh: '以 JSON 输出', en: 'as JSON' }],
  ],
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      name: { type: 'string' },
      'name-en': { type: 'string' },
      preset: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [what, code, preset] = positionals;
    if (what === 'list') return list(io, values.json === true);
    if (what === 'create' && code !== undefined) return create(io, code, values);
    if (what === 'preset' && code !== undefined && preset !== undefined)
      return takePreset(io, code, oneOf('preset', preset, presetIds));
    throw new WrongUse('jurisdiction create | list | preset');
  },
};
