/** Keyset cursors: where a page ended, opaque to the caller. */
export type Cursor = { readonly after: string; readonly id: number };

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.after, cursor.id])).toString('base64url');

/** Null: no cursor, or one that nobody here has made; the list then starts at its beginning. */
export const readCursor = (text: string | undefined): Cursor | null => {
  if (text === undefined || text === '') return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(value)) return null;
    const [after, id] = value as unknown[];
    return typeof after === 'string' && typeof id === 'number' && Number.isSafeInteger(id)
      ? { after, id }
      : null;
  } catch {
    return null;
  }
};

const dayOrMoment = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/;

/** Whether the text is a day or a moment that the database can read as one; `infinity` is a day. */
export const isTime = (text: string): boolean => {
  if (text === 'infinity') return true;
  const time = dayOrMoment.test(text) ? new Date(text) : null;
  return time !== null && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text.slice(0, 10));
};

/** A cursor whose sort value is a day (or a moment); anything else is no cursor. */
export const readDayCursor = (text: string | undefined): Cursor | null => {
  const cursor = readCursor(text);
  return cursor !== null && isTime(cursor.after) ? cursor : null;
};
