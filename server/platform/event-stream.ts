/** Server-sent events (WHATWG HTML 9.2) on a connection that stays open. */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

export type StreamEvent = { readonly event: string; readonly data: unknown };

export type Sink = {
  /** False: the other side reads too slowly or is gone; the stream has been ended. */
  readonly send: (event: StreamEvent) => boolean;
  /** A line that no script sees; it keeps proxies from taking the connection for a dead one. False: as of `send`. */
  readonly beat: () => boolean;
  readonly end: () => void;
};

/** `open` gets the sink and answers with what is to be done when the connection has ended, however it ended. */
export type StreamAnswer = { readonly open: (sink: Sink) => () => void };

/** What may wait for one slow reader, in bytes: an unread count is forty. */
const mostWaiting = 64 * 1024;

/** Without news a browser tries again after this many milliseconds; the page itself waits longer after each failure. */
const retryAfter = 5_000;

const write = (raw: ServerResponse, text: string): boolean => {
  if (raw.writableEnded || raw.destroyed) return false;
  if (raw.writableLength > mostWaiting) {
    raw.destroy();
    return false;
  }
  raw.write(text);
  return true;
};

export const writeEvents = (
  raw: ServerResponse,
  headers: OutgoingHttpHeaders,
  { open }: StreamAnswer,
): void => {
  // The browser has gone while its request was looked at: nothing would ever say so again.
  if (raw.destroyed || raw.closed) return;
  raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // nginx would otherwise keep events until its buffer is full.
    'x-accel-buffering': 'no',
  });
  raw.write(`retry: ${retryAfter}\n\n`);
  const close = open({
    send: ({ event, data }) => write(raw, `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => {
      // What was written a beat ago has not left this process yet: nobody reads there.
      if (raw.writableLength === 0) return write(raw, ': \n\n');
      raw.destroy();
      return false;
    },
    end: () => raw.end(),
  });
  raw.once('close', close);
  if (raw.closed) close();
};
