/** `luoshi figures rebuild`: computes anew what figures are counted from. */
import { houseReader } from '../case/house.store.ts';
import { rebuildFigures } from '../figures/rebuild.ts';
import { systemClock } from '../platform/moment.ts';
import { both, type Command, json, readArgs, WrongUse } from './command.ts';
import { withData } from './data.ts';

const use = 'figures rebuild';

export const figuresCommand: Command = {
  name: 'figures',
  summary: {
    zh: '按台账日志重新计算统计事实（可中断后继续）',
    en: 'compute anew, from the journal, what figures are counted from',
  },
  usage: ['rebuild [--jurisdiction CODE] [--json]'],
  options: [
    [
      '--jurisdiction CODE',
      { zh: '辖区代码，默认第一个', en: 'code of the jurisdiction; the first one if absent' },
    ],
    ['--json', { zh: '以 JSON 输出', en: 'answer as JSON' }],
  ],
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      jurisdiction: { type: 'string' },
      json: { type: 'boolean' },
    });
    if (positionals[0] !== 'rebuild' || positionals.length > 1) throw new WrongUse(use);
    return withData(io, values.jurisdiction, async ({ db, jurisdiction }) => {
      const { matters, changed } = await rebuildFigures(
        db,
        houseReader(),
        jurisdiction.id,
        systemClock,
        (done) => {
          if (values.json !== true) io.err(`${done}\n`);
        },
      );
      io.out(
        values.json === true
          ? json({ matters, changed })
          : both(
              `已重新计算 ${matters} 件，其中 ${changed} 件有变化。`,
              `${matters} matters computed anew; ${changed} of them differed.`,
            ),
      );
      return 0;
    });
  },
};
