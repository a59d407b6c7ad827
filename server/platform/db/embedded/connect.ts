import pg from 'pg';

export type Login = { readonly user: string; readonly password: string };

/** URL of a database behind a socket folder, as node-postgres and libpq both read it. */
export const databaseUrl = (socket: string, login: Login, database: string): string =>
  `postgresql://${login.user}:${login.password}@/${database}?host=${encodeURIComponent(socket)}&port=5432&sslmode=disable`;

export type Answer =
  | { readonly kind: 'ready'; readonly client: pg.Client }
  /** The server is there but does not take connections yet, or no longer (SQLSTATE 57P03), or has none to spare. */
  | { readonly kind: 'busy' }
  /** Nobody listens. */
  | { readonly kind: 'silent' }
  /** The server does not know this user or password (SQLSTATE class 28). */
  | { readonly kind: 'unknown-login' };

/**
 * Tries to connect once. The caller ends the client.
 * @throws what the server says beyond the four answers
 */
export const tryConnect = async (url: string): Promise<Answer> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return { kind: 'ready', client };
  } catch (error) {
    await client.end().catch(() => undefined);
    if (!(error instanceof pg.DatabaseError)) return { kind: 'silent' };
    if (error.code?.startsWith('28')) return { kind: 'unknown-login' };
    if (error.code === '57P03' || error.code === '57P01' || error.code === '53300') return { kind: 'busy' };
    throw error;
  }
};
