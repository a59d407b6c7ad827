/** The access token that a provider gives for a while: asked for once, kept until shortly before it ends. */
import { channelDown, type Outcome } from './channel.ts';
import { askHttp, readJson, statusOutcome } from './http-request.ts';
import type { OutgoingGuard } from './outgoing-guard.ts';

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

/** Asks as 企业微信 and 钉钉 both want it: one GET with the credentials in the address, `errcode` 0 with the token. */
export const askToken = async (
  guard: OutgoingGuard,
  url: string,
  provider: string,
  signal: AbortSignal,
): Promise<Given> => {
  const answer = await askHttp(guard, { url, method: 'GET', signal });
  const bad = statusOutcome(answer);
  if (bad !== null) return { ok: false, outcome: bad };
  const body = readJson(answer.text);
  if (body === null || body['errcode'] !== 0)
    return { ok: false, outcome: channelDown(`${provider}-${String(body?.['errcode'] ?? 'answer')}`) };
  return { ok: true, token: String(body['access_token']), seconds: Number(body['expires_in'] ?? 7_200) };
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
