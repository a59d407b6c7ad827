/**
 * Signs frozen figures (Ed25519, RFC 8032). The private half of the key is sealed like every secret of the product; the
 * public half is for everybody. Keys are made and renewed by entries of the journal's stream `figures`, so that the
 * chain itself says which key was the city's at what time.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import type { Actor } from '#core/access.ts';
import type { Moment } from '#core/words.ts';
import { lockHead, record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Sealer } from '../platform/secrets.ts';
import { insertKey, type KeyRow, listKeys, retireKey, signingKey } from './signing.store.ts';

/** SHA-256 of the public half as SubjectPublicKeyInfo DER, in hex. */
const fingerprintOf = (publicKey: string): string =>
  createHash('sha256')
    .update(createPublicKey(publicKey).export({ type: 'spki', format: 'der' }))
    .digest('hex');

const makeKey = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  seal: Sealer,
  before: KeyRow | null,
): Promise<KeyRow> => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const fingerprint = fingerprintOf(publicKey);
  await record(tx, actor, at, {
    stream: 'figures',
    command: 'figures.makeKey',
    matterId: null,
    data: { fingerprint, before: before?.fingerprint ?? null },
  });
  const key = { no: (before?.no ?? 0) + 1, fingerprint, publicKey, madeAt: at.instant };
  await insertKey(tx, actor.jurisdictionId, { ...key, privateSealed: seal.seal(privateKey) });
  return { ...key, retiredAt: null };
};

export type Signer = { readonly key: KeyRow; readonly sign: (text: string) => string };

/** Null: another secret sealed it, or it was changed; there is nothing else that opening may find wrong. */
const opens = (seal: Sealer, sealed: string): string | null => {
  try {
    return seal.open(sealed);
  } catch {
    return null;
  }
};

/**
 * The key that signs, made where there is none; null: its private half cannot be opened with this installation's secret.
 * The caller has locked the head of the stream `figures`: of two who make the first key at once, the second waits there.
 */
export const openSigner = async (tx: Tx, actor: Actor, at: Moment, seal: Sealer): Promise<Signer | null> => {
  const j = actor.jurisdictionId;
  if ((await signingKey(tx, j)) === null) await makeKey(tx, actor, at, seal, null);
  const found = await signingKey(tx, j);
  if (found === null) return null;
  const { privateSealed, ...key } = found;
  const opened = opens(seal, privateSealed);
  if (opened === null) return null;
  const privateKey = createPrivateKey(opened);
  return { key, sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64') };
};

/** Replaces the key: the one before it signs nothing any more, and what it signed still holds. */
export const renewKey = async (tx: Tx, actor: Actor, at: Moment, seal: Sealer): Promise<KeyRow> => {
  // Of two at once the second waits here, and renews what the first has made.
  await lockHead(tx, actor, 'figures');
  const [last] = await listKeys(tx, actor.jurisdictionId);
  if (last !== undefined && last.retiredAt === null)
    await retireKey(tx, actor.jurisdictionId, last.no, at.instant);
  return makeKey(tx, actor, at, seal, last ?? null);
};

/** Whether a text has a signature of this key. */
export const isSignedBy = ({ publicKey }: KeyRow, text: string, signature: string): boolean =>
  verify(null, Buffer.from(text), createPublicKey(publicKey), Buffer.from(signature, 'base64'));
