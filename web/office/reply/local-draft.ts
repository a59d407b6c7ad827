import type { Stored } from './autosave.ts';
import type { ReplyContent } from './check-reply.ts';

const keyOf = (replyId: number): string => `luoshi.reply.${replyId}`;

const isKept = (value: unknown): value is Stored<ReplyContent> =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  typeof value.version === 'number' &&
  'content' in value &&
  typeof value.content === 'object' &&
  value.content !== null &&
  'answers' in value.content &&
  Array.isArray(value.content.answers);

/** What was typed and had not reached the server when the page went away; null: nothing, or storage is refused. */
export const readKept = (replyId: number): Stored<ReplyContent> | null => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(replyId)) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
};

export const keep = (replyId: number, draft: Stored<ReplyContent>): void => {
  try {
    localStorage.setItem(keyOf(replyId), JSON.stringify(draft));
  } catch {
    // Private windows and full disks refuse storage; the server's copy is two seconds away all the same.
  }
};

export const dropKept = (replyId: number): void => {
  try {
    localStorage.removeItem(keyOf(replyId));
  } catch {
    // Storage that refuses to be read holds nothing to remove.
  }
};
