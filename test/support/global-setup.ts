import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { startTestServer, type TestServer } from './test-server.ts';

/** Answers each connection with the URLs of one PostgreSQL, which the first connection starts. */
const serveOnDemand = (socket: string): { stop(): Promise<void> } => {
  let started: Promise<TestServer> | undefined;
  const door: Server = createServer((connection) => {
    connection.on('error', () => undefined);
    started ??= startTestServer();
    started.then(
      ({ ownerUrl, appUrl }) => connection.end(JSON.stringify({ ownerUrl, appUrl })),
      (error: unknown) => connection.end(JSON.stringify({ problem: String(error) })),
    );
  });
  door.listen(socket);
  return {
    stop: async () => {
      door.close();
      const server = await started?.catch(() => undefined);
      await server?.stop();
    },
  };
};

/**
 * vitest calls this once for each run. Database tests use the server that LUOSHI_TEST_OWNER_URL and
 * LUOSHI_TEST_APP_URL name (npm test sets them); without these, one embedded server for the whole run is started
 * when the first of them asks, so that a run without database tests starts none.
 */
export const setup = (): (() => Promise<void>) | undefined => {
  if (process.env['LUOSHI_TEST_OWNER_URL'] !== undefined) return undefined;
  const folder = mkdtempSync('/tmp/luoshi-test-door-');
  const socket = path.join(folder, 'door');
  const door = serveOnDemand(socket);
  process.env['LUOSHI_TEST_DOOR'] = socket;
  return async () => {
    await door.stop();
    rmSync(folder, { recursive: true, force: true });
  };
};
