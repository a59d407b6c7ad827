/**
 * Keeps what is written: at once on the device, shortly after on the server; begun there once, one save at a time,
 * again and again until it has arrived. A save whose answer was lost may have arrived: it is remembered until a
 * definite answer comes, and its own traces are never taken for somebody else's change. Time, storage and server are
 * given, so that every order of events can be tried.
 */
import {
  type Changes,
  changesBetween,
  mergeTexts,
  same,
  type Text,
  type TextField,
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

/** Everything, where nobody knows what the server has. */
const wholeOf = (content: Writing): Changes => ({
  text: content.text,
  form: content.form,
  fileIds: content.files.map(({ id }) => id),
  collective: {
    proposerType: content.collective.proposerType,
    bodyName: content.collective.bodyName,
    sealFileId: content.collective.seal?.id ?? null,
  },
});

/** What the answer `stale` teaches: whether it was our own save, or what to join, or what clashes. */
const afterStale = (kept: Kept, { version, theirs }: { version: number; theirs: Text }): Kept | Clash => {
  if (kept.unsure.some((text) => same(text, theirs)))
    return { ...kept, version, base: { ...kept.base, text: theirs } };
  const { text, clashes } = mergeTexts(kept.base.text, kept.content.text, theirs);
  if (clashes.length > 0) return { theirs, version, fields: clashes };
  return { ...kept, version, base: { ...kept.base, text: theirs }, content: { ...kept.content, text } };
};

export const newWritingKeeper = (opened: Kept, ports: KeeperPorts): WritingKeeper => {
  const listeners = new Set<() => void>();
  let page: OnPage = { ...opened, state: 'saved', refusal: '', clash: null, onDevice: true };
  let running: Promise<void> | null = null;
  let forget = (): void => undefined;
  let stopped = false;

  const set = (change: Partial<OnPage>): void => {
    page = { ...page, ...change };
    for (const listener of listeners) listener();
  };
  const keptOf = ({ organId, submissionId, version, base, content, unsure }: OnPage): Kept => ({
    organId,
    submissionId,
    version,
    base,
    content,
    unsure,
  });
  /** What is on its way may arrive after this: only what has settled may leave the device. */
  const note = (change: Partial<OnPage> = {}): void => {
    const next = { ...page, ...change };
    const onDevice = isUnsent(next) ? ports.keep(keptOf(next)) : (ports.drop(keptOf(next)), true);
    set({ ...change, onDevice });
  };
  const schedule = (milliseconds: number): void => {
    forget();
    forget = ports.later(() => void flush(), milliseconds);
  };

  const begin = async (): Promise<Refused | null> => {
    if (page.submissionId !== null) return null;
    const answer = await ports.start();
    if (!answer.ok) return answer;
    if (!stopped) note({ submissionId: answer.value.id, version: answer.value.version });
    return null;
  };

  /** One save; null: it arrived, or there was nothing to say. */
  const save = async (): Promise<Refused | null> => {
    const refused = await begin();
    const { submissionId, version, content } = page;
    if (refused !== null || submissionId === null || stopped) return refused;
    const changes = page.unsure.length > 0 ? wholeOf(content) : changesBetween(page.base, content);
    if (changes === null) return null;
    note({ unsure: [...page.unsure.filter((text) => !same(text, content.text)), content.text] });
    const answer = await ports.edit(submissionId, version, changes);
    if (stopped) return null;
    if (answer.ok) note({ version: answer.value.version, base: content, unsure: [] });
    else if (answer.kind === 'refused' && page.unsure.length === 1) note({ unsure: [] });
    return answer.ok ? null : answer;
  };

  const settleRefusal = (refused: Refused, sent: Writing): void => {
    // Typed and taken back before anything arrived.
    if (!isUnsent(page)) set({ state: 'saved' });
    else if (refused.kind === 'unreachable') {
      set({ state: 'kept' });
      schedule(retryAfter);
    } else if (refused.kind === 'stale') {
      const after = afterStale(page, refused);
      if ('fields' in after) return set({ state: 'clash', clash: after });
      note(after);
      schedule(0);
    } else if (same(sent, page.content)) set({ state: 'refused', refusal: refused.detail });
    else schedule(saveAfter);
  };

  const send = async (): Promise<void> => {
    const { content } = page;
    set({ state: 'saving', refusal: '' });
    const refused = await save();
    if (stopped) return;
    if (refused !== null) settleRefusal(refused, content);
    else if (isUnsent(page)) {
      set({ state: 'typed' });
      schedule(saveAfter);
    } else set({ state: 'saved' });
  };

  const flush = async (): Promise<boolean> => {
    forget();
    if (running !== null) await running;
    if (stopped || page.clash !== null) return false;
    if (!isUnsent(page)) return page.submissionId !== null;
    running ??= send().finally(() => {
      running = null;
    });
    await running;
    return page.state === 'saved';
  };

  const change = (content: Writing): void => {
    if (stopped) return;
    note({ content });
    if (page.clash !== null) return;
    set({ state: running !== null ? 'saving' : isUnsent(page) ? 'typed' : 'saved', refusal: '' });
    if (running === null && isUnsent(page)) schedule(saveAfter);
  };

  const settle = (text: Text): void => {
    if (page.clash === null) return;
    const { theirs, version } = page.clash;
    note({
      version,
      base: { ...page.base, text: theirs },
      content: { ...page.content, text },
      clash: null,
      state: 'typed',
    });
    void flush();
  };

  if (isUnsent(page)) {
    page = { ...page, state: 'typed' };
    schedule(saveAfter);
  }
  return {
    now: () => page,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    flush,
    settle,
    learn: (version, content) => {
      if (!isUnsent(page) && running === null && !stopped) note({ version, base: content, content });
    },
    stop: () => {
      stopped = true;
      forget();
      ports.drop(keptOf({ ...page, content: page.base, unsure: [] }));
    },
  };
};
