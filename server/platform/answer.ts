import type { Endpoint, ResponseOf } from '#contract/endpoint.ts';
import type { StreamAnswer } from './event-stream.ts';
import type { AnyRefusal } from './problem.ts';

export type FileAnswer = {
  readonly name: string;
  readonly mediaType: string;
  /** A function where drawing takes time: it is called when the transaction has ended and holds no connection. */
  readonly bytes: Uint8Array | (() => Promise<Uint8Array>);
  /** Shown in the browser instead of being saved; only for what the product itself has made. */
  readonly inline?: boolean;
};

/** The whole file, drawn where it is not yet. */
export const bytesOf = async ({ bytes }: FileAnswer): Promise<Uint8Array> =>
  typeof bytes === 'function' ? bytes() : bytes;

/** What a handler answers with. `cookies` only account endpoints use. */
export type Answer<E extends Endpoint> =
  | {
      readonly ok: true;
      readonly body: E['response'] extends 'file'
        ? FileAnswer
        : E['response'] extends 'nothing'
          ? undefined
          : E['response'] extends 'stream'
            ? StreamAnswer
            : ResponseOf<E>;
      readonly etag?: string;
      readonly cookie?: { readonly value: string; readonly clear?: boolean };
    }
  | { readonly ok: false; readonly refusal: AnyRefusal; readonly keep?: boolean };

export const answer = <const T>(
  body: T,
  etag?: string,
): { readonly ok: true; readonly body: T; readonly etag?: string } =>
  etag === undefined ? { ok: true, body } : { ok: true, body, etag };

export const no = (code: string, params: AnyRefusal['params'] = {}, at?: string) =>
  ({ ok: false, refusal: at === undefined ? { code, params } : { code, params, at } }) as const;
