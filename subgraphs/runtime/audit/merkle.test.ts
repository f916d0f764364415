import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { merkleTree, rootByPath } from './merkle.ts';

const sha256 = (...parts: (Buffer | string)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const contents = (count: number) =>
  Array.from({ length: count }, (_, index) => sha256(`entry ${index}`).toString('hex'));

/** The definition of RFC 6962, word for word. */
function treeHead(entries: readonly string[]): Buffer {
  if (entries.length === 0) return sha256('');
  if (entries.length === 1) return sha256(Buffer.of(0), Buffer.from(entries[0]!, 'hex'));
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha256(Buffer.of(1), treeHead(entries.slice(0, split)), treeHead(entries.slice(split)));
}

it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 33, 100])(
  'is the tree of RFC 6962 over %i entries',
  (count) => {
    const all = contents(count);
    const { root, path } = merkleTree(all);
    expect(root).toBe(treeHead(all).toString('hex'));
    for (const [index, content] of all.entries())
      expect(rootByPath(content, index, count, path(index))).toBe(root);
  },
);

it('proves nothing for another content, place, size or path', () => {
  const all = contents(13);
  const tree = merkleTree(all);
  const path = tree.path(5);
  const { root } = tree;
  expect(rootByPath(all[6]!, 5, 13, path)).not.toBe(root);
  expect(rootByPath(all[5]!, 6, 13, path)).not.toBe(root);
  expect(rootByPath(all[5]!, 5, 17, path)).not.toBe(root);
  expect(rootByPath(all[5]!, 5, 13, path.slice(1))).toBeNull();
  expect(rootByPath(all[5]!, 5, 13, [...path, path[0]!])).toBeNull();
  expect(rootByPath(all[5]!, 13, 13, path)).toBeNull();
});
