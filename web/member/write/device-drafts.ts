/**
 * Drafts on this device that the server does not have yet, by person: devices are shared in families and offices.
 * A name is `s12` for submission 12, or `d-…` for one that was begun here and has no number yet.
 */
import type { Kept } from './writing-keeper.ts';

export type DraftName = string;
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** `moved`: it has arrived, and is known by its number from now on. */
type Entry = { readonly kept: Kept | null; readonly moved: number | null; readonly at: string };

const prefixOf = (personId: number): string => `luoshi.writing.${personId}.`;

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'kept' in value && 'moved' in value && 'at' in value;

const readEntry = (store: Store, key: string): Entry | null => {
  try {
    const entry: unknown = JSON.parse(store.getItem(key) ?? 'null');
    return isEntry(entry) ? entry : null;
  } catch {
    return null;
  }
};

export const nameOf = (submissionId: number): DraftName => `s${submissionId}`;

export type DeviceDrafts = {
  readonly read: (name: DraftName) => Kept | null;
  /** What is kept of a draft, under whichever of its names: begun here, it may have got its number since. */
  readonly find: (name: DraftName) => { readonly name: DraftName; readonly kept: Kept } | null;
  /** The number under which a draft that was begun here is known now. */
  readonly movedTo: (name: DraftName) => number | null;
  /** False: storage is refused or full. */
  readonly keep: (name: DraftName, kept: Kept, at: string) => boolean;
  readonly drop: (name: DraftName, kept: Kept | null, at: string) => void;
  /** What has not arrived, newest first. */
  readonly list: () => readonly { readonly name: DraftName; readonly kept: Kept; readonly at: string }[];
  /** On signing out: what has arrived leaves no trace; what has not stays for the same person. */
  readonly forgetArrived: () => void;
};

export const deviceDrafts = (personId: number, store: Store): DeviceDrafts => {
  const prefix = prefixOf(personId);
  const names = (): DraftName[] =>
    Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  const write = (name: DraftName, entry: Entry): boolean => {
    try {
      store.setItem(prefix + name, JSON.stringify(entry));
      return true;
    } catch {
      return false;
    }
  };
  const list: DeviceDrafts['list'] = () => {
    try {
      return names()
        .flatMap((name) => {
          const entry = readEntry(store, prefix + name);
          return entry === null || entry.kept === null ? [] : [{ name, kept: entry.kept, at: entry.at }];
        })
        .toSorted((a, b) => (a.at < b.at ? 1 : -1));
    } catch {
      return [];
    }
  };
  return {
    read: (name) => readEntry(store, prefix + name)?.kept ?? null,
    movedTo: (name) => {
      const entry = readEntry(store, prefix + name);
      return entry?.moved ?? entry?.kept?.submissionId ?? null;
    },
    keep: (name, kept, at) => write(name, { kept, moved: null, at }),
    drop: (name, kept, at) => {
      try {
        if (name.startsWith('d-') && kept?.submissionId != null)
          write(name, { kept: null, moved: kept.submissionId, at });
        else store.removeItem(prefix + name);
      } catch {
        // Storage that refuses to be read holds nothing to remove.
      }
    },
    list,
    find: (wanted) =>
      list().find(
        ({ name, kept }) =>
          name === wanted || (kept.submissionId !== null && nameOf(kept.submissionId) === wanted),
      ) ?? null,
    forgetArrived: () => {
      try {
        for (const name of names())
          if (readEntry(store, prefix + name)?.kept == null) store.removeItem(prefix + name);
      } catch {
        // As above.
      }
    },
  };
};

const nowhere: Store = {
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
  key: () => null,
  length: 0,
};

/** The drafts of this person on this device; a browser that refuses storage keeps none. */
export const draftsHere = (personId: number): DeviceDrafts => {
  try {
    return deviceDrafts(personId, localStorage);
  } catch {
    return deviceDrafts(personId, nowhere);
  }
};
