import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findMissing, readBoundaries } from './boundaries.ts';

describe('readBoundaries', () => {
  it('reads modules and the violations that are errors', () => {
    const violation = (severity: string) => ({
      from: 'core/a.ts',
      to: 'server/b.ts',
      rule: { name: 'core-is-pure', severity },
    });
    const text = JSON.stringify({
      modules: [{ source: 'core/a.ts' }, { source: 'server/b.ts' }],
      summary: { violations: [violation('error'), violation('info')] },
    });
    expect(readBoundaries(text)).toEqual({
      modules: new Set(['core/a.ts', 'server/b.ts']),
      violations: ['core-is-pure: core/a.ts → server/b.ts'],
    });
  });

  it.each(['', 'ERROR: no such file', '[]', '{}'])('does not take "%s" for a report', (text) => {
    expect(readBoundaries(text)).toBeUndefined();
  });
});

describe('findMissing', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync('/tmp/luoshi-boundaries-');
    for (const file of [
      'core/a.ts',
      'core/deep/b.tsx',
      'core/a.test.ts',
      'core/t.d.ts',
      'core/notes.md',
      'test/boundaries/x.ts',
    ]) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), '');
    }
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('names the sources that were not cruised', () => {
    expect(findMissing(root, ['core', 'test'], new Set(['core/a.ts']))).toEqual(['core/deep/b.tsx']);
    expect(findMissing(root, ['core', 'test'], new Set()).toSorted()).toEqual([
      'core/a.ts',
      'core/deep/b.tsx',
    ]);
    expect(findMissing(root, ['core', 'test'], new Set(['core/a.ts', 'core/deep/b.tsx']))).toEqual([]);
  });
});
