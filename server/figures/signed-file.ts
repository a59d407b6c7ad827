/**
 * Frozen figures as a file that is checked without the product (server/verify/verify-snapshot.ts): three lines, each
 * canonical JSON. The last is what was frozen; the second its hash with the entry of the journal that holds it; the
 * first the public key, and the signature over the second line.
 */
import type { Moment } from '#core/words.ts';
import { canonical } from '../platform/journal.ts';
import type { KeyRow } from './signing.store.ts';

const signedFormat = 'luoshi-figures/1';

export type ChainedEntry = {
  readonly n: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly entry: string;
};

/** The text that is signed. */
export const statementOf = (given: {
  readonly jurisdiction: string;
  readonly at: Moment;
  readonly hash: string;
  readonly key: KeyRow;
  readonly journal: ChainedEntry;
}): string =>
  canonical({
    jurisdiction: given.jurisdiction,
    signedAt: given.at.instant,
    hash: given.hash,
    key: { fingerprint: given.key.fingerprint, madeAt: given.key.madeAt },
    journal: { stream: 'figures', ...given.journal },
  });

/** The hash that a statement holds of what was frozen. */
export const hashInStatement = (statement: string): unknown =>
  (JSON.parse(statement) as { hash?: unknown }).hash;

export const signedFile = (given: {
  readonly key: KeyRow;
  readonly signature: string;
  readonly statement: string;
  readonly content: string;
}): string => {
  const { publicKey } = given.key;
  const head = canonical({
    format: signedFormat,
    algorithm: 'Ed25519',
    signature: given.signature,
    publicKey,
  });
  return `${head}\n${given.statement}\n${given.content}\n`;
};
