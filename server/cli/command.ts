/** What a command of the command line is. Exit codes: 0 done, 1 failed or refused, 2 wrong use. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Text } from '#core/words.ts';

export type Io = {
  readonly env: NodeJS.ProcessEnv;
  /** Results. */
  readonly out: (text: string) => void;
  /** Everything else: progress, complaints. */
  readonly err: (text: string) => void;
};

export type Command = {
  readonly name: string;
  readonly summary: Text;
  /** One line each, after `luoshi <name>`. */
  readonly usage: readonly string[];
  /** What an option does, by its spelling. */
  readonly options: readonly (readonly [string, Text])[];
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
};

/** The person at the terminal gave what the command does not understand: exit code 2, with its help. */
export class WrongUse extends Error {
  readonly zh: string;
  readonly en: string;
  /** `said`: what was wrong or is wanted; where it is no spelling of the command line itself, in both languages. */
  constructor(said: string, en: string = said) {
    super(en);
    this.zh = said;
    this.en = en;
  }
}

type Options = NonNullable<ParseArgsConfig['options']>;

const codeOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault ? String(fault.code) : '';

/** What Node says of arguments in English only, said in both languages. */
const explain = (args: readonly string[], options: Options, fault: unknown): WrongUse => {
  const message = fault instanceof Error ? fault.message : String(fault);
  const quoted = /'([^']+)'/.exec(message)?.[1] ?? '';
  const name = quoted.split(/[ ,=]/).find((word) => word.startsWith('--')) ?? quoted;
  if (codeOf(fault) === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return new WrongUse(`没有 ${name} 这个选项`, `there is no option ${name}`);
  if (codeOf(fault) !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return new WrongUse(message);
  const takes = options[name.replace(/^--/, '')]?.type === 'string';
  const given = args.some((one) => one.startsWith(`${name}=`));
  return takes && !given
    ? new WrongUse(`${name} 后面缺少内容`, `${name} needs a value`)
    : new WrongUse(`${name} 后面不带内容`, `${name} takes no value`);
};

/** Splits the arguments of a command. Throws `WrongUse` for an unknown option or a missing value. */
export const readArgs = <const O extends Options>(args: readonly string[], options: O) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (fault) {
    throw explain(args, options, fault);
  }
};

export const both = (zh: string, en: string): string => `${zh}\n  ${en}\n`;

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A whole number of an option; undefined when it was not given. */
export const wholeOption = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new WrongUse(`--${name}: ${text}`);
  return Number(text);
};

/** One word of several. */
export const oneOf = <const W extends string>(name: string, text: string, words: readonly W[]): W => {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new WrongUse(`--${name}: ${words.join(' | ')}`);
  return found;
};
