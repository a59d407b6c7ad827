import { readFileSync, statfsSync } from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { explainFileError, type Home, startupProblem } from '#server/platform/home.ts';
import { findBinaries } from './embedded/binaries.ts';
import { ensureCluster } from './embedded/cluster.ts';
import { databaseUrl, type Login, tryConnect } from './embedded/connect.ts';
import { type Holder, type Lock, takeLock } from './embedded/lock.ts';
import { findPlace, type Place, socketFolder } from './embedded/place.ts';
import { appRole, ensureRolesAndDatabase, mainDatabase, ownerRole } from './embedded/roles.ts';
import { parseSettings, type Settings } from './embedded/settings.ts';
import { type Notice, type Server, supervise } from './embedded/supervise.ts';

/** A PostgreSQL that belongs to one home folder and runs beside us, behind a private Unix socket. */
export type Embedded = {
  /** Database "luoshi" as its owner (superuser): migrations. Read by node-postgres and by psql. */
  readonly ownerUrl: string;
  /** The same database as the application's role, which obeys row-level security. */
  readonly appUrl: string;
  /** As the server says it, for instance "18.4". */
  readonly version: string;
  /** started: by us; adopted: left running by a killed process of ours; attached: it belongs to another live process. */
  readonly origin: 'started' | 'adopted' | 'attached';
  /** Process number of the postmaster now. It changes when the server had to be started again. */
  readonly pid: number;
  /** Ends the server (not when attached) and gives the home folder free. May be called more than once. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
};

export type EmbeddedOptions = {
  readonly home: Home;
  /** Told about long waits and restarts, one sentence in each language. */
  readonly log?: Notice;
  /** More settings, or others (crash tests). Unless told, LUOSHI_PG_SETTINGS ("name=value;…"). */
  readonly settings?: Settings;
  /** Folder with the PostgreSQL programs to use. Unless told, LUOSHI_PG_BIN, else the npm package's, else installed. */
  readonly programs?: string;
  /** Use the server of another live Luoshi process on this home, instead of refusing. For the command line. */
  readonly attach?: boolean;
};

const lockOf = (home: Home): Lock => {
  try {
    return takeLock(home);
  } catch (error) {
    throw explainFileError(error, home.path);
  }
};

const inUse = (home: Home, by: Holder): Error =>
  startupProblem(
    'home-in-use',
    `另一个落实进程(pid ${by.pid}:${by.command})正在使用 ${home.path}。请先停止它,或用 LUOSHI_HOME 指定另一个文件夹。`,
    `Another Luoshi process (pid ${by.pid}: ${by.command}) is using ${home.path}. Stop it first, or name another folder with LUOSHI_HOME.`,
  );

type Logins = { readonly owner: Login; readonly app: Login };

const loginsOf = (home: Home): Logins => ({
  owner: { user: ownerRole, password: home.secret('pg-owner', 24) },
  app: { user: appRole, password: home.secret('pg-app', 24) },
});

const urlsOf = (socket: string, { owner, app }: Logins) => ({
  ownerUrl: databaseUrl(socket, owner, mainDatabase),
  appUrl: databaseUrl(socket, app, mainDatabase),
});

const memoryLimit = (): number => {
  const allowed = process.constrainedMemory();
  return allowed > 0 ? Math.min(os.totalmem(), allowed) : os.totalmem();
};

const sharedMemory = (): number | undefined => {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize;
  } catch {
    return undefined;
  }
};

const start = async (
  options: EmbeddedOptions,
): Promise<{ server: Server; place: Place; socket: string; version: string }> => {
  const { home, log = () => undefined } = options;
  const logins = loginsOf(home);
  const place = findPlace(home);
  const binaries = await findBinaries(place, options.programs ?? process.env['LUOSHI_PG_BIN']);
  await ensureCluster(binaries, place, logins.owner);
  const socket = socketFolder(place);
  const server = await supervise({
    binaries,
    place,
    socket,
    machine: { memory: memoryLimit(), sharedMemory: sharedMemory() },
    settings: options.settings ?? parseSettings(process.env['LUOSHI_PG_SETTINGS'] ?? ''),
    url: databaseUrl(socket, logins.owner, 'postgres'),
    log,
  });
  try {
    const version = await server.withOwner(async (owner) => {
      await ensureRolesAndDatabase(owner, {
        url: urlsOf(socket, logins).appUrl,
        password: logins.app.password,
      });
      const shown = await owner.query<{ server_version: string }>('show server_version');
      return shown.rows[0]?.server_version.split(' ')[0] ?? binaries.version;
    });
    return { server, place, socket, version };
  } catch (error) {
    await server.stop('fast');
    throw error;
  }
};

/** Waits for the server of the process that holds the home; undefined when that process has ended instead. */
const attach = async (home: Home, isHeld: () => boolean): Promise<Embedded | undefined> => {
  const place = findPlace(home);
  const urls = urlsOf(socketFolder(place), loginsOf(home));
  while (isHeld()) {
    const answer = await tryConnect(urls.ownerUrl).catch(() => undefined);
    if (answer?.kind === 'ready') {
      const shown = await answer.client.query<{ server_version: string }>('show server_version');
      await answer.client.end();
      const pid = Number.parseInt(readFileSync(`${place.data}/postmaster.pid`, 'utf8'), 10);
      const version = shown.rows[0]?.server_version.split(' ')[0] ?? '';
      return { ...urls, version, origin: 'attached', pid, stop: async () => undefined };
    }
    await sleep(100);
  }
  return undefined;
};

/**
 * Starts the embedded PostgreSQL of a home folder, or takes over the one that a killed process left running, and
 * waits until it answers (crash recovery included). When the server dies, it is started again until `stop`.
 * @throws StartupProblem home-in-use, home-not-writable, disk-full, secret-damaged, root-without-user, data-missing,
 *   no-postgres, postgres-version, postgres-not-runnable, initdb-failed, postgres-failed, database-password
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const { home } = options;
  for (;;) {
    const lock = lockOf(home);
    if (lock.kind === 'held') {
      if (!options.attach) throw inUse(home, lock.by);
      const attached = await attach(home, () => lock.isHeld());
      if (attached !== undefined) return attached;
      continue;
    }
    try {
      const { server, socket, version } = await start(options);
      const endSuddenly = (): void => {
        server.abandon();
        lock.release();
      };
      process.once('exit', endSuddenly);
      return {
        ...urlsOf(socket, loginsOf(home)),
        version,
        origin: server.adopted ? 'adopted' : 'started',
        get pid() {
          return server.pid();
        },
        stop: async (mode = 'fast') => {
          await server.stop(mode);
          lock.release();
          process.off('exit', endSuddenly);
        },
      };
    } catch (error) {
      lock.release();
      throw explainFileError(error, home.path);
    }
  }
};
