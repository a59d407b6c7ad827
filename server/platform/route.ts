import type { Endpoint } from '#contract/endpoint.ts';
import type { Handler } from './http.ts';

/** An endpoint with the function that answers it: what every feature's `*.routes.ts` exports a list of. */
export type Route = { readonly endpoint: Endpoint; readonly handle: Handler<Endpoint> };

/** Pairs an endpoint with its handler, typed by the endpoint. */
export const route = <const E extends Endpoint>(endpoint: E, handle: Handler<E>): Route => ({
  endpoint,
  // The server hands each handler exactly what its endpoint's schemas parsed; the list itself cannot be typed by each.
  handle: handle as unknown as Handler<Endpoint>,
});
