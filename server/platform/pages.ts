/** Serves the built web through Fastify (see `static.ts`). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { StaticFile } from './static.ts';

const sendStatic = (request: FastifyRequest, reply: FastifyReply, file: StaticFile): FastifyReply => {
  reply
    .header('etag', file.etag)
    .header('vary', 'accept-encoding')
    .header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === file.etag) return reply.status(304).send();
  reply.type(file.mediaType);
  const zipped = file.gzip !== null && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  return zipped ? reply.header('content-encoding', 'gzip').send(file.gzip) : reply.send(file.bytes);
};

/** `/m…` is the proposers' app, every other address the office; `/api/…` that nobody answers is not found. */
export const installPages = (
  server: FastifyInstance,
  files: ReadonlyMap<string, StaticFile> | null,
  notFound: (request: FastifyRequest, reply: FastifyReply) => FastifyReply,
): void => {
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (files === null || path.startsWith('/api/') || (request.method !== 'GET' && request.method !== 'HEAD'))
      return notFound(request, reply);
    const file = files.get(path);
    if (file !== undefined) return sendStatic(request, reply, file);
    if (path.startsWith('/assets/')) return notFound(request, reply);
    const page = files.get(path === '/m' || path.startsWith('/m/') ? '/member.html' : '/office.html');
    return page === undefined ? notFound(request, reply) : sendStatic(request, reply, page);
  });
};
