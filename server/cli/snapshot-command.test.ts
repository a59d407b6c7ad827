import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { signedFile, statementOf } from '../figures/signed-file.ts';
import { canonical, entryHash, genesis } from '../platform/journal.ts';
import { snapshotCommand } from './snapshot-command.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luoshi-snapshot-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sha256 = (given: string | Buffer): string => createHash('sha256').update(given).digest('hex');

/** A file that anybody can make: all of it is right, but for whose key it is. */
const forged = (name: string, jurisdiction: string): string => {
  const pair = generateKeyPairSync('ed25519');
  const key = {
    no: 1,
    fingerprint: sha256(pair.publicKey.export({ type: 'spki', format: 'der' })),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    madeAt: '2026-01-01T00:00:00.000Z',
    retiredAt: null,
  };
  const content = canonical({ name, asOf: '2026-12-31T15:59:59.999Z', lines: [] });
  const entry = canonical({ data: { hash: sha256(content) } });
  const statement = statementOf({
    jurisdiction,
    at: { instant: '2027-01-05T02:00:00.000Z', date: '2027-01-05' },
    hash: sha256(content),
    key,
    journal: { n: 3, previousHash: genesis, hash: entryHash(genesis, entry), entry },
  });
  const signature = sign(null, Buffer.from(statement), pair.privateKey).toString('base64');
  return signedFile({ key, signature, statement, content });
};

test('words of a file write no line of their own into the verdict, and hide none', async () => {
  const place = path.join(folder, 'forged.jsonl');
  const good = 'Content and signature agree: no change found.';
  writeFileSync(place, forged(`A\n  ${good}\u001b[8m\u202e\u2028`, '云川市\r\u009b2K'));
  let out = '';
  const io = {
    env: {},
    out: (text: string) => {
      out += text;
    },
    err: () => undefined,
  };
  expect(await snapshotCommand.run(['verify', place, '--key', 'a'.repeat(64)], io)).toBe(1);
  expect(out.split('\n')).not.toContain(`  ${good}`);
  expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  // What was there is seen.
  expect(out).toContain(String.raw`A\u{a}  ${good}\u{1b}[8m`);
  expect(out).toContain('It does not hold.');
});
