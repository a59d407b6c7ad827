import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { atMost } from './at-most.ts';
import { createHelper, type Helper, helpOnce } from './helper.ts';
import type { HelperOptions } from './helper-process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luoshi-test-helper-'));
const serving = new URL('./serve-orders.ts', import.meta.url).href;
let written = 0;
const script = (source: string): URL => {
  written += 1;
  const file = path.join(folder, `helper-${written}.ts`);
  writeFileSync(file, `import { serveOrders } from ${JSON.stringify(serving)};\n${source}`);
  return pathToFileURL(file);
};

const options = (source: string, more: Partial<HelperOptions> = {}): HelperOptions => ({
  script: script(source),
  name: 'the helper',
  heapMegabytes: 64,
  patience: 60_000,
  ...more,
});

const helpers: Helper<string, unknown>[] = [];
const helperOf = (source: string, more?: Partial<HelperOptions>): Helper<string, unknown> => {
  const helper = createHelper<string, unknown>(options(source, more));
  helpers.push(helper);
  return helper;
};

afterEach(async () => {
  await Promise.all(helpers.splice(0).map((helper) => helper.close()));
});

afterAll(() => rmSync(folder, { recursive: true }));

const echoing =
  'serveOrders((order) => order === "fail" ? Promise.reject(new Error("cannot")) : { heard: order });';

test('orders are carried out in turn, by one process', async () => {
  const helper = helperOf('let n = 0; serveOrders(async (order) => { n += 1; return `${order}${n}`; });');
  expect(await Promise.all(['a', 'b', 'c'].map((order) => helper.run(order)))).toEqual(['a1', 'b2', 'c3']);
});

test('an order that fails is rejected with its reason, and the next is carried out', async () => {
  const helper = helperOf(echoing);
  await expect(helper.run('fail')).rejects.toMatchObject({ why: 'failed', message: 'cannot' });
  await expect(helper.run('b')).resolves.toEqual({ heard: 'b' });
});

test('one that dies fails the order at hand, and the next order starts another', async () => {
  const helper = helperOf('serveOrders((order) => order === "die" ? process.exit(3) : "alive");');
  const [first, second] = await Promise.allSettled([helper.run('die'), helper.run('live')]);
  expect(first).toMatchObject({ status: 'rejected', reason: { why: 'died' } });
  expect(String((first as PromiseRejectedResult).reason)).toContain('the helper ended with code 3');
  expect(second).toEqual({ status: 'fulfilled', value: 'alive' });
});

test('a crash of its native code is its own: this process hears of it as a fault', async () => {
  const helper = helperOf('serveOrders(() => process.kill(process.pid, "SIGSEGV"));');
  await expect(helper.run('a')).rejects.toThrow('the helper ended with SIGSEGV');
});

test('one that cannot start fails every order instead of leaving it waiting', async () => {
  const helper = helperOf('throw new Error("no fonts");');
  await expect(helper.run('a')).rejects.toThrow('no fonts');
  await expect(helper.run('b')).rejects.toThrow('no fonts');
});

test('an order that takes too long is given up', async () => {
  const helper = helperOf('setInterval(() => {}, 1000); serveOrders(() => new Promise(() => {}));', {
    patience: 20,
  });
  await expect(helper.run('a')).rejects.toMatchObject({ why: 'tooSlow' });
});

test('one that fills its memory is stopped at its limit', async () => {
  const filling =
    'serveOrders(() => { const kept = []; for (;;) kept.push(Array.from({ length: 100_000 }, Math.random)); });';
  await expect(helpOnce(options(filling), 'a')).rejects.toMatchObject({ why: 'outOfMemory' });
});

test('it can neither write a file nor start a process, and knows nothing of the environment', async () => {
  const reaching = `
    import { writeFileSync } from 'node:fs';
    import { execFileSync } from 'node:child_process';
    const codeOf = (act) => { try { act(); return 'done'; } catch (error) { return error.code; } };
    serveOrders((file) => [codeOf(() => writeFileSync(file, 'x')), codeOf(() => execFileSync('/bin/true')), process.env.PATH]);`;
  expect(await helpOnce(options(reaching), path.join(folder, 'written'))).toEqual([
    'ERR_ACCESS_DENIED',
    'ERR_ACCESS_DENIED',
    undefined,
  ]);
});

test('an order that cannot be sent fails alone', async () => {
  const helper = createHelper<unknown, unknown>(options(echoing));
  await expect(helper.run(() => '')).rejects.toThrow('could not be cloned');
  await expect(helper.run('b')).resolves.toEqual({ heard: 'b' });
  await helper.close();
});

test('what still waits when a helper closes is rejected', async () => {
  const helper = helperOf('serveOrders(() => new Promise(() => {}));');
  const waiting = Promise.allSettled([helper.run('a'), helper.run('b')]);
  await helper.close();
  expect((await waiting).map((one) => one.status)).toEqual(['rejected', 'rejected']);
});

test('no more than the places there are work at once, and a failure gives its place back', async () => {
  const inTurn = atMost(2);
  let now = 0;
  let most = 0;
  const work = async (fails: boolean): Promise<void> => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now -= 1;
    if (fails) throw new Error('no');
  };
  const ended = await Promise.allSettled(
    [true, false, true, false, false].map((fails) => inTurn(() => work(fails))),
  );
  expect(most).toBe(2);
  expect(ended.filter((one) => one.status === 'fulfilled')).toHaveLength(3);
});
