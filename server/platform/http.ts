/**
 * Binds an endpoint of the contract to a handler: parses the request, checks access, opens the transaction, parses
 * the response. Only this file and `app.ts` know Fastify.
 */
import type { Endpoint, ParamsOf, QueryOf, BodyOf } from '#contract/endpoint.ts';
import { forHeader, forQuery, isOpenToStandIn } from '#contract/stand-in.ts';
import type { Language } from '#contract/messages/message.ts';
import type { Actor } from '#core/access.ts';
import type { Moment } from '#core/words.ts';
import type {} from '@fastify/cookie';
import type {} from '@fastify/multipart';
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Answer, bytesOf, type FileAnswer } from './answer.ts';
import { once } from './commit.ts';
import type { Db, Kept, Tx } from './db/database.ts';
import type { Clock } from './moment.ts';
import { type StreamAnswer, writeEvents } from './event-stream.ts';
import { namedAs } from './file-name.ts';
import { type AnyRefusal, toProblem } from './problem.ts';

/** Who is calling, as the account feature found out. */
export type Caller = {
  readonly actor: Actor;
  readonly signInId: number | null;
  readonly secondFactor: boolean;
  /** A sign-in that is not complete: only account endpoints answer until it is. */
  readonly limit?: string | null;
};

export type Source = { readonly address: string; readonly agent: string };

export type Authenticate = (
  given: { readonly cookie: string | undefined; readonly bearer: string | undefined } & Source,
  at: Moment,
) => Promise<Caller | null>;

/** The caller in the place of someone who is away; null: he does not stand in for that person now. */
export type StandIn = (caller: Caller, personId: number, at: Moment) => Promise<Caller | null>;

export type Upload = { readonly name: string; readonly bytes: Uint8Array };

export type Scene<E extends Endpoint> = {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly upload: Upload | null;
  /** The version of `If-Match`, where the endpoint asks for one. */
  readonly version: number;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly at: Moment;
  readonly tx: Tx;
  readonly language: Language;
  readonly source: Source;
  /** Scheme and host by which the product was asked, for addresses that must be whole. */
  readonly origin: string;
  readonly requestId: string;
};

/** What is made of an upload before the transaction begins. */
export type ReadAhead = (upload: Upload | null) => Promise<unknown>;

/** `ahead`: what `readAhead` of its route has made of the upload. */
export type Handler<E extends Endpoint> = (scene: Scene<E>, ahead?: unknown) => Promise<Answer<E>>;

export type Platform = {
  readonly db: Db;
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  readonly standIn: StandIn;
  /** Jurisdiction of callers who are not signed in yet. */
  readonly defaultJurisdiction: () => Promise<number>;
};

export const cookieName = '__Host-luoshi';

/** Nobody: the actor of public endpoints. */
const stranger = (jurisdictionId: number): Caller => ({
  actor: { jurisdictionId, personId: 0, name: '', grants: [], via: 'session' },
  signInId: null,
  secondFactor: false,
});

const languageOf = (request: FastifyRequest): Language =>
  String(request.headers['accept-language'] ?? 'zh')
    .toLowerCase()
    .startsWith('en')
    ? 'en'
    : 'zh';

const sendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: AnyRefusal,
  fields?: readonly { path: string; message: string }[],
): FastifyReply => {
  const problem = toProblem(refusal, languageOf(request), request.id, fields);
  reply.removeHeader('etag');
  return reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
};

class Refused extends Error {
  readonly refusal: AnyRefusal;
  readonly fields: readonly { path: string; message: string }[] | undefined;
  constructor(refusal: AnyRefusal, fields?: readonly { path: string; message: string }[]) {
    super(refusal.code);
    this.refusal = refusal;
    this.fields = fields;
  }
}

/** Where a text holds what no database stores (a zero character, half a character); null: nowhere. */
const unstorable = (value: unknown, path: readonly string[] = []): readonly string[] | null => {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, field] of Object.entries(value)) {
    const found = unstorable(key, [...path, key]) ?? unstorable(field, [...path, key]);
    if (found !== null) return found;
  }
  return null;
};

const parse = (schema: z.ZodType | undefined, value: unknown, part: string): unknown => {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  const odd = result.success ? unstorable(result.data) : null;
  if (odd !== null)
    throw new Refused({ code: 'invalid-request', params: { part } }, [
      { path: odd.join('.'), message: 'Invalid characters' },
    ]);
  if (result.success) return result.data;
  throw new Refused(
    { code: 'invalid-request', params: { part } },
    result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  );
};

/** A page of another site cannot send this: it would need a header that only our own script may set. */
const checkSameSite = (request: FastifyRequest): void => {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Refused({ code: 'cross-site', params: {} });
  const { origin } = request.headers;
  // Behind a proxy that is trusted, the host that the browser asked for.
  if (origin !== undefined && URL.parse(origin)?.host !== request.host)
    throw new Refused({ code: 'cross-site', params: {} });
};

/** Why this caller may not use the endpoint at all, or null; which rows he reaches is the handler’s to say. */
export const mayCall = (endpoint: Endpoint, caller: Caller): AnyRefusal | null => {
  const { access } = endpoint;
  if (access.kind === 'public') return null;
  if (caller.actor.personId === 0) return { code: 'sign-in-required', params: {} };
  if (caller.limit != null && endpoint.tag !== 'account') return { code: 'session-limited', params: {} };
  if (caller.actor.via === 'token') {
    if (endpoint.scope === 'none' || !(caller.actor.scopes ?? []).includes(endpoint.scope))
      return { code: 'forbidden', params: {} };
  }
  if (access.kind === 'roles' && !caller.actor.grants.some((grant) => access.roles.includes(grant.role)))
    return { code: 'forbidden', params: {} };
  return null;
};

const readVersion = (endpoint: Endpoint, request: FastifyRequest): number => {
  if (endpoint.ifMatch !== true) return 0;
  const match = /^"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '');
  if (match === null) throw new Refused({ code: 'version-missing', params: {} });
  return Number(match[1]);
};

const readKey = (request: FastifyRequest): string => {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key))
    throw new Refused({ code: 'key-missing', params: {} });
  return key;
};

const readUpload = async (endpoint: Endpoint, request: FastifyRequest) => {
  if (endpoint.upload !== true) return null;
  const part = await request.file();
  if (part === undefined) throw new Refused({ code: 'invalid-request', params: { part: 'file' } });
  return { name: part.filename, bytes: new Uint8Array(await part.toBuffer()) };
};

/** A file that has a mark of its content is asked for again and again: it is sent only when it has changed. */
const sendFile = async (
  reply: FastifyReply,
  file: FileAnswer,
  etag: string | undefined,
): Promise<FastifyReply> => {
  if (etag !== undefined && reply.request.headers['if-none-match'] === etag) return reply.status(304).send();
  // Drawn before anything is said of it: what fails here is answered as a problem, not as a broken file.
  const bytes = Buffer.from(await bytesOf(file));
  const disposition = `${file.inline === true ? 'inline' : 'attachment'}; ${namedAs(file.name)}`;
  return reply
    .header('content-disposition', disposition)
    .header('cache-control', etag === undefined ? 'private, no-store' : 'private, no-cache')
    .type(file.mediaType)
    .send(bytes);
};

const send = async (
  endpoint: Endpoint,
  reply: FastifyReply,
  result: Answer<Endpoint>,
): Promise<FastifyReply> => {
  if (!result.ok) throw new Refused(result.refusal);
  if (result.cookie !== undefined)
    reply.setCookie(cookieName, result.cookie.value, {
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      ...(result.cookie.clear === true ? { maxAge: 0 } : {}),
    });
  if (result.etag !== undefined) reply.header('etag', result.etag);
  if (endpoint.response === 'file') return sendFile(reply, result.body as unknown as FileAnswer, result.etag);
  if (endpoint.response === 'nothing') return reply.status(204).send();
  if (endpoint.response === 'stream') {
    // From here on the connection belongs to the stream; what plugins have set still leaves with it.
    const headers = reply.getHeaders() as OutgoingHttpHeaders;
    writeEvents(reply.hijack().raw, headers, result.body as unknown as StreamAnswer);
    return reply;
  }
  // Parsed, so that a field nobody declared cannot leave.
  return reply
    .header('cache-control', endpoint.tag === 'account' ? 'no-store' : 'private, no-cache')
    .type('application/json')
    .send(JSON.stringify(endpoint.response.parse(result.body)));
};

const authenticateRequest = async (
  platform: Platform,
  request: FastifyRequest,
  at: Moment,
  source: Source,
): Promise<Caller> => {
  const { authorization } = request.headers;
  const bearer = authorization?.startsWith('Bearer ') === true ? authorization.slice(7) : undefined;
  const cookie = request.cookies[cookieName];
  if (bearer === undefined && cookie === undefined) return stranger(await platform.defaultJurisdiction());
  const caller = await platform.authenticate({ cookie, bearer, ...source }, at);
  return caller ?? stranger(await platform.defaultJurisdiction());
};

/** For whom the request says that it is: a header, or, in the address of a file, a query field. */
const inWhoseName = (endpoint: Endpoint, request: FastifyRequest): number | null => {
  const query = request.query as Readonly<Record<string, unknown>>;
  const given = request.headers[forHeader] ?? (endpoint.response === 'file' ? query[forQuery] : undefined);
  if (given === undefined || endpoint.access.kind === 'public') return null;
  if (typeof given !== 'string' || !/^\d{1,15}$/.test(given))
    throw new Refused({ code: 'not-standing-in', params: {} });
  return Number(given);
};

/** The caller as the request means him: himself, or one whose stand-in he is. Public endpoints know only himself. */
const callerInPlace = async (
  platform: Platform,
  endpoint: Endpoint,
  request: FastifyRequest,
  caller: Caller,
  at: Moment,
): Promise<Caller> => {
  const personId = inWhoseName(endpoint, request);
  if (personId === null || caller.actor.personId === 0) return caller;
  if (!isOpenToStandIn(endpoint)) throw new Refused({ code: 'not-while-standing-in', params: {} });
  const acting = await platform.standIn(caller, personId, at);
  if (acting === null) throw new Refused({ code: 'not-standing-in', params: {} });
  return acting;
};

/** A public address can name its jurisdiction; everything else happens in the caller's. */
const jurisdictionOf = (endpoint: Endpoint, params: unknown, { actor }: Caller): number => {
  const named =
    endpoint.access.kind === 'public' ? (params as { jurisdictionId?: unknown } | undefined) : undefined;
  return typeof named?.jurisdictionId === 'number' ? named.jurisdictionId : actor.jurisdictionId;
};

/** Adds one endpoint to the server. */
export const bind = <E extends Endpoint>(
  server: FastifyInstance,
  platform: Platform,
  endpoint: E,
  handle: Handler<E>,
  readAhead?: ReadAhead,
): void => {
  const unsafe = endpoint.method !== 'GET';
  server.route({
    method: endpoint.method,
    url: endpoint.path,
    ...(endpoint.perMinute === undefined
      ? {}
      : { config: { rateLimit: { max: endpoint.perMinute, timeWindow: '1 minute' } } }),
    handler: async (request, reply) => {
      const at = platform.clock();
      const source = {
        address: request.ip,
        agent: String(request.headers['user-agent'] ?? '').slice(0, 200),
      };
      const himself = await authenticateRequest(platform, request, at, source);
      const caller = await callerInPlace(platform, endpoint, request, himself, at);
      if (unsafe && caller.actor.via === 'session') checkSameSite(request);
      const refusal = mayCall(endpoint, caller);
      if (refusal !== null) throw new Refused(refusal);
      const key = endpoint.command === true ? readKey(request) : null;
      const given = {
        params: parse(endpoint.params, request.params, 'params') as ParamsOf<E>,
        query: parse(endpoint.query, request.query, 'query') as QueryOf<E>,
        body: parse(endpoint.body, request.body ?? {}, 'body') as BodyOf<E>,
        upload: await readUpload(endpoint, request),
        version: readVersion(endpoint, request),
      };
      const scene = {
        ...given,
        caller,
        actor: caller.actor,
        at,
        source,
        language: languageOf(request),
        origin: `${request.protocol}://${request.host}`,
        requestId: request.id,
      };
      const jurisdictionId = jurisdictionOf(endpoint, given.params, caller);
      const ahead = await readAhead?.(given.upload);
      const run = (tx: Tx): Promise<Answer<E>> => handle({ ...scene, tx }, ahead);
      const work = (tx: Tx): Promise<Kept<unknown>> =>
        key === null
          ? run(tx).then((value) => ({ keep: value.ok || value.keep === true, value }))
          : once(tx, { actor: caller.actor, key, endpointId: endpoint.id, given, at }, () => run(tx));
      const result =
        key === null && endpoint.writes !== true
          ? await platform.db.read(jurisdictionId, run)
          : await platform.db.write(jurisdictionId, work);
      return send(endpoint, reply, result as Answer<Endpoint>);
    },
  });
};

const databaseGone = (fault: { code?: unknown }): boolean =>
  typeof fault.code === 'string' && /^(ECONN|EPIPE|ENOENT|57P0|08)/.test(fault.code);

/** One error handler for everything: refusals become problems, faults become a number to tell the administrator. */
export const installErrors = (server: FastifyInstance): void => {
  server.setErrorHandler((fault: Error & { code?: unknown; statusCode?: number }, request, reply) => {
    if (fault instanceof Refused) return sendProblem(request, reply, fault.refusal, fault.fields);
    if (fault.code === 'FST_REQ_FILE_TOO_LARGE' || fault.statusCode === 413)
      return sendProblem(request, reply, { code: 'too-large', params: { max: '20 MB' } });
    if (fault.statusCode === 429)
      return sendProblem(request, reply, { code: 'too-many', params: { seconds: 60 } });
    if (fault.statusCode === 415)
      return sendProblem(request, reply, { code: 'wrong-type', params: { allowed: 'JSON' } });
    if (fault.statusCode !== undefined && fault.statusCode < 500)
      return sendProblem(request, reply, { code: 'invalid-request', params: { part: 'request' } });
    request.log.error({ fault }, 'fault');
    if (databaseGone(fault) || fault.message.includes('timeout exceeded when trying to connect'))
      return sendProblem(request, reply.header('retry-after', '5'), { code: 'unavailable', params: {} });
    return sendProblem(request, reply, { code: 'fault', params: { requestId: request.id } });
  });
};

/** An unknown address under /api: the same answer as for what one may not see. */
export const sendNotFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(request, reply, { code: 'not-found', params: {} });
