/** Typed calls of the contract's endpoints. A refusal comes back as a thrown `ApiProblem` with the server's sentence. */
import type { BodyGiven, Endpoint, QueryGiven, ResponseOf } from '#contract/endpoint.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { forHeader, forQuery, isOpenToStandIn } from '#contract/stand-in.ts';
import { acting } from './acting.ts';
import { currentLanguage, texts } from './language.ts';

const t = texts(commonMessages);

export type ProblemBody = {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly params: Record<string, unknown>;
  readonly at?: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  readonly requestId: string;
};

export class ApiProblem extends Error {
  readonly problem: ProblemBody;
  constructor(problem: ProblemBody) {
    super(problem.detail);
    this.problem = problem;
  }
}

export type CallFields<E extends Endpoint> = {
  params?: Readonly<Record<string, string | number>>;
  query?: QueryGiven<E>;
  body?: BodyGiven<E>;
  /** Version of the row a command aims at (`If-Match`). */
  version?: number;
  /** One key for one intention: a second press of the same button sends the same key. */
  key?: string;
  file?: File;
  signal?: AbortSignal;
};

export const newKey = (): string => crypto.randomUUID();

/** In whose name this endpoint is called; null: in one's own, as everything that is not work on matters. */
const absentFor = (endpoint: Endpoint): number | null => (isOpenToStandIn(endpoint) ? acting.for() : null);

/** The address of an endpoint with its parameters and query filled in. */
export const addressOf = (
  endpoint: Endpoint,
  params: Readonly<Record<string, string | number>> = {},
  query: Record<string, unknown> = {},
): string => {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const entries = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const search = new URLSearchParams(entries.map(([key, value]) => [key, String(value)]));
  const absent = absentFor(endpoint);
  // A file is opened by a link, which sends no headers.
  if (absent !== null && endpoint.response === 'file') search.set(forQuery, String(absent));
  return search.size === 0 ? path : `${path}?${search}`;
};

const offline = (): ApiProblem =>
  new ApiProblem({
    code: 'offline',
    status: 0,
    title: t('fault.offline.title'),
    detail: t('fault.offline.detail'),
    params: {},
    requestId: '',
  });

/** A proxy in between may answer with a page of its own instead of a problem. */
const unreadable = (status: number): ApiProblem =>
  new ApiProblem({
    code: 'fault',
    status,
    title: t('fault.title'),
    detail: t('fault.unreadable', { status }),
    params: {},
    requestId: '',
  });

const readProblem = async (response: Response): Promise<ApiProblem> => {
  try {
    const body = (await response.json()) as Partial<ProblemBody>;
    return typeof body.code === 'string' ? new ApiProblem(body as ProblemBody) : unreadable(response.status);
  } catch {
    return unreadable(response.status);
  }
};

/** Calls an endpoint. Throws `ApiProblem` for every refusal and for a lost connection. */
export const call = async <const E extends Endpoint>(
  endpoint: E,
  given: CallFields<E> = {},
): Promise<ResponseOf<E>> => {
  const headers: Record<string, string> = { 'accept-language': currentLanguage() };
  const absent = absentFor(endpoint);
  if (absent !== null) headers[forHeader] = String(absent);
  if (endpoint.command === true) headers['idempotency-key'] = given.key ?? newKey();
  if (endpoint.ifMatch === true) headers['if-match'] = `"${given.version ?? 0}"`;
  let body: BodyInit | undefined;
  if (given.file !== undefined) {
    body = new FormData();
    body.append('file', given.file);
  } else if (endpoint.method !== 'GET' && endpoint.upload !== true) {
    headers['content-type'] = 'application/json';
    body = JSON.stringify(given.body ?? {});
  }
  let response: Response;
  try {
    response = await fetch(
      addressOf(endpoint, given.params, (given.query ?? {}) as Record<string, unknown>),
      {
        method: endpoint.method,
        headers,
        credentials: 'same-origin',
        ...(body === undefined ? {} : { body }),
        ...(given.signal === undefined ? {} : { signal: given.signal }),
      },
    );
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault;
    throw offline();
  }
  if (!response.ok) throw await readProblem(response);
  return (response.status === 204 ? undefined : await response.json()) as ResponseOf<E>;
};
