/** The access token that a provider gives for a while: asked for once, kept until shortly before it ends. */
import type { Outcome } from './channel.ts';

export type Given =
  | { readonly ok: true; readonly token: string; readonly seconds: number }
  | { readonly ok: false; readonly outcome: Outcome };

export type Token =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly outcome: Outcome };

export type TokenKeeper = {
  readonly get: (signal: AbortSignal) => Promise<Token>;
  /** The provider no longer takes this token. */
  readonly forget: (token: string) => void;
};

/** Asked for anew a little before its end, as every provider advises. */
const margin = 300_000;

export const tokenKeeper = (ask: (signal: AbortSignal) => Promise<Given>): TokenKeeper => {
  let held: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<Given> | null = null;
  return {
    get: async (signal) => {
      if (held !== null && performance.now() < held.until) return { ok: true, token: held.token };
      asking ??= ask(signal).finally(() => {
        asking = null;
      });
      const given = await asking;
      if (!given.ok) return given;
      const lifetime = given.seconds * 1_000;
      held = { token: given.token, until: performance.now() + Math.max(lifetime - margin, lifetime / 2) };
      return { ok: true, token: given.token };
    },
    forget: (token) => {
      if (held?.token === token) held = null;
    },
  };
};

/** Sends with a token; once more with a new one when the provider says that the first is over. */
export const withToken = async (
  keeper: TokenKeeper,
  signal: AbortSignal,
  send: (token: string) => Promise<Outcome | 'token-over'>,
  over: Outcome,
): Promise<Outcome> => {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const token = await keeper.get(signal);
    if (!token.ok) return token.outcome;
    const outcome = await send(token.token);
    if (outcome !== 'token-over') return outcome;
    keeper.forget(token.token);
  }
  return over;
};
