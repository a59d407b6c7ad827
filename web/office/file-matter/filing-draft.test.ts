import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Filing, isWorthKeeping, keepDraft, moved, nextOf, readDraft } from './filing-draft.ts';

const filing: Filing = {
  sessionId: 3,
  inSession: false,
  caseNo: '2026001',
  filedOn: '2026-03-02',
  title: '关于公交的建议',
  category: '交通',
  publicConsent: 'full',
  level: 'city',
  proposerType: 'individual',
  priority: false,
  proposers: [{ id: 1, name: '甲', group: '' }],
  body: '一、二、',
  points: [{ key: 1, text: '一' }],
};

const memory = (): Storage => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    length: 0,
  };
};

describe('the draft', () => {
  beforeEach(() => vi.stubGlobal('sessionStorage', memory()));
  afterEach(() => vi.unstubAllGlobals());

  test('what was typed comes back', () => {
    keepDraft(filing);
    expect(readDraft()).toEqual(filing);
  });

  test('an empty form leaves none, and takes an older one away', () => {
    keepDraft(filing);
    keepDraft(nextOf(filing));
    expect(readDraft()).toBeNull();
  });

  test('what is not a draft is left alone', () => {
    sessionStorage.setItem('luoshi.filing', '{broken');
    expect(readDraft()).toBeNull();
  });

  test('a tab without storage has no draft and does not fail', () => {
    vi.stubGlobal('sessionStorage', undefined);
    keepDraft(filing);
    expect(readDraft()).toBeNull();
  });
});

test('blanks alone are not worth keeping; one proposer is', () => {
  expect(isWorthKeeping({ title: '  ' })).toBe(false);
  expect(isWorthKeeping({ proposers: filing.proposers })).toBe(true);
});

test('the next one keeps session, time, day and consent, and nothing of the matter', () => {
  expect(nextOf(filing)).toEqual({
    ...filing,
    caseNo: '',
    title: '',
    category: '',
    proposers: [],
    body: '',
    points: [],
  });
});

test.each([
  [0, 1, ['b', 'a', 'c']],
  [2, 0, ['c', 'a', 'b']],
  [0, -1, ['a', 'b', 'c']],
  [2, 3, ['a', 'b', 'c']],
  [5, 0, ['a', 'b', 'c']],
])('moving %d to %d', (from, to, expected) => {
  expect(moved(['a', 'b', 'c'], from, to)).toEqual(expected);
});
