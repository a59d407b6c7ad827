import { expect, it } from 'vitest';
import { deliver } from './deliver.ts';

/** The great run by flag: `LUOSHI_DELIVER_KILLS=100 LUOSHI_DELIVER_NOTICES=10000 npx vitest run test/crash/deliver.test.ts`. */
const kills = Number(process.env['LUOSHI_DELIVER_KILLS'] ?? 10);
const notices = Number(process.env['LUOSHI_DELIVER_NOTICES'] ?? 1_000);

it(`delivers each of ${notices} notices once over ${kills} kills of the worker`, {
  timeout: 120_000 + kills * 20_000,
}, async () => {
  const report = await deliver(kills, notices, (killed, messages) => {
    if (killed % 10 === 0) console.log(`${killed} kills, ${messages} messages`);
  });
  console.log(JSON.stringify(report));
  expect(report.notices).toBeGreaterThanOrEqual(notices);
  // The receiver did get messages again: without that the run would have proved nothing about repeats.
  expect(report.repeated).toBeGreaterThan(0);
  expect(report).toMatchObject({ missing: 0, doubled: 0, ghosts: 0, faults: [] });
});
