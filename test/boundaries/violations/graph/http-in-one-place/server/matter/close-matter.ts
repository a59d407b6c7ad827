import Fastify from 'fastify';

export const close = Fastify;
