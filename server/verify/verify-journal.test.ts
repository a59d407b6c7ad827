import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#core/access.ts';
import { emptyStream, nextEntry } from '#server/platform/journal.ts';
import { momentOf } from '#server/platform/moment.ts';
import { makeCheckpoint, readCheckpoint } from './checkpoint.ts';
import { merkleTree } from './merkle.ts';
import { type ProblemCode, verifyJournal } from './verify-journal.ts';

const actor: Actor = { jurisdictionId: 1, personId: 7, name: '督查甲', grants: [], via: 'session' };
const at = momentOf(new Date('2026-03-01T01:00:00Z'));

type Line = { stream: string; n: number; previousHash: string; hash: string; entry: string };

/** A chain as the product writes it. */
const chain = (stream: string, length: number): Line[] => {
  let head = emptyStream;
  return Array.from({ length }, (_, index) => {
    const row = nextEntry(head, actor, at, {
      stream,
      command: 'test',
      matterId: null,
      data: { step: index },
    });
    head = { n: row.n, hash: row.hash };
    return { stream, n: row.n, previousHash: row.previous_hash, hash: row.hash, entry: row.entry };
  });
};

const journal = (): Line[] => [...chain('matter:1', 4), ...chain('matter:2', 3), ...chain('setup', 5)];
const heads = (lines: readonly Line[]) => [
  ...new Map(lines.map(({ stream, n, hash }) => [stream, { stream, n, hash }])).values(),
];
const checkpointOf = (lines: readonly Line[]) =>
  makeCheckpoint({ jurisdiction: 'yunchuan', at: at.instant }, heads(lines));

const verdict = (lines: readonly Line[], checkpoint: Parameters<typeof verifyJournal>[1] = null) =>
  verifyJournal(
    lines.map((line) => JSON.stringify(line)),
    checkpoint,
  );

const codes = async (...given: Parameters<typeof verdict>): Promise<readonly ProblemCode[]> =>
  (await verdict(...given)).problems.map(({ code }) => code);

/** Writes the chain of a stream anew from a line on, as somebody would who knows how. */
const rehash = (lines: readonly Line[], from: number, change: (entry: string) => string): Line[] => {
  let previous = '';
  return lines.map((line, index) => {
    if (index < from || line.stream !== lines[from]?.stream) return line;
    const entry = index === from ? change(line.entry) : line.entry;
    const previousHash = index === from ? line.previousHash : previous;
    const hash = createHash('sha256')
      .update(Buffer.from([0]))
      .update(previousHash)
      .update(entry)
      .digest('hex');
    previous = hash;
    return { ...line, previousHash, hash, entry };
  });
};

test('a whole journal is found whole, with and without a checkpoint, and grown since the checkpoint', async () => {
  const lines = journal();
  expect(await verdict(lines)).toMatchObject({ ok: true, entries: 12, streams: 3, againstCheckpoint: false });
  expect(await verdict(lines, checkpointOf(lines))).toMatchObject({
    ok: true,
    root: checkpointOf(lines).root,
  });
  const before = checkpointOf([...chain('matter:1', 2), ...chain('setup', 5)]);
  expect(await verdict(lines, before)).toMatchObject({ ok: true, againstCheckpoint: true });
});

describe('what the chain alone betrays', () => {
  test('an entry that was changed', async () => {
    const lines = journal();
    lines[1] = { ...(lines[1] as Line), entry: (lines[1] as Line).entry.replace('督查甲', '督查乙') };
    expect(await codes(lines)).toEqual(['hash-wrong']);
  });

  test('an entry that was taken out', async () => {
    const lines = journal();
    lines.splice(1, 1);
    expect(await codes(lines)).toEqual(['number-gap', 'chain-broken']);
  });

  test('an entry that was put in', async () => {
    const lines = journal();
    lines.splice(2, 0, { ...(lines[1] as Line) });
    expect(await codes(lines)).toEqual(['number-gap', 'chain-broken']);
  });

  test('two entries that changed places', async () => {
    const lines = journal();
    [lines[1], lines[2]] = [lines[2] as Line, lines[1] as Line];
    expect((await verdict(lines)).ok).toBe(false);
  });

  test('two entries that changed places together with their numbers', async () => {
    const lines = journal();
    const [second, third] = [lines[1] as Line, lines[2] as Line];
    lines[1] = { ...third, n: 2 };
    lines[2] = { ...second, n: 3 };
    expect((await verdict(lines)).ok).toBe(false);
  });

  test('a stream that goes on elsewhere, and an entry of another stream', async () => {
    const [first, ...rest] = journal();
    expect(await codes([...rest, first as Line])).toContain('stream-split');
    const moved = journal().map((line) =>
      line.stream === 'matter:2' ? { ...line, stream: 'matter:9' } : line,
    );
    expect(await codes(moved)).toEqual(['entry-elsewhere', 'entry-elsewhere', 'entry-elsewhere']);
  });

  test('a line that is none', async () => {
    const report = await verifyJournal(['{"stream":1}', 'nonsense', ''], null);
    expect(report.problems.map(({ code }) => code)).toEqual(['line-unreadable', 'line-unreadable']);
  });

  test('any one character changed anywhere in the export', async () => {
    const text = journal().map((line) => JSON.stringify(line));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        fc.constantFrom(...'0a7{",督'),
        async (line, where, character) => {
          const whole = text[line] ?? '';
          const place = Math.floor(where * whole.length);
          fc.pre(whole[place] !== character);
          const changed = `${whole.slice(0, place)}${character}${whole.slice(place + 1)}`;
          expect((await verifyJournal(text.with(line, changed), null)).ok).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('what only a checkpoint from outside betrays', () => {
  test('a tail that was cut off', async () => {
    const lines = journal();
    const cut = lines.filter(({ stream, n }) => stream !== 'matter:1' || n < 4);
    expect((await verdict(cut)).ok).toBe(true);
    expect(await codes(cut, checkpointOf(lines))).toEqual(['stream-shorter']);
  });

  test('a whole stream that was taken away, and an old backup that was put back', async () => {
    const lines = journal();
    const without = lines.filter(({ stream }) => stream !== 'matter:2');
    expect(await codes(without, checkpointOf(lines))).toEqual(['stream-missing']);
    const old = [...chain('matter:1', 2), ...chain('matter:2', 1)];
    expect(await codes(old, checkpointOf(lines))).toEqual([
      'stream-shorter',
      'stream-shorter',
      'stream-missing',
    ]);
  });

  test('a chain that was written anew from the middle, and a journal written anew as a whole', async () => {
    const lines = journal();
    const anew = rehash(lines, 1, (entry) => entry.replace('"step":1', '"step":9'));
    expect((await verdict(anew)).ok).toBe(true);
    expect(await codes(anew, checkpointOf(lines))).toEqual(['head-differs']);
    const whole = rehash(lines, 0, (entry) => entry.replace('督查甲', '督查乙'));
    expect(await codes(whole, checkpointOf(lines))).toEqual(['head-differs']);
  });

  test('a checkpoint whose heads were changed to fit', async () => {
    const lines = journal();
    const anew = rehash(lines, 1, (entry) => entry.replace('"step":1', '"step":9'));
    const forged = { ...checkpointOf(lines), heads: heads(anew) };
    expect(await codes(anew, forged)).toEqual(['checkpoint-root']);
    expect(readCheckpoint(JSON.stringify({ ...forged, heads: [{ stream: 1 }] }))).toBe(null);
    expect(readCheckpoint('not json')).toBe(null);
  });
});

describe('the tree', () => {
  // The eight leaves of the Certificate Transparency test vectors and the published roots of their prefixes.
  const leaves = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  const rootOf = (count: number): string => {
    const tree = merkleTree();
    for (const leaf of leaves.slice(0, count)) tree.add(Buffer.from(leaf, 'hex'));
    return tree.root();
  };

  test('has the published roots (RFC 6962)', () => {
    expect(rootOf(0)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(rootOf(1)).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(rootOf(2)).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
    expect(rootOf(8)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  test('is the recursive definition for every size', () => {
    const hash = (...parts: Uint8Array[]): Buffer => {
      const sha = createHash('sha256');
      for (const part of parts) sha.update(part);
      return sha.digest();
    };
    const recursive = (given: readonly Buffer[]): Buffer => {
      if (given.length === 1) return hash(Buffer.from([0]), given[0] as Buffer);
      let split = 1;
      while (split * 2 < given.length) split *= 2;
      return hash(Buffer.from([1]), recursive(given.slice(0, split)), recursive(given.slice(split)));
    };
    for (let size = 1; size <= 40; size += 1) {
      const given = Array.from({ length: size }, (_, index) => Buffer.from([index, size]));
      const tree = merkleTree();
      for (const leaf of given) tree.add(leaf);
      expect(tree.root()).toBe(recursive(given).toString('hex'));
    }
  });
});
