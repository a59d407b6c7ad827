/**
 * What a password must be. Two profiles, because the rule sets contradict each other: GB/T 22239-2019 (等保) asks for
 * complexity and rotation, ASVS 5.0.0 forbids to ask for either.
 */
import { type Refusal, refuse } from '../refusal.ts';
import { guessingCost, isGuessable } from './common-password.ts';

export type PasswordProfileName = 'mlps3' | 'asvs';

export type PasswordProfile = {
  readonly name: PasswordProfileName;
  /** In characters (code points), both inclusive. */
  readonly minLength: number;
  readonly maxLength: number;
  /** Of the four kinds upper case, lower case, digit, other; 0: no matter. */
  readonly kinds: number;
  readonly nameForbidden: boolean;
  /** Days until a new one is due; null: never. */
  readonly rotationDays: number | null;
  /** How many earlier passwords, beside the present one, cannot come back. */
  readonly history: number;
};

export const passwordProfiles = {
  // GB/T 22239-2019 8.1.4.1 a names no figures; these are what assessors expect (domain practice, unverified).
  mlps3: {
    name: 'mlps3',
    minLength: 8,
    maxLength: 128,
    kinds: 3,
    nameForbidden: true,
    rotationDays: 90,
    history: 5,
  },
  // ASVS 5.0.0 6.2.1 (length), 6.2.4 and 6.2.11 (deny-lists), 6.2.5 (no composition), 6.2.9 (64 and more), 6.2.10.
  asvs: {
    name: 'asvs',
    minLength: 12,
    maxLength: 128,
    kinds: 0,
    nameForbidden: false,
    rotationDays: null,
    history: 0,
  },
} as const satisfies Record<PasswordProfileName, PasswordProfile>;

export type PasswordContext = {
  readonly username: string;
  /** The person's name, the organisation's names and code: what somebody would try first. */
  readonly words: readonly string[];
};

/** Words that belong to the product itself. */
const productWords = ['luoshi', '落实', 'jianyi', 'tian', 'renda', 'zhengxie', 'ducha', 'banli'];

const kindsOf = (password: string): number =>
  [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;

/** A password is taken as it stands: no trimming, no folding, no normalising, nothing cut off (ASVS 6.2.8). */
const lengthOf = (password: string): number => [...password].length;

const containsName = (password: string, username: string): boolean =>
  username.length >= 3 && password.toLowerCase().includes(username.toLowerCase());

/** The first reason why the profile does not accept the password, or null. */
export const checkPassword = (
  password: string,
  profile: PasswordProfile,
  context: PasswordContext,
): Refusal | null => {
  // Half a character would be stored as a replacement mark, and two such passwords would be the same.
  if (!password.isWellFormed()) return refuse('field-invalid', { field: 'password' }, 'password');
  const length = lengthOf(password);
  if (length < profile.minLength) return refuse('password-too-short', { min: profile.minLength }, 'password');
  if (length > profile.maxLength) return refuse('password-too-long', { max: profile.maxLength }, 'password');
  if (kindsOf(password) < profile.kinds)
    return refuse('password-too-simple', { kinds: profile.kinds }, 'password');
  if (profile.nameForbidden && containsName(password, context.username))
    return refuse('password-has-name', {}, 'password');
  const words = [context.username, ...context.words, ...productWords];
  return isGuessable(guessingCost(password, words)) ? refuse('password-common', {}, 'password') : null;
};
