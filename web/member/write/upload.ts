import { uploadFile } from '#contract/see.ts';
import { importWord } from '#contract/submission-word.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { addressOf, newKey } from '#web/shared/api.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';
import type { AttachedFile } from './writing.ts';

const c = texts(commonMessages);

/** The limit of the server; said before the telephone sends for minutes in vain. */
export const largestFile = 20 * 1024 * 1024;

export type Uploaded<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly detail: string;
      /** The connection or the server failed, not the file: the same again may arrive. */
      readonly again: boolean;
    };

const problemOf = (text: string, status: number): string => {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && 'detail' in body) return String(body.detail);
  } catch {
    // A proxy answered with a page of its own.
  }
  return status === 0 ? c('fault.offline.detail') : c('fault.unreadable', { status });
};

/** `fetch` says nothing of how far an upload is; this does. */
const send = (address: string, file: File, key: string, onProgress: (share: number) => void) =>
  new Promise<Uploaded<unknown>>((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('accept-language', currentLanguage());
    request.setRequestHeader('idempotency-key', key);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    );
    const fail = (): void => resolve({ ok: false, detail: problemOf('', 0), again: true });
    request.addEventListener('error', fail);
    request.addEventListener('abort', fail);
    request.addEventListener('load', () => {
      if (request.status >= 300)
        return resolve({
          ok: false,
          detail: problemOf(request.responseText, request.status),
          again: request.status >= 500 || request.status === 429,
        });
      try {
        resolve({ ok: true, value: JSON.parse(request.responseText) as unknown });
      } catch {
        resolve({ ok: false, detail: problemOf('', request.status), again: true });
      }
    });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });

export const sendFile = (
  file: File,
  key: string,
  onProgress: (share: number) => void,
): Promise<Uploaded<AttachedFile>> =>
  send(addressOf(uploadFile, {}, { purpose: 'submission' }), file, key, onProgress) as Promise<
    Uploaded<AttachedFile>
  >;

export type WordText = ResponseOf<typeof importWord>;

export const sendWord = (file: File, onProgress: (share: number) => void): Promise<Uploaded<WordText>> =>
  send(addressOf(importWord), file, newKey(), onProgress) as Promise<Uploaded<WordText>>;
