import { findInstalled } from '#server/platform/db/embedded/binaries.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { installDebian } from './apt.ts';

/** Which PostgreSQL the database tests run on: the one that comes with Luoshi, or the one of the machine. */
export type ServerKind = 'embedded' | 'system';

/** A running server, and the environment that makes the tests use it (test/support/database.ts reads it). */
export type ServerForTests = TestServer & { readonly environment: Readonly<Record<string, string>> };

/** Programs of the newest PostgreSQL ≥ 15 of the machine; Debian's is installed where there is none and we may. */
const systemPrograms = async (): Promise<string> => {
  const [found] = await findInstalled({});
  if (found !== undefined) return found.folder;
  const problem = await installDebian('postgresql');
  const [installed] = await findInstalled({});
  if (installed !== undefined) return installed.folder;
  throw new Error(
    `本机没有 PostgreSQL 15 或更高版本 · There is no PostgreSQL ≥ 15 on this machine; ${problem ?? ''}`,
  );
};

/**
 * Starts a server of that kind in a temporary folder: the machine's own database service is not touched, only its
 * programs are used.
 */
export const startServerForTests = async (kind: ServerKind): Promise<ServerForTests> => {
  const programs = kind === 'system' ? await systemPrograms() : undefined;
  const server = await startTestServer(programs);
  return {
    ...server,
    environment: {
      LUOSHI_TEST_OWNER_URL: server.ownerUrl,
      LUOSHI_TEST_APP_URL: server.appUrl,
      ...(programs !== undefined && { LUOSHI_PG_BIN: programs }),
    },
  };
};
