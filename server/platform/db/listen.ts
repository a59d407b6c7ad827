/** One connection that hears what transactions tell by NOTIFY; apart from the pools, for it is never given back. */
import pg from 'pg';

export type Listening = { readonly stop: () => Promise<void> };

export type Ears = {
  /** A NOTIFY on the channel; those of one transaction with the same payload are one. */
  readonly heard: (payload: string) => void;
  /** The connection stands (again): whatever was said before was missed. */
  readonly up: () => void;
};

const waits = [200, 1_000, 3_000, 10_000];

/** Listens until it is stopped, and comes back by itself whenever the database was gone. `channel`: a plain name. */
export const listen = (url: string, channel: string, ears: Ears): Listening => {
  let stopped = false;
  let client: pg.Client | null = null;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const lose = (lost: pg.Client): void => {
    if (client !== lost) return;
    client = null;
    lost.end().catch(() => undefined);
    if (stopped) return;
    timer = setTimeout(attempt, waits[Math.min(failures, waits.length - 1)]);
    timer.unref();
    failures += 1;
  };
  const start = async (next: pg.Client): Promise<void> => {
    await next.connect();
    await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    if (stopped || client !== next) return;
    failures = 0;
    ears.up();
  };
  const begin = async (next: pg.Client): Promise<void> => {
    try {
      await start(next);
    } catch {
      lose(next);
    }
  };
  function attempt(): void {
    const next = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 });
    client = next;
    next.on('notification', ({ payload }) => ears.heard(payload ?? ''));
    next.on('error', () => lose(next));
    next.on('end', () => lose(next));
    void begin(next);
  }
  attempt();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      const held = client;
      client = null;
      await held?.end().catch(() => undefined);
    },
  };
};
