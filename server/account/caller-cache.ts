/**
 * Remembers for less than a second who a token belongs to: a page's requests cost one look-up, and a permission
 * that was taken away is gone within a second (check 26 of our list: ≤ 1 s).
 */
/** When this process last saw a token in use, and when it last wrote that down: once a minute at most. */
export type Use = { readonly seenAt: number; readonly wroteAt: number };

const unused: Use = { seenAt: 0, wroteAt: 0 };

type Entry<T> = { readonly value: T; readonly loadedAt: number };

export type CallerCache<T> = {
  /** `key`: the token's kind, jurisdiction and hash. Times are milliseconds since 1970. */
  readonly find: (key: string, now: number) => T | undefined;
  readonly keep: (key: string, value: T, now: number) => void;
  readonly useOf: (key: string) => Use;
  readonly noteUse: (key: string, use: Use) => void;
  /** What is known of a person is about to change in a transaction that has yet to commit. */
  readonly distrust: (personKey: string, now: number) => void;
};

const lifetime = 1_000;
/** Longer than the transaction that makes the change takes to commit. */
const distrustFor = 2_000;
const most = 20_000;

const bounded = <V>(map: Map<string, V>, key: string, value: V): void => {
  map.delete(key);
  map.set(key, value);
  if (map.size <= most) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
};

export const callerCache = <T extends { readonly personKey: string }>(): CallerCache<T> => {
  const entries = new Map<string, Entry<T>>();
  const uses = new Map<string, Use>();
  const distrusted = new Map<string, number>();
  const trusts = (personKey: string, now: number): boolean => {
    const until = distrusted.get(personKey);
    if (until !== undefined && now >= until) distrusted.delete(personKey);
    return until === undefined || now >= until;
  };
  return {
    find: (key, now) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      const age = now - entry.loadedAt;
      return age >= 0 && age < lifetime && trusts(entry.value.personKey, now) ? entry.value : undefined;
    },
    keep: (key, value, now) => {
      if (trusts(value.personKey, now)) bounded(entries, key, { value, loadedAt: now });
    },
    useOf: (key) => uses.get(key) ?? unused,
    noteUse: (key, use) => bounded(uses, key, use),
    distrust: (personKey, now) => bounded(distrusted, personKey, now + distrustFor),
  };
};
