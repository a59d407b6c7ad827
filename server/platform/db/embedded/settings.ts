/** PostgreSQL settings, name → value as it would stand in postgresql.conf. */
export type Settings = Readonly<Record<string, string>>;

export type Machine = {
  /** Bytes of memory that we may use. */
  readonly memory: number;
  /** Bytes free for shared memory segments (/dev/shm); undefined where the system has no such limit. */
  readonly sharedMemory: number | undefined;
};

const mebibyte = 1024 * 1024;

const inMebibytes = (bytes: number, least: number, most: number): string =>
  `${Math.round(Math.min(Math.max(bytes / mebibyte, least), most))}MB`;

/**
 * Settings for a PostgreSQL that shares a machine of 4–24 GB with the web server beside it.
 * Durability is never traded: fsync, full_page_writes and synchronous_commit stay on.
 */
export const serverSettings = ({ memory, sharedMemory }: Machine): Settings => ({
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  shared_buffers: inMebibytes(memory / 8, 128, 2048),
  effective_cache_size: inMebibytes(memory / 2, 512, 16_384),
  work_mem: inMebibytes(memory / 512, 8, 32),
  maintenance_work_mem: inMebibytes(memory / 32, 64, 512),
  min_wal_size: '128MB',
  max_wal_size: '2GB',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  // Containers often allow 64 MB of /dev/shm, less than one parallel hash join may ask for.
  dynamic_shared_memory_type: sharedMemory !== undefined && sharedMemory < 512 * mebibyte ? 'mmap' : 'posix',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  default_text_search_config: 'pg_catalog.simple',
  password_encryption: 'scram-sha-256',
  // The log must not repeat what people wrote: no statements, no "Key (…)=(…)" details.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '%m [%p] %u@%d ',
});

/** The text of a configuration file with these settings. */
export const settingsFile = (settings: Settings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('');

/** Reads `name=value;name=value`, the form of the environment's LUOSHI_PG_SETTINGS. */
export const parseSettings = (text: string): Settings =>
  Object.fromEntries(
    text
      .split(';')
      .map((part) => part.split('=').map((side) => side.trim()))
      .filter(([name]) => name !== undefined && name !== '')
      .map(([name = '', ...value]) => [name, value.join('=')]),
  );
