/** Merkle tree hashes in the shape of RFC 6962 section 2.1, over SHA-256. */
import { createHash } from 'node:crypto';

const hash = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const sha = createHash('sha256');
  for (const part of parts) sha.update(part);
  return sha.digest();
};

const leafMark = new Uint8Array([0]);
const nodeMark = new Uint8Array([1]);

const leafHash = (leaf: Uint8Array | string): Buffer => hash(leafMark, leaf);

/**
 * Folds leaves into the root as they come, in memory of the tree's height. An odd node is promoted, never doubled;
 * the root of nothing is the hash of the empty text.
 */
export const merkleTree = () => {
  /** Roots of the complete subtrees, the widest first, each with its number of leaves. */
  const peaks: { readonly size: number; readonly root: Buffer }[] = [];
  return {
    add: (leaf: Uint8Array | string): void => {
      let node = { size: 1, root: leafHash(leaf) };
      for (let last = peaks.at(-1); last?.size === node.size; last = peaks.at(-1)) {
        peaks.pop();
        node = { size: node.size * 2, root: hash(nodeMark, last.root, node.root) };
      }
      peaks.push(node);
    },
    root: (): string => {
      const [last, ...wider] = [...peaks].reverse();
      if (last === undefined) return hash('').toString('hex');
      return wider.reduce((right, left) => hash(nodeMark, left.root, right), last.root).toString('hex');
    },
  };
};
