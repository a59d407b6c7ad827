import { mkdtempSync, rmSync } from 'node:fs';
import { startEmbedded } from '#server/platform/db/embedded.ts';
import { openHome } from '#server/platform/home.ts';

/** A PostgreSQL of its own for tests, in a temporary folder. */
export type TestServer = {
  readonly version: string;
  /** URL of a maintenance database as the owner; tests make their databases from there. */
  readonly ownerUrl: string;
  /** The same as the application's role. */
  readonly appUrl: string;
  /** Stops it and removes everything. */
  stop(): Promise<void>;
};

// A test server need not survive a crash: without waiting for the disk a database is made several times faster.
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
  autovacuum: 'off',
};

/** Starts one. `programs`: folder with the PostgreSQL programs; unless told, those of the npm package. */
export const startTestServer = async (programs?: string): Promise<TestServer> => {
  const folder = mkdtempSync('/tmp/luoshi-test-');
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const embedded = await startEmbedded({
      // The folder itself: below another closed one, the user that PostgreSQL runs as for root could not reach it.
      home: openHome(folder),
      settings,
      ...(programs !== undefined && { programs }),
    });
    return {
      version: embedded.version,
      ownerUrl: embedded.ownerUrl,
      appUrl: embedded.appUrl,
      stop: async () => {
        await embedded.stop('immediate');
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
};
