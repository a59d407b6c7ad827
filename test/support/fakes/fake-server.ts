import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** A small HTTP server on a free port of this machine, as long as a test runs. */
export type FakeServer = { readonly url: string; readonly port: number; readonly close: () => Promise<void> };

/** `answer` gets each request whole; what it throws becomes a 500. `port`: 0 for a free one. */
export const fakeServer = async (
  answer: (asked: Asked, response: ServerResponse) => void | Promise<void>,
  port = 0,
): Promise<FakeServer> => {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    const give = async (): Promise<void> => {
      const body = await text(request);
      await answer(
        {
          method: request.method ?? '',
          path: url.pathname,
          query: url.searchParams,
          headers: request.headers,
          body,
        },
        response,
      );
    };
    give().catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

export const sendJson = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
};
