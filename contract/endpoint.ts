/**
 * The API as data. Every endpoint says what comes in, what goes out and who may call it; the server binds it, the
 * web calls it, `openapi.json` is written from it. `access` is required: "nobody needs it" must be written out.
 */
import type { Role } from '#core/access.ts';
import type { Text } from '#core/words.ts';
import type { z } from 'zod';

export type Access =
  /** Without sign-in. */
  | { readonly kind: 'public' }
  /** Any signed-in person; what he sees is his own (`rows` says which rows). */
  | { readonly kind: 'signedIn'; readonly rows: string }
  /** One of these roles; `rows` says which rows of them. */
  | { readonly kind: 'roles'; readonly roles: readonly Role[]; readonly rows: string }
  /** Whoever stands to the matter, in any standing (core/access.ts); everyone else finds nothing (law 12). */
  | { readonly kind: 'matter' }
  /** Whoever stands to the submission, in any standing (core/submission/standing.ts); everyone else finds nothing. */
  | { readonly kind: 'submission' }
  /** One row of a lifecycle table decides: standing, state, needs. */
  | {
      readonly kind: 'lifecycle';
      readonly table:
        | 'matter'
        | 'assignment'
        | 'reply'
        | 'rating'
        | 'urge'
        | 'notice'
        | 'submission'
        | 'sessionRecord'
        | 'sessionOpinion'
        | 'sessionReferral';
      readonly action: string;
    };

/** What an API token must carry to call the endpoint; `none`: not for tokens. */
export type Scope = 'matters:read' | 'matters:write' | 'setup:read' | 'setup:write' | 'none';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

type Shape = z.ZodObject<z.ZodRawShape>;

export type Endpoint = {
  /** Unique; also the operation's name in the OpenAPI document. */
  readonly id: string;
  readonly method: Method;
  /** Fastify form: `/api/matters/:matterId`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: Text;
  readonly access: Access;
  readonly scope: Scope;
  readonly params?: Shape;
  readonly query?: Shape;
  readonly body?: z.ZodType;
  /** `file`: bytes with a media type of their own; `stream`: server-sent events. `upload`: the request is multipart with one part `file`. */
  readonly response: z.ZodType | 'file' | 'nothing' | 'stream';
  readonly upload?: boolean;
  /** Commands take an `Idempotency-Key` and run in one transaction; a repeated key answers with the first answer. */
  readonly command?: boolean;
  /** Writes without a key, because its answer must not be stored (signing in) or repeating it is harmless. */
  readonly writes?: boolean;
  /** Calls a minute from one address, where fewer than usual are right. */
  readonly perMinute?: number;
  /** Commands on a row that exists take its version in `If-Match`. */
  readonly ifMatch?: boolean;
};

/** Keeps the literal types of an endpoint, so that the server's handler and the web's call are typed by it. */
export const endpoint = <const E extends Endpoint>(definition: E): E => definition;

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Given<T> = T extends z.ZodType ? z.input<T> : undefined;

export type ParamsOf<E extends Endpoint> = Parsed<E['params']>;
export type QueryOf<E extends Endpoint> = Parsed<E['query']>;
export type BodyOf<E extends Endpoint> = Parsed<E['body']>;
export type ResponseOf<E extends Endpoint> = Parsed<E['response']>;
export type QueryGiven<E extends Endpoint> = Given<E['query']>;
export type BodyGiven<E extends Endpoint> = Given<E['body']>;
