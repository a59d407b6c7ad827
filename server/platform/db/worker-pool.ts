import pg from 'pg';

/** Connections of the queue, apart from those of requests, so that neither waits for the other. */
export const openWorkerPool = (appUrl: string, max: number): pg.Pool => {
  const pool = new pg.Pool({ connectionString: appUrl, max, idleTimeoutMillis: 30_000 });
  // A broken connection is replaced at the next use; without listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};
