/** A checkpoint: where every stream of the journal stood at a moment, under one root. It is kept outside the system. */
import { merkleTree } from './merkle.ts';

export type Head = { readonly stream: string; readonly n: number; readonly hash: string };

export type Checkpoint = {
  readonly format: 'luoshi-checkpoint/1';
  readonly jurisdiction: string;
  readonly at: string;
  readonly streams: number;
  readonly entries: number;
  /** Merkle root (RFC 6962) over the heads in the order of their streams' names: short enough to be printed. */
  readonly root: string;
  readonly heads: readonly Head[];
};

const byName = (a: Head, b: Head): number => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0);

export const rootOfHeads = (heads: readonly Head[]): string => {
  const tree = merkleTree();
  for (const { stream, n, hash } of [...heads].sort(byName)) tree.add(`${stream}\n${n}\n${hash}`);
  return tree.root();
};

export const makeCheckpoint = (
  given: { readonly jurisdiction: string; readonly at: string },
  heads: readonly Head[],
): Checkpoint => {
  const sorted = [...heads].sort(byName);
  return {
    format: 'luoshi-checkpoint/1',
    ...given,
    streams: sorted.length,
    entries: sorted.reduce((sum, head) => sum + head.n, 0),
    root: rootOfHeads(sorted),
    heads: sorted,
  };
};

const isHead = (value: unknown): value is Head => {
  if (typeof value !== 'object' || value === null) return false;
  const { stream, n, hash } = value as Record<string, unknown>;
  return typeof stream === 'string' && Number.isInteger(n) && typeof hash === 'string';
};

/** Null: not a checkpoint of this form. */
export const readCheckpoint = (text: string): Checkpoint | null => {
  try {
    const value = JSON.parse(text) as Partial<Checkpoint>;
    return value.format === 'luoshi-checkpoint/1' &&
      typeof value.root === 'string' &&
      Array.isArray(value.heads) &&
      value.heads.every(isHead)
      ? (value as Checkpoint)
      : null;
  } catch {
    return null;
  }
};
