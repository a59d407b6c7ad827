/** Random tokens. The database holds only their SHA-256; 256 random bits need no slow hash. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits in 43 characters. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export type Presented = { readonly jurisdictionId: number; readonly hash: string };

const read = (form: RegExp, text: string): Presented | null => {
  const match = form.exec(text);
  const [, jurisdiction, token] = match ?? [];
  return jurisdiction === undefined || token === undefined
    ? null
    : { jurisdictionId: Number(jurisdiction), hash: hashToken(token) };
};

/** `<jurisdiction>.<random>`: cookies of sessions, and one-time tokens. */
export const writeDotted = (jurisdictionId: number, token: string): string => `${jurisdictionId}.${token}`;
export const readDotted = (text: string): Presented | null => read(/^(\d{1,15})\.([\w-]{43})$/, text);

/** `luoshi_<jurisdiction>_<random>`: API tokens; the prefix lets scanners find one that leaked into a repository. */
export const writeApiToken = (jurisdictionId: number, token: string): string =>
  `luoshi_${jurisdictionId}_${token}`;
export const readApiToken = (text: string): Presented | null => read(/^luoshi_(\d{1,15})_([\w-]{43})$/, text);
