/** A request to a provider: to the address that was checked, without following anybody elsewhere, with a small answer. */
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { channelDown, type Outcome, refused, tryLater } from './channel.ts';
import { AddressForbidden, type OutgoingGuard } from './outgoing-guard.ts';

export type HttpAnswer = {
  readonly status: number;
  readonly text: string;
  readonly retryAfterMs: number | null;
};

export type HttpAsk = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
};

/** Fits what it stands for: nothing that is not plain http or https, nor with a name and password in it. */
class UrlForbidden extends Error {}

/** Answers of providers are a few hundred bytes; what is longer is not read on. */
const mostRead = 64 * 1024;

const readAnswer = (response: IncomingMessage): Promise<HttpAnswer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const done = (): void => {
      const after = Number(response.headers['retry-after']);
      resolve({
        status: response.statusCode ?? 0,
        text: Buffer.concat(chunks).toString('utf8'),
        retryAfterMs: Number.isFinite(after) && after > 0 ? after * 1_000 : null,
      });
    };
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostRead) chunks.push(chunk);
      else {
        done();
        response.destroy();
      }
    });
    response.once('end', done);
    response.once('error', reject);
    response.once('aborted', () => reject(new Error('aborted')));
  });

/** Rejects with `UrlForbidden`, `AddressForbidden` or a fault of the network. */
export const askHttp = async (guard: OutgoingGuard, ask: HttpAsk): Promise<HttpAnswer> => {
  const url = URL.parse(ask.url);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new UrlForbidden('url');
  const pinned = await guard.pin(url.hostname);
  const secure = url.protocol === 'https:';
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const options: RequestOptions & { servername?: string } = {
    host: pinned.address,
    family: pinned.family,
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`,
    method: ask.method,
    headers: {
      host: url.host,
      'user-agent': 'Luoshi',
      ...(ask.body === undefined ? {} : { 'content-length': Buffer.byteLength(ask.body) }),
      ...ask.headers,
    },
    signal: ask.signal,
    agent: false,
    // The certificate is that of the name, whatever address it has.
    ...(secure ? { servername: pinned.address === name ? '' : name } : {}),
  };
  return new Promise((resolve, reject) => {
    const request = (secure ? secureRequest : plainRequest)(options, (response) => {
      readAnswer(response).then(resolve, reject);
    });
    request.once('error', reject);
    request.end(ask.body);
  });
};

const codeOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : 'network';

/** What a failed connection means; the reason names the kind of fault, never an address or an answer. */
export const faultOutcome = (fault: unknown): Outcome => {
  if (fault instanceof AddressForbidden) return channelDown('address-forbidden');
  if (fault instanceof UrlForbidden) return channelDown('url-forbidden');
  return channelDown(codeOf(fault));
};

/** What a status means where the body says nothing better; null: it was taken. */
export const statusOutcome = ({ status, retryAfterMs }: HttpAnswer): Outcome | null => {
  if (status >= 200 && status < 300) return null;
  const reason = `http-${status}`;
  // Elsewhere may be anywhere: a redirect is not followed.
  if (status === 401 || status === 403 || status === 404 || (status >= 300 && status < 400))
    return channelDown(reason);
  if (status === 429 || status === 503) return channelDown(reason, retryAfterMs ?? undefined);
  if (status === 408 || status === 425 || status >= 500) return channelDown(reason);
  // 410 Gone is a receiver's word that it wants no more (Standard Webhooks).
  return status === 409 ? tryLater(reason) : refused(reason);
};

/** An answer as JSON; null: it is none. */
export const readJson = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};
