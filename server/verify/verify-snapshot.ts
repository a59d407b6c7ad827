/**
 * Checks a file of frozen figures without trusting the system that wrote it: no database, no code shared with the
 * writer. Three lines: the public key with the signature over the second; the statement (hash, key, entry of the journal);
 * what was frozen, whose hash the statement and the entry hold. Lines are taken as they are, so that nothing hangs on
 * how JSON is written.
 */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

export type SnapshotProblem =
  /** Not three lines of this form. */
  | 'unknown-format'
  /** What was frozen does not have the hash that was signed: a value, a filter, the name or the day was changed. */
  | 'content-changed'
  /** The signature is not of this statement by this key. */
  | 'statement-changed'
  /** The public key in the file is not the one whose fingerprint was signed. */
  | 'key-swapped'
  /** Signed by none of the keys that are known to be the city's. */
  | 'other-key'
  /** The entry of the journal is not the one that was hashed. */
  | 'entry-changed'
  /** The entry of the journal holds another hash. */
  | 'entry-elsewhere';

export type SnapshotVerdict = {
  readonly ok: boolean;
  readonly problems: readonly SnapshotProblem[];
  /** Null: the file has no form that could be read. */
  readonly told: {
    readonly jurisdiction: string;
    readonly name: string;
    readonly asOf: string;
    readonly lines: number;
    readonly signedAt: string;
    readonly hash: string;
    /** Of the public key that is in the file. */
    readonly fingerprint: string;
    readonly entry: { readonly n: number; readonly hash: string };
  } | null;
  /** Whether the key was held against one known from elsewhere: anybody can sign with a key of his own. */
  readonly againstKey: boolean;
};

const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const read = (line: string): Fields => {
  try {
    return fieldsOf(JSON.parse(line));
  } catch {
    return {};
  }
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A public Ed25519 key of its PEM; null: it is none. */
const keyOf = (pem: string): KeyObject | null => {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
};

/** The fingerprint of a public key: SHA-256 of its SubjectPublicKeyInfo, hex. */
const fingerprintOf = (key: KeyObject): string => sha256(key.export({ type: 'spki', format: 'der' }));

/** A fingerprint as it is printed (spaces, colons, capitals), or a public key as PEM; null: neither. */
export const readKnownKey = (given: string): string | null => {
  const plain = given.replace(/[\s:]/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(plain)) return plain;
  const key = given.includes('PRIVATE') ? null : keyOf(given);
  return key === null ? null : fingerprintOf(key);
};

type Signed = {
  readonly key: KeyObject;
  readonly signature: Buffer;
  readonly statementLine: string;
  readonly contentLine: string;
  readonly statement: Fields;
  readonly content: Fields;
};

/** The first line as it is written: no byte of it is left unchecked. */
const headOf = (key: KeyObject, signature: string): string =>
  JSON.stringify({
    algorithm: 'Ed25519',
    format: 'luoshi-figures/1',
    publicKey: key.export({ type: 'spki', format: 'pem' }),
    signature,
  });

/** Bytes that are no UTF-8 would be read as signs that stand for anything; a mark of byte order is a byte too many. */
const textOf = (file: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    return '';
  }
};

const parse = (file: string): Signed | null => {
  const lines = file.split('\n');
  const [headLine = '', statementLine = '', contentLine = '', last] = lines;
  const head = read(headLine);
  const key = keyOf(text(head['publicKey']));
  const [statement, content] = [read(statementLine), read(contentLine)];
  if (
    lines.length !== 4 ||
    last !== '' ||
    key === null ||
    headLine !== headOf(key, text(head['signature'])) ||
    text(statement['hash']) === '' ||
    !Array.isArray(content['lines'])
  )
    return null;
  const signature = Buffer.from(text(head['signature']), 'base64');
  // Base64 has several spellings of the same bytes; only the one that was written is accepted.
  if (signature.toString('base64') !== head['signature']) return null;
  return { key, signature, statementLine, contentLine, statement, content };
};

/** `known`: fingerprints of the keys that are the city's, from elsewhere than the file; none: that is not checked. */
export const verifySnapshot = (file: string | Uint8Array, known: readonly string[]): SnapshotVerdict => {
  const againstKey = known.length > 0;
  const signed = parse(typeof file === 'string' ? file : textOf(file));
  if (signed === null) return { ok: false, problems: ['unknown-format'], told: null, againstKey };
  const { key, statement, content } = signed;
  const fingerprint = fingerprintOf(key);
  const hash = text(statement['hash']);
  const journal = fieldsOf(statement['journal']);
  const entry = text(journal['entry']);
  const wrong: readonly (readonly [SnapshotProblem, boolean])[] = [
    ['content-changed', sha256(signed.contentLine) !== hash],
    ['statement-changed', !verify(null, Buffer.from(signed.statementLine), key, signed.signature)],
    ['key-swapped', fieldsOf(statement['key'])['fingerprint'] !== fingerprint],
    ['other-key', againstKey && !known.includes(fingerprint)],
    // The leaf of RFC 6962 that the journal's chain is made of.
    ['entry-changed', sha256(Buffer.from([0]), text(journal['previousHash']), entry) !== journal['hash']],
    ['entry-elsewhere', fieldsOf(read(entry)['data'])['hash'] !== hash],
  ];
  const problems = wrong.flatMap(([code, is]) => (is ? [code] : []));
  return {
    ok: problems.length === 0,
    problems,
    told: {
      jurisdiction: text(statement['jurisdiction']),
      name: text(content['name']),
      asOf: text(content['asOf']),
      lines: (content['lines'] as readonly unknown[]).length,
      signedAt: text(statement['signedAt']),
      hash,
      fingerprint,
      entry: { n: Number(journal['n']), hash: text(journal['hash']) },
    },
    againstKey,
  };
};
