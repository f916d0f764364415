import { createHash } from 'node:crypto';

/**
 * A tree of digests as RFC 6962 has it (section 2.1), over SHA-256: one digest stands for all leaves, and a few prove
 * that a leaf is among them. All digests are hexadecimal.
 */

const digest = (kind: 0 | 1, ...parts: string[]) => {
  const hash = createHash('sha256').update(Buffer.of(kind));
  for (const part of parts) hash.update(Buffer.from(part, 'hex'));
  return hash.digest('hex');
};

const leaf = (content: string) => digest(0, content);
const node = (left: string, right: string) => digest(1, left, right);

export interface MerkleTree {
  /** Of no contents, the digest of nothing. */
  root: string;
  /** The digests beside the way from the content at `index` up to the root, the lowest first. */
  path(index: number): string[];
}

/** The tree over these contents in their order, made once for all its paths. */
export function merkleTree(contents: readonly string[]): MerkleTree {
  const all = levels(contents);
  return {
    root: all.at(-1)![0] ?? createHash('sha256').digest('hex'),
    path: (index) => {
      const path: string[] = [];
      let at = index;
      for (const level of all.slice(0, -1)) {
        const sibling = level[at ^ 1];
        // The last of an odd number goes up as it is.
        if (sibling !== undefined) path.push(sibling);
        at >>= 1;
      }
      return path;
    },
  };
}

/** The root that a content at `index` of `size` leads to along a path; null when the path is too short or too long. */
export function rootByPath(
  content: string,
  index: number,
  size: number,
  path: readonly string[],
): string | null {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return null;
  let digestHere = leaf(content);
  let [at, last, used] = [index, size - 1, 0];
  for (; last > 0; at >>= 1, last >>= 1) {
    if (at === last && at % 2 === 0) continue;
    const sibling = path[used++];
    if (sibling === undefined) return null;
    digestHere = at % 2 === 0 ? node(digestHere, sibling) : node(sibling, digestHere);
  }
  return used === path.length ? digestHere : null;
}

/** From the leaves to the root, each level half as long. */
function levels(contents: readonly string[]): string[][] {
  const all = [contents.map(leaf)];
  for (let level = all[0]!; level.length > 1; all.push(level)) {
    const below = level;
    level = [];
    for (let index = 0; index < below.length; index += 2)
      level.push(index + 1 < below.length ? node(below[index]!, below[index + 1]!) : below[index]!);
  }
  return all;
}
