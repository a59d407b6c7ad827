/** Slow hashes of passwords, exactly as typed. The stored string names algorithm and cost (PHC form). */
import { randomBytes, randomInt } from 'node:crypto';
import { checkPassword, type PasswordContext, type PasswordProfile } from '#core/account/password-policy.ts';
import { hash, type Options, verify } from '@node-rs/argon2';

/** Argon2id is the library's own default; memory in KiB. OWASP Password Storage Cheat Sheet: 19 MiB, t = 2, p = 1. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** About 30 ms of one core. The same password hashed twice gives two different strings. */
export const hashPassword = (password: string): Promise<string> => hash(Buffer.from(password, 'utf8'), cost);

/** False for another password, and for one with half a character, which no account can have. */
export const verifyPassword = async (stored: string, password: string): Promise<boolean> =>
  (await verify(stored, Buffer.from(password, 'utf8'))) && password.isWellFormed();

let nobody: Promise<string> | undefined;

/** Takes as long as a real check: an answer's delay does not tell whether the user name exists. */
export const verifyNobody = async (password: string): Promise<false> => {
  nobody ??= hashPassword(randomBytes(32).toString('base64'));
  await verifyPassword(await nobody, password);
  return false;
};

/** No characters that look alike in print. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

const group = (): string =>
  Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('');

/** Twenty-three bits a group, four groups; it satisfies the profile, because it is checked like any other. */
export const temporaryPassword = (profile: PasswordProfile, context: PasswordContext): string => {
  for (;;) {
    const password = [group(), group(), group(), group()].join('-');
    if (checkPassword(password, profile, context) === null) return password;
  }
};
