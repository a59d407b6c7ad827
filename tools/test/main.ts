// npm test: every check of the house, one stage after another. A failed stage does not keep the next from running.
// The very last line of the output is "N passed, N failed".
//
//   npm test -- --list              names of the stages
//   npm test -- --only=types,pure   these stages only; some run only so
import process from 'node:process';
import { type Outcome, type Stage, single, sum } from './outcome.ts';
import { endTools } from './run-tool.ts';
import { runningStages } from './running-stages.ts';
import { staticStages } from './static-stages.ts';

const stages: readonly Stage[] = [...staticStages, ...runningStages];

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** The stages that the flags ask for; a text when the flags are wrong. */
const chooseStages = (flags: readonly string[]): readonly Stage[] | string => {
  const wrong = flags.find((flag) => !flag.startsWith('--only='));
  if (wrong !== undefined) return `${wrong}: 未知参数 unknown flag (--list, --only=name,name)`;
  const names = flags.flatMap((flag) => flag.slice('--only='.length).split(','));
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown !== undefined) return `${unknown}: 没有这一项 no such stage (--list)`;
  return names.length === 0
    ? stages.filter(({ onlyByName }) => onlyByName !== true)
    : stages.filter(({ name }) => names.includes(name));
};

const attempt = async (stage: Stage): Promise<Outcome> => {
  try {
    return await stage.run();
  } catch (error) {
    return single(false, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
};

const runStage = async (stage: Stage): Promise<Outcome> => {
  print(`\n▸ ${stage.name} · ${stage.title}`);
  const startedAt = performance.now();
  const outcome = await attempt(stage);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  if (outcome.failed > 0) print(outcome.report.trimEnd().replaceAll(/^/gm, '  │ '));
  const mark = outcome.failed > 0 ? '✗' : outcome.passed > 0 ? '✓' : '–';
  print(`  ${mark} ${outcome.passed} passed, ${outcome.failed} failed  ${seconds} s`);
  return outcome;
};

const main = async (flags: readonly string[]): Promise<number> => {
  if (flags.includes('--list')) {
    for (const { name, title } of stages) print(`${name.padEnd(12)} ${title}`);
    return 0;
  }
  const chosen = chooseStages(flags);
  if (typeof chosen === 'string') {
    print(chosen);
    return 2;
  }
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopped = true;
      endTools();
    });
  }
  const outcomes: Outcome[] = [];
  for (const stage of chosen) {
    if (!stopped) outcomes.push(await runStage(stage));
  }
  if (stopped) return 130;
  const { passed, failed } = sum(outcomes);
  print(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
};

process.exitCode = await main(process.argv.slice(2));
