/** `luoshi rehearse`: a year's matters through another ruleset, and how many duties would have been late. */
import { dutyWord, rehearsalMessages } from '#contract/messages/rehearsal.ts';
import { rehearsalFigures } from '#contract/rehearsal.ts';
import { presets, type PresetId } from '#rulesets/preset.ts';
import { systemClock } from '../platform/moment.ts';
import { findRehearsal, type Figures, viewFigures } from '../rehearsal/rehearsal.views.ts';
import { runRehearsal } from '../rehearsal/run-rehearsal.ts';
import { keepRehearsal } from '../rehearsal/start-rehearsal.ts';
import { both, type Command, type Io, json, oneOf, readArgs, WrongUse, wholeOption } from './command.ts';
import { actorOf, type Data, withData } from './data.ts';
import { Refused } from './refused.ts';

const presetIds = Object.keys(presets) as PresetId[];

type Options = {
  readonly year: number;
  readonly preset: PresetId | null;
  readonly shipped: boolean;
  readonly name: string;
  readonly asJson: boolean;
};

const line = (name: string, figures: Figures): string =>
  `  ${name}\t${rehearsalFigures.map((key) => figures[key]).join('\t')}\n`;

const describe = (io: Io, figures: Awaited<ReturnType<typeof viewFigures>>): void => {
  const words = rehearsalFigures.map((key) => rehearsalMessages[`rehearsal.figure.${key}`]);
  io.out(`  \t${words.map(({ zh }) => zh).join('\t')}\n  \t${words.map(({ en }) => en).join('\t')}\n`);
  const { zh, en } = rehearsalMessages['rehearsal.all'];
  io.out(line(`${zh} ${en}`, figures.all));
  for (const { duty, ...one } of figures.byDuty)
    io.out(line(`${dutyWord(duty, 'zh')} ${dutyWord(duty, 'en')}`, one));
  io.out(line(`${dutyWord('proposer', 'zh')} ${dutyWord('proposer', 'en')}`, figures.proposers));
};

const rehearse = async (data: Data, io: Io, options: Options): Promise<number> => {
  const actor = await actorOf(data, undefined);
  const j = data.jurisdiction.id;
  const kept = await data.write(async (tx) => {
    const value = await keepRehearsal(
      { tx, actor, at: data.at },
      {
        name: options.name,
        year: options.year,
        organId: null,
        rules: options.preset === null ? { kind: 'inForce' } : { kind: 'preset', preset: options.preset },
        calendar: { kind: options.shipped ? 'shipped' : 'inForce' },
      },
    );
    return { keep: value.ok, value };
  });
  if (!kept.ok) throw new Refused('没有可演练的内容。', 'There is nothing to rehearse.');
  const { id } = kept.body;
  await runRehearsal(data.db, j, id, systemClock);
  const found = await data.read((tx) => findRehearsal(tx, actor, id));
  const figures = await data.read((tx) => viewFigures(tx, j, id));
  const matters = found?.done ?? 0;
  if (options.asJson) io.out(json({ id, year: options.year, matters, ...figures }));
  else {
    io.out(
      both(
        `演练 ${id}：${options.year} 年 ${matters} 件。没有改动任何件。`,
        `Rehearsal ${id}: ${matters} matters of ${options.year}. No matter was changed.`,
      ),
    );
    describe(io, figures);
  }
  return 0;
};

export const rehearseCommand: Command = {
  name: 'rehearse',
  summary: {
    zh: '演练：把一年的办件放到另一套规则或日历里重算',
    en: 'replay a year’s matters through another ruleset or calendar',
  },
  usage: ['--year YEAR [--preset PRESET] [--shipped-calendar] [--name TEXT] [--json]'],
  options: [
    ['--year YEAR', { zh: '哪一年的会议', en: 'the year of the session' }],
    [
      '--preset PRESET',
      {
        zh: `试用的规则，默认为现行规则：${presetIds.join('、')}`,
        en: `the ruleset to try; default: the one in force: ${presetIds.join(', ')}`,
      },
    ],
    [
      '--shipped-calendar',
      { zh: '试用随产品提供的日历', en: 'try the shipped calendar, without this place’s own days' },
    ],
    ['--name TEXT', { zh: '名称', en: 'what it is called' }],
    ['--json', { zh: '以 JSON 输出', en: 'as JSON' }],
    ['--jurisdiction CODE', { zh: '辖区，默认第一个', en: 'jurisdiction; default: the first' }],
  ],
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      year: { type: 'string' },
      preset: { type: 'string' },
      'shipped-calendar': { type: 'boolean' },
      name: { type: 'string' },
      json: { type: 'boolean' },
      jurisdiction: { type: 'string' },
    });
    const year = wholeOption('year', values.year);
    if (positionals.length > 0 || year === undefined || year < 1900 || year > 2199)
      throw new WrongUse('rehearse --year YEAR');
    const options: Options = {
      year,
      preset: values.preset === undefined ? null : oneOf('preset', values.preset, presetIds),
      shipped: values['shipped-calendar'] === true,
      name: (values.name ?? '').slice(0, 60),
      asJson: values.json === true,
    };
    return withData(io, values.jurisdiction, (data) => rehearse(data, io, options));
  },
};
