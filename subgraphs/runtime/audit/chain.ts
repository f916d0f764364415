import { createHash } from 'node:crypto';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The first digest of a lane, before any entry. */
export const genesis = (lane: number): string => sha256(`lane ${lane}`);

/** The digest of an entry: over that of the one before it in its lane, its number and its text. */
export const chained = (previous: string, seq: string, body: string): string =>
  sha256(`${previous}\n${seq}\n${body}`);
