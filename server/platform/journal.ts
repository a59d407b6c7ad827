import { createHash } from 'node:crypto';

/** Canonical JSON: keys sorted, no spaces; the same value gives the same bytes on every machine. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
};

/** The hash before the first entry of a stream. */
export const genesis = '0'.repeat(64);

/**
 * Hash of one journal entry: SHA-256 over 0x00, the previous hash and the canonical entry. The leading 0x00 is the
 * leaf prefix of RFC 6962, so that entries can become leaves of a tree without being hashed anew.
 */
export const entryHash = (previous: string, entry: string): string =>
  createHash('sha256')
    .update(Buffer.from([0]))
    .update(previous)
    .update(entry)
    .digest('hex');
