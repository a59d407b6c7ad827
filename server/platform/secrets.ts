/** Encrypts single fields: telephone numbers, authenticator secrets. What is sealed cannot be searched. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export type Sealer = {
  /** The text as it is stored. Sealing the same text twice gives two different strings. */
  readonly seal: (text: string) => string;
  /** Throws `SealBroken` when a bit was changed, or when no key of this sealer made it. */
  readonly open: (sealed: string) => string;
};

export class SealBroken extends Error {}

/** Stored in front of every sealed text, so that another algorithm (SM4, say) can stand beside it later. */
const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

type Key = { readonly id: string; readonly bytes: Buffer };

const readKey = (hex: string): Key => {
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new Error('A sealing key is 32 bytes in hex');
  const bytes = Buffer.from(hex, 'hex');
  const id = createHash('sha256').update('luoshi key id').update(bytes).digest('hex').slice(0, 8);
  return { id, bytes };
};

const seal = (key: Key, text: string): string => {
  const head = `${algorithm}.${key.id}`;
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key.bytes, iv).setAAD(Buffer.from(head));
  const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${head}.${body.toString('base64url')}`;
};

const open = (keys: readonly Key[], sealed: string): string => {
  const [name, keyId, text] = sealed.split('.');
  const key = keys.find((one) => one.id === keyId);
  if (name !== algorithm || key === undefined || text === undefined)
    throw new SealBroken('No key of this installation made this seal');
  const body = Buffer.from(text, 'base64url');
  // Base64 has several spellings of the same bytes; only the one that was written is accepted.
  if (
    body.length < ivBytes + tagBytes ||
    body.toString('base64url') !== text ||
    sealed.split('.').length !== 3
  )
    throw new SealBroken('The sealed text was changed');
  const decipher = createDecipheriv(algorithm, key.bytes, body.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(`${name}.${keyId}`))
    .setAuthTag(body.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(body.subarray(ivBytes, -tagBytes)), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    throw new SealBroken('The sealed text was changed');
  }
};

/** `keyHex`: 32 bytes in hex, used for sealing. `olderKeysHex`: keys replaced since, still used for opening. */
export const sealer = (keyHex: string, olderKeysHex: readonly string[] = []): Sealer => {
  const key = readKey(keyHex);
  const keys = [key, ...olderKeysHex.map(readKey)];
  return { seal: (text) => seal(key, text), open: (sealed) => open(keys, sealed) };
};
