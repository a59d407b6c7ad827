/** The environment and the flags, parsed once; the process refuses to start on what it cannot understand. */
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly home: string | undefined;
  /** An owner's connection; absent: the embedded database. */
  readonly databaseUrl: string | undefined;
  /** The product's own role; absent: `databaseUrl` with the role luoshi_app taken at connection. */
  readonly databaseAppUrl: string | undefined;
  readonly demo: boolean;
  /** Requests a minute from one address. */
  readonly rateLimit: number;
  readonly logLevel: string;
  /** Addresses of proxies whose X-Forwarded-For is believed; false: none. */
  readonly trustProxy: string | false;
  readonly poolSize: number;
  /** Where people reach the app, without a slash at its end: for links in mails; null: messages carry none. */
  readonly publicUrl: string | null;
  /** Internal hosts and ranges that channels may connect to, separated by commas; public ones need no mention. */
  readonly outgoingAllow: string;
};

export class ConfigProblem extends Error {}

const whole = (
  name: string,
  text: string | undefined,
  fallback: number,
  min: number,
  max: number,
): number => {
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new ConfigProblem(
      `${name}=${text}：应为 ${min}–${max} 的整数。It must be a whole number from ${min} to ${max}.`,
    );
  return value;
};

const address = (name: string, text: string | undefined): string | null => {
  if (text === undefined || text === '') return null;
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new ConfigProblem(
      `${name}=${text}：应为网址，例如 https://luoshi.example.cn。It must be an address such as https://luoshi.example.cn.`,
    );
  return url.href.replace(/\/+$/, '');
};

/** `flags`: what follows the command, e.g. `--no-demo`. Throws `ConfigProblem` with a sentence for the operator. */
export const readConfig = (env: NodeJS.ProcessEnv, flags: readonly string[]): Config => ({
  port: whole('PORT', env['PORT'], 3000, 0, 65_535),
  host: env['HOST'] ?? '127.0.0.1',
  home: env['LUOSHI_HOME'],
  databaseUrl: env['DATABASE_URL'],
  databaseAppUrl: env['DATABASE_APP_URL'],
  demo: !flags.includes('--no-demo'),
  rateLimit: whole('LUOSHI_RATE_LIMIT', env['LUOSHI_RATE_LIMIT'], 1_200, 1, 100_000_000),
  logLevel: env['LUOSHI_LOG'] ?? 'warn',
  trustProxy: env['LUOSHI_TRUST_PROXY'] ?? false,
  poolSize: whole('LUOSHI_POOL', env['LUOSHI_POOL'], 10, 2, 100),
  publicUrl: address('LUOSHI_PUBLIC_URL', env['LUOSHI_PUBLIC_URL']),
  outgoingAllow: env['LUOSHI_OUTGOING_ALLOW'] ?? '',
});
