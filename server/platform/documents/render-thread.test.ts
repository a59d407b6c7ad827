import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { RenderJob } from './render-job.ts';
import { createRenderThread, type RenderThread, type RenderThreadOptions } from './render-thread.ts';

const folder = new URL('../../../templates/', import.meta.url);
const letter = JSON.parse(readFileSync(new URL('samples/reply-letter.json', folder), 'utf8'));
const job: RenderJob = { make: 'letterLost', letter };
const script = (source: string): URL => new URL(`data:text/javascript,${encodeURIComponent(source)}`);
const threads: RenderThread[] = [];
const threadOf = (options: RenderThreadOptions): RenderThread => {
  const thread = createRenderThread(options);
  threads.push(thread);
  return thread;
};

afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.close()));
});

test('a thread that dies fails the job at hand, and the next job starts another', async () => {
  const dying = threadOf({
    script: script(`
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', (job) => {
        if (job.make === 'letterPdf') process.exit(3);
        parentPort.postMessage({ ok: true, result: ['alive'] });
      });`),
  });
  const [first, second] = await Promise.allSettled([
    dying.run({ make: 'letterPdf', letter }),
    dying.run(job),
  ]);
  expect(first).toMatchObject({
    status: 'rejected',
    reason: { message: 'The render thread ended with code 3' },
  });
  expect(second).toEqual({ status: 'fulfilled', value: ['alive'] });
});

test('a thread that cannot start fails every job instead of leaving it waiting', async () => {
  const broken = threadOf({ script: script('throw new Error("no fonts")') });
  await expect(broken.run(job)).rejects.toThrow('no fonts');
  await expect(broken.run(job)).rejects.toThrow('no fonts');
});

test('a document that takes too long is given up', async () => {
  const slow = threadOf({ script: script('setInterval(() => {}, 1000)'), patience: 20 });
  await expect(slow.run(job)).rejects.toThrow('letterLost took over 20 ms');
});

test('data that cannot be sent to a thread fails alone', async () => {
  const thread = threadOf({});
  await expect(thread.run({ ...job, letter: { ...letter, mark: () => '' } })).rejects.toThrow(
    'could not be cloned',
  );
  await expect(thread.run(job)).resolves.toEqual([]);
});

test('what still waits when a thread closes is rejected', async () => {
  const thread = threadOf({ script: script('setInterval(() => {}, 1000)') });
  const waiting = Promise.allSettled([thread.run(job), thread.run(job)]);
  await thread.close();
  expect((await waiting).map((one) => one.status)).toEqual(['rejected', 'rejected']);
});
