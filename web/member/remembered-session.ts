/**
 * Who was signed in here last, so that a draft can be opened without a connection. It opens nothing on the server;
 * signing out, or a server that says that nobody is signed in, takes it away.
 */
import type { Me } from './session.ts';

const stored = 'luoshi.session';

const isMe = (value: unknown): value is Me =>
  typeof value === 'object' &&
  value !== null &&
  'signedIn' in value &&
  value.signedIn === true &&
  'person' in value;

export const rememberSession = (me: Me): void => {
  try {
    if (me.signedIn && me.limit === null) localStorage.setItem(stored, JSON.stringify(me));
    else localStorage.removeItem(stored);
  } catch {
    // Storage is refused: the pages then open with a connection only.
  }
};

export const readSession = (): Me | null => {
  try {
    const me: unknown = JSON.parse(localStorage.getItem(stored) ?? 'null');
    return isMe(me) ? me : null;
  } catch {
    return null;
  }
};
