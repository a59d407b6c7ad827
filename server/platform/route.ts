import type { Endpoint } from '#contract/endpoint.ts';
import type { Answer } from './answer.ts';
import type { Handler, ReadAhead, Scene, Upload } from './http.ts';

/** An endpoint with the function that answers it: what every feature's `*.routes.ts` exports a list of. */
export type Route = {
  readonly endpoint: Endpoint;
  readonly handle: Handler<Endpoint>;
  readonly readAhead?: ReadAhead;
};

/** Pairs an endpoint with its handler, typed by the endpoint. */
export const route = <const E extends Endpoint>(endpoint: E, handle: Handler<E>): Route => ({
  endpoint,
  // The server hands each handler exactly what its endpoint's schemas parsed; the list itself cannot be typed by each.
  handle: handle as unknown as Handler<Endpoint>,
});

/**
 * The same where the upload is first read through, which takes time: that is done before the transaction begins, and
 * its outcome is handed on.
 */
export const routeAfter = <const E extends Endpoint, Read>(
  endpoint: E,
  read: (upload: Upload | null) => Promise<Read>,
  handle: (scene: Scene<E>, read: Read) => Promise<Answer<E>>,
): Route => ({ ...route(endpoint, handle as Handler<E>), readAhead: read });
