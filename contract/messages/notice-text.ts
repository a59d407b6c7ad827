import type { MessageTable } from './message.ts';

/** What a notice says of whom: the key of its sentence, with the name that goes into `{name}`. */
type NoticeText = { readonly key: string; readonly params: Readonly<Record<string, string>> };

/**
 * The sentence of a notice in a table: the one that names who did it where the notice knows and the table has it
 * (`notice.<kind>.by`), else that of its kind; a kind that the table does not know is still news (`notice.other`).
 */
export const noticeText = (table: MessageTable, kind: string, who: string | null): NoticeText => {
  const key = `notice.${kind}`;
  if (who !== null && `${key}.by` in table) return { key: `${key}.by`, params: { name: who } };
  return { key: key in table ? key : 'notice.other', params: {} };
};
