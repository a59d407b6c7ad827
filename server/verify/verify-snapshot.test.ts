/** Files as the product writes them, changed in every way that somebody might. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signedFile, statementOf } from '../figures/signed-file.ts';
import { canonical, entryHash, genesis } from '../platform/journal.ts';
import { readKnownKey, verifySnapshot } from './verify-snapshot.ts';

const sha256 = (given: string | Buffer): string => createHash('sha256').update(given).digest('hex');

const makeKey = () => {
  const pair = generateKeyPairSync('ed25519');
  const fingerprint = sha256(pair.publicKey.export({ type: 'spki', format: 'der' }));
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const row = { no: 1, fingerprint, publicKey, madeAt: '2026-01-01T00:00:00.000Z', retiredAt: null };
  return { row, privateKey: pair.privateKey };
};
const own = makeKey();
const other = makeKey();

const content = canonical({
  name: '2026年度报告',
  asOf: '2026-12-31T15:59:59.999Z',
  filters: { year: '2026' },
  organs: null,
  lines: [{ figure: 'replyRate', variant: 'all', numerator: 987, denominator: 1002, value: '98.5' }],
});

type Change = Partial<{
  key: typeof own;
  content: string;
  entryOf: string;
  entry: (entry: string) => string;
  statement: (statement: string) => string;
  publicKey: string;
}>;

const fileWith = ({ key = own, ...change }: Change = {}): string => {
  const kept = change.content ?? content;
  const hash = sha256(kept);
  const entry = canonical({ n: 3, stream: 'figures', data: { name: '报告', hash: change.entryOf ?? hash } });
  const journal = { n: 3, previousHash: genesis, hash: entryHash(genesis, entry), entry };
  const said = statementOf({
    jurisdiction: '云川市',
    at: { instant: '2027-01-05T02:00:00.000Z', date: '2027-01-05' },
    hash,
    key: key.row,
    journal: { ...journal, entry: change.entry?.(entry) ?? entry },
  });
  const signature = sign(null, Buffer.from(said), key.privateKey).toString('base64');
  return signedFile({
    key: { ...key.row, publicKey: change.publicKey ?? key.row.publicKey },
    signature,
    statement: change.statement?.(said) ?? said,
    content: kept,
  });
};

const good = fileWith();

test('a file as it was written holds, and tells what it is', () => {
  const verdict = verifySnapshot(good, [own.row.fingerprint]);
  expect(verdict).toMatchObject({ ok: true, problems: [], againstKey: true });
  expect(verdict.told).toMatchObject({
    jurisdiction: '云川市',
    name: '2026年度报告',
    lines: 1,
    fingerprint: own.row.fingerprint,
    entry: { n: 3 },
  });
  // Without a known key it holds as well, and says that it was held against none.
  expect(verifySnapshot(good, [])).toMatchObject({ ok: true, againstKey: false });
});

test.each([
  ['a changed value', good.replace('987', '997'), ['content-changed']],
  ['a changed day', good.replace('2026-12-31T15', '2026-11-30T15'), ['content-changed']],
  [
    'a changed value with its hash mended',
    fileWith({
      content: content.replace('987', '997'),
      entryOf: sha256(content),
    }),
    ['entry-elsewhere'],
  ],
  [
    'a changed statement',
    fileWith({ statement: (said) => said.replace('云川市', '云山市') }),
    ['statement-changed'],
  ],
  [
    'a swapped public key',
    fileWith({ publicKey: other.row.publicKey }),
    ['statement-changed', 'key-swapped', 'other-key'],
  ],
  ['another key', fileWith({ key: other }), ['other-key']],
  [
    'an entry that was changed',
    fileWith({ entry: (entry) => entry.replace('报告', '简报') }),
    ['entry-changed'],
  ],
  ['another format', good.replace('luoshi-figures/1', 'luoshi-figures/2'), ['unknown-format']],
  ['no such file at all', '{"figures": 12}', ['unknown-format']],
  ['an empty file', '', ['unknown-format']],
  ['a line more', `${good}{}\n`, ['unknown-format']],
])('%s is told', (_, file, problems) => {
  expect(file).not.toBe(good);
  expect(verifySnapshot(file, [own.row.fingerprint])).toMatchObject({ ok: false, problems });
});

test('no single character can be changed, put in or taken out unnoticed', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: good.length - 1 }),
      fc.constantFrom('', '0', '1', 'A', ' ', '"', '=', '\n'),
      fc.boolean(),
      (at, text, keep) => {
        const changed = good.slice(0, at) + text + good.slice(keep ? at : at + 1);
        fc.pre(changed !== good);
        expect(verifySnapshot(changed, []).ok).toBe(false);
      },
    ),
    { numRuns: 1000 },
  );
});

test('bytes that are no UTF-8 do not stand for the sign that readers put in their place', () => {
  const bytes = Buffer.from(fileWith({ content: content.replace('年度', '\uFFFD') }));
  expect(verifySnapshot(bytes, []).ok).toBe(true);
  const place = bytes.indexOf('\uFFFD');
  const changed = Buffer.concat([bytes.subarray(0, place), Buffer.from([0xff]), bytes.subarray(place + 3)]);
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
  for (const one of [changed, marked])
    expect(verifySnapshot(one, [])).toMatchObject({ ok: false, problems: ['unknown-format'] });
});

test('a known key is its fingerprint as printed, or its public half; never a private one', () => {
  const { fingerprint, publicKey } = own.row;
  expect(readKnownKey(fingerprint)).toBe(fingerprint);
  expect(readKnownKey(fingerprint.toUpperCase().replace(/(..)(?=.)/g, '$1:'))).toBe(fingerprint);
  expect(readKnownKey(publicKey)).toBe(fingerprint);
  expect(readKnownKey(own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())).toBeNull();
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
  expect(readKnownKey(rsa.export({ type: 'spki', format: 'pem' }).toString())).toBeNull();
  expect(readKnownKey('city-key')).toBeNull();
});
