/**
 * Keeps what is written: at once on the device, shortly after on the server; begun there once, one save at a time,
 * again and again until it has arrived. A save whose answer was lost may have arrived: it is remembered until a
 * definite answer comes, and its own traces are never taken for somebody else's change. Time, storage and server are
 * given, so that every order of events can be tried.
 */
import { same } from '#contract/same.ts';
import {
  type Changes,
  changesBetween,
  mergeTexts,
  type Text,
  type TextField,
  wholeOf,
  type Writing,
} from './writing.ts';

/** What outlives the page. `base`: as the server is known to have it, at `version`. */
export type Kept = {
  readonly organId: number;
  /** Null: the server knows nothing of it yet. */
  readonly submissionId: number | null;
  readonly version: number;
  readonly base: Writing;
  readonly content: Writing;
  /** Texts of saves whose answer was lost; any of them may stand on the server. */
  readonly unsure: readonly Text[];
};

export type Refused =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'stale'; readonly version: number; readonly theirs: Text }
  | { readonly kind: 'refused'; readonly detail: string };
export type Answer<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Refused);

export type KeeperPorts = {
  /** Begins it; the same one however often it is asked. */
  readonly start: () => Promise<Answer<{ readonly id: number; readonly version: number }>>;
  readonly edit: (
    submissionId: number,
    version: number,
    changes: Changes,
  ) => Promise<Answer<{ readonly version: number }>>;
  /** False: the device refuses to keep it. */
  readonly keep: (kept: Kept) => boolean;
  readonly drop: (kept: Kept) => void;
  /** The present moment. */
  readonly clock: () => string;
  readonly later: (run: () => void, milliseconds: number) => () => void;
};

/** `kept`: not on the server yet, which could not be reached. `clash`: somebody changed the same part. */
export type SaveState = 'saved' | 'typed' | 'saving' | 'kept' | 'refused' | 'clash';

export type Clash = {
  readonly theirs: Text;
  readonly version: number;
  readonly fields: readonly TextField[];
};

export type OnPage = Kept & {
  readonly state: SaveState;
  readonly refusal: string;
  readonly clash: Clash | null;
  readonly onDevice: boolean;
  /** When it last arrived; null: not since the page was opened. */
  readonly savedAt: string | null;
};

export type WritingKeeper = {
  readonly now: () => OnPage;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (content: Writing) => void;
  /** Sends at once what has not arrived. True: everything is on the server. */
  readonly flush: () => Promise<boolean>;
  /** The author has seen both texts and says how it shall read. */
  readonly settle: (text: Text) => void;
  /** What the server has now, where nothing of this page waits to be sent: others sign, and that counts as a change. */
  readonly learn: (version: number, content: Writing) => void;
  /** Handed in or discarded: nothing is sent or kept any more. */
  readonly stop: () => void;
};

const saveAfter = 1_500;
const retryAfter = 10_000;

const isUnsent = ({ base, content, unsure }: Kept): boolean =>
  unsure.length > 0 || changesBetween(base, content) !== null;

/** What the answer `stale` teaches: whether it was our own save, or what to join, or what clashes. */
const afterStale = (kept: Kept, { version, theirs }: { version: number; theirs: Text }): Kept | Clash => {
  if (kept.unsure.some((text) => same(text, theirs)))
    return { ...kept, version, base: { ...kept.base, text: theirs } };
  const { text, clashes } = mergeTexts(kept.base.text, kept.content.text, theirs);
  if (clashes.length > 0) return { theirs, version, fields: clashes };
  return { ...kept, version, base: { ...kept.base, text: theirs }, content: { ...kept.content, text } };
};

const keptOf = ({ organId, submissionId, version, base, content, unsure }: Kept): Kept => ({
  organId,
  submissionId,
  version,
  base,
  content,
  unsure,
});

/** What the page shows, and what the device keeps of it; after `stop` nothing changes any more. */
type Desk = Pick<WritingKeeper, 'now' | 'subscribe' | 'stop'> & {
  readonly set: (change: Partial<OnPage>) => void;
  /** The same, and the device follows: only what has settled may leave it. */
  readonly note: (change: Partial<OnPage>) => void;
  readonly isStopped: () => boolean;
};

const newDesk = (opened: Kept, ports: KeeperPorts): Desk => {
  const listeners = new Set<() => void>();
  const state = isUnsent(opened) ? 'typed' : 'saved';
  let page: OnPage = { ...opened, state, refusal: '', clash: null, onDevice: true, savedAt: null };
  let stopped = false;
  const set: Desk['set'] = (change) => {
    if (stopped) return;
    page = { ...page, ...change };
    for (const listener of listeners) listener();
  };
  const follow = (kept: Kept): boolean => {
    if (isUnsent(kept)) return ports.keep(kept);
    ports.drop(kept);
    return true;
  };
  return {
    now: () => page,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    note: (change) => {
      if (!stopped) set({ ...change, onDevice: follow(keptOf({ ...page, ...change })) });
    },
    isStopped: () => stopped,
    stop: () => {
      stopped = true;
      ports.drop(keptOf({ ...page, content: page.base, unsure: [] }));
    },
  };
};

const begin = async (desk: Desk, ports: KeeperPorts): Promise<Refused | null> => {
  if (desk.now().submissionId !== null) return null;
  const answer = await ports.start();
  if (!answer.ok) return answer;
  desk.note({ submissionId: answer.value.id, version: answer.value.version });
  return null;
};

/** One save; null: it arrived, or there was nothing to say. */
const save = async (desk: Desk, ports: KeeperPorts): Promise<Refused | null> => {
  const refused = await begin(desk, ports);
  const { submissionId, version, content, base, unsure } = desk.now();
  if (refused !== null || submissionId === null || desk.isStopped()) return refused;
  const changes = unsure.length > 0 ? wholeOf(content) : changesBetween(base, content);
  if (changes === null) return null;
  desk.note({ unsure: [...unsure.filter((text) => !same(text, content.text)), content.text] });
  const answer = await ports.edit(submissionId, version, changes);
  if (answer.ok) desk.note({ version: answer.value.version, base: content, unsure: [] });
  else if (answer.kind === 'refused' && desk.now().unsure.length === 1) desk.note({ unsure: [] });
  return answer.ok ? null : answer;
};

/** What a refusal leads to. Answers after how many milliseconds it is tried again; null: not by itself. */
const settleRefusal = (desk: Desk, refused: Refused, sent: Writing): number | null => {
  const page = desk.now();
  // Typed and taken back before anything arrived.
  if (!isUnsent(page)) {
    desk.set({ state: 'saved' });
    return null;
  }
  if (refused.kind === 'unreachable') {
    desk.set({ state: 'kept' });
    return retryAfter;
  }
  if (refused.kind === 'refused') {
    if (!same(sent, page.content)) return saveAfter;
    desk.set({ state: 'refused', refusal: refused.detail });
    return null;
  }
  const after = afterStale(page, refused);
  if ('fields' in after) {
    desk.set({ state: 'clash', clash: after });
    return null;
  }
  desk.note(after);
  return 0;
};

/** One attempt and what comes of it; answers as `settleRefusal`. */
const send = async (desk: Desk, ports: KeeperPorts): Promise<number | null> => {
  const { content } = desk.now();
  desk.set({ state: 'saving', refusal: '' });
  const refused = await save(desk, ports);
  if (desk.isStopped()) return null;
  if (refused !== null) return settleRefusal(desk, refused, content);
  const unsent = isUnsent(desk.now());
  desk.set(unsent ? { state: 'typed' } : { state: 'saved', savedAt: ports.clock() });
  return unsent ? saveAfter : null;
};

export const newWritingKeeper = (opened: Kept, ports: KeeperPorts): WritingKeeper => {
  const desk = newDesk(opened, ports);
  const { now, set, note, subscribe } = desk;
  let running: Promise<void> | null = null;
  let forget = (): void => undefined;

  const schedule = (milliseconds: number | null): void => {
    forget();
    if (milliseconds !== null) forget = ports.later(() => void flush(), milliseconds);
  };
  const flush = async (): Promise<boolean> => {
    forget();
    if (running !== null) await running;
    if (desk.isStopped() || now().clash !== null) return false;
    if (!isUnsent(now())) return now().submissionId !== null;
    running ??= send(desk, ports)
      .then(schedule)
      .finally(() => {
        running = null;
      });
    await running;
    return now().state === 'saved';
  };
  const change = (content: Writing): void => {
    if (desk.isStopped()) return;
    note({ content });
    if (now().clash !== null) return;
    const unsent = isUnsent(now());
    set({ state: running !== null ? 'saving' : unsent ? 'typed' : 'saved', refusal: '' });
    if (running === null && unsent) schedule(saveAfter);
  };
  const settle = (text: Text): void => {
    const { clash, base, content } = now();
    if (clash === null) return;
    const { theirs, version } = clash;
    note({
      version,
      base: { ...base, text: theirs },
      content: { ...content, text },
      clash: null,
      state: 'typed',
    });
    void flush();
  };
  const learn = (version: number, content: Writing): void => {
    if (!isUnsent(now()) && running === null) note({ version, base: content, content });
  };
  const stop = (): void => {
    forget();
    desk.stop();
  };
  if (isUnsent(opened)) schedule(saveAfter);
  return { now, subscribe, change, flush, settle, learn, stop };
};
