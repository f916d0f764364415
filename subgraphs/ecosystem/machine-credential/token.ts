import { hashSecret, randomToken } from '@zgt/runtime/crypto/digest.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';

const SHOWN_CHARACTERS = 12;

/** A new token `zgt_…` with what is kept of it: enough to recognise it in a list, not enough to use it. */
export function newToken(): { token: string; tokenPrefix: string; tokenHash: string } {
  const token = `zgt_${randomToken(32)}`;
  return { token, tokenPrefix: token.slice(0, SHOWN_CHARACTERS), tokenHash: hashSecret(token) };
}

/**
 * The roles that a person can hand to a program: the own ones without those that approve.
 * In the management unit the head approves too, so that role stays with people there.
 */
export function rolesForProgram({ party, roles }: Pick<Viewer, 'party' | 'roles'>): string[] {
  return roles.filter((role) => role !== 'APPROVER' && !(role === 'HEAD' && party === 'MANAGEMENT_UNIT'));
}
