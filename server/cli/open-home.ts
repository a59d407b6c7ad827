/** Where the data are: the embedded PostgreSQL of LUOSHI_HOME, or the one that DATABASE_URL names. */
import type { Config } from '../platform/config.ts';
import { type Embedded, startEmbedded } from '../platform/db/embedded.ts';
import { migrate } from '../platform/db/migrate.ts';
import { type Home, openHome } from '../platform/home.ts';

export type Place = {
  readonly home: Home;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** What the operator reads at the start. */
  readonly database: string;
  readonly embedded: Embedded | null;
  readonly stop: () => Promise<void>;
};

/** The product's own role for a database that only one URL names: taken at connection, so that RLS holds. */
export const asAppRole = (databaseUrl: string): string =>
  // By hand: a URL that names a socket and no host (postgresql://owner@/luoshi?host=/run/…) is none to `URL`.
  `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}options=-c%20role%3Dluoshi_app`;

/** Opens the data folder and its database, migrated. `attach`: use the server of a running Luoshi. */
export const openPlace = async (
  config: Config,
  log: (zh: string, en: string) => void,
  attach: boolean,
): Promise<Place> => {
  const home = openHome(config.home);
  if (config.databaseUrl !== undefined) {
    await migrate(config.databaseUrl);
    return {
      home,
      ownerUrl: config.databaseUrl,
      appUrl: config.databaseAppUrl ?? asAppRole(config.databaseUrl),
      database: 'DATABASE_URL',
      embedded: null,
      stop: async () => undefined,
    };
  }
  const embedded = await startEmbedded({ home, attach, log: (zh, en) => log(zh, en) });
  await migrate(embedded.ownerUrl);
  return {
    home,
    ownerUrl: embedded.ownerUrl,
    appUrl: embedded.appUrl,
    database: `PostgreSQL ${embedded.version}`,
    embedded,
    stop: () => embedded.stop(),
  };
};
