/**
 * Hears of new notices without asking again and again. One window of the browser holds the stream and tells the others,
 * for a browser opens six connections to one server and a stream holds one of them for good.
 */
import { noticeStream } from '#contract/channel.ts';

export type Unread = { readonly unread: number; readonly latest: number };

export type NoticeEars = {
  readonly changed: (now: Unread) => void;
  /** The session is over. */
  readonly over: () => void;
};

/** Milliseconds before the next attempt: doubled after each failure, never in step with other browsers. */
export const pauseAfter = (failures: number, dice: number): number =>
  Math.min(2_000 * 2 ** failures, 300_000) * (0.5 + dice);

const readUnread = (text: string): Unread | null => {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' &&
    value !== null &&
    'unread' in value &&
    'latest' in value &&
    typeof value.unread === 'number' &&
    typeof value.latest === 'number'
    ? { unread: value.unread, latest: value.latest }
    : null;
};

/** Keeps a stream open until it is told to stop. */
const keepOpen = (hear: (now: Unread) => void, over: () => void): (() => void) => {
  let source: EventSource | null = null;
  let timer = 0;
  let failures = 0;
  const open = (): void => {
    const next = new EventSource(noticeStream.path);
    source = next;
    next.addEventListener('unread', ({ data }: MessageEvent<string>) => {
      failures = 0;
      const now = readUnread(data);
      if (now !== null) hear(now);
    });
    next.addEventListener('over', () => {
      failures += 1;
      over();
    });
    // The browser's own reconnecting knows no back-off.
    next.addEventListener('error', () => {
      next.close();
      window.clearTimeout(timer);
      timer = window.setTimeout(open, pauseAfter(failures, Math.random()));
      failures += 1;
    });
  };
  open();
  return () => {
    window.clearTimeout(timer);
    source?.close();
  };
};

/** Answers with what stops it. `personId`: who is signed in; the windows of another share nothing with his. Where the browser cannot share one stream there is none, and the page asks now and then. */
export const followNotices = (personId: number, { changed, over }: NoticeEars): (() => void) => {
  // Not in every browser, and only where the page came over a secure connection.
  const { locks } = navigator as { readonly locks?: LockManager };
  if (locks === undefined || typeof BroadcastChannel === 'undefined') return () => undefined;
  const shared = `luoshi.notices.${personId}`;
  const windows = new BroadcastChannel(shared);
  windows.addEventListener('message', ({ data }: MessageEvent<Unread>) => changed(data));
  const stopped = new AbortController();
  const lead = (): Promise<void> =>
    new Promise((resolve) => {
      const close = keepOpen((now) => {
        changed(now);
        windows.postMessage(now);
      }, over);
      stopped.signal.addEventListener('abort', () => {
        close();
        resolve();
      });
    });
  locks.request(shared, { signal: stopped.signal }, lead).catch(() => undefined);
  return () => {
    stopped.abort();
    windows.close();
  };
};
