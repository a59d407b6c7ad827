import { expect, it } from 'vitest';
import { crash } from './harness.ts';

/** More rounds by flag: `LUOSHI_CRASH_ROUNDS=200 npm test -- --only=crash`. */
const rounds = Math.max(20, Number(process.env['LUOSHI_CRASH_ROUNDS'] ?? 20));

it(`loses nothing acknowledged over ${rounds} kills of the whole process group`, {
  timeout: rounds * 60_000,
}, async () => {
  const report = await crash(rounds);
  console.log(JSON.stringify(report));
  expect(report.acknowledged).toBeGreaterThan(rounds * 5);
  expect(report).toMatchObject({ lost: 0, doubled: 0, failedStarts: 0 });
});

it('reports loss when commits are not synchronous: the harness can fail', { timeout: 600_000 }, async () => {
  const report = await crash(4, 'synchronous_commit=off;wal_writer_delay=10000ms');
  console.log(JSON.stringify(report));
  expect(report.lost).toBeGreaterThan(0);
});
