import { type Refusal, refuse } from '../refusal.ts';

/** What a user name is found by: width and case of letters do not matter, so that nobody can take a look-alike. */
export const usernameKey = (username: string): string => username.normalize('NFKC').toLowerCase();

export const checkUsername = (username: string): Refusal | null =>
  /^[\p{L}\p{N}._@-]{2,64}$/u.test(username) ? null : refuse('username-invalid', {}, 'username');
