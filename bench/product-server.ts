/** The real product on a given database and port, without a request limit. Run by run.ts. */
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { buildApp } from '#server/app.ts';

const [, , appUrl = '', port = '0'] = process.argv;
const app = await buildApp({
  config: { rateLimit: 100_000_000, logLevel: 'error', trustProxy: false, poolSize: 10 },
  appUrl,
  fieldKey: randomBytes(32).toString('hex'),
  statics: null,
});
await app.server.listen({ port: Number(port), host: '127.0.0.1' });
process.on('SIGTERM', () => {
  void app.close();
});
process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
