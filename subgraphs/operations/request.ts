import { appendAudit } from '@zgt/runtime/audit/append.ts';
import { now } from '@zgt/runtime/clock.ts';
import type { Tx } from '@zgt/runtime/database/open.ts';
import type { SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { requestContext } from '@zgt/runtime/graphql/noun.ts';
import { claimKey, claimOf, keepOutcome } from '@zgt/runtime/lifecycle/idempotency.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';

function failure(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** An error about an argument, in words that say what was expected. */
export function badInput(message: string): GraphQLError {
  return failure('BAD_USER_INPUT', message);
}

/** Lets only members of the given parties pass; anyone else is told who may ask. */
export function demandParty({ viewer }: SubgraphContext, parties: readonly PartyKind[], who: string): void {
  if (viewer.via === 'ANONYMOUS') throw failure('UNAUTHENTICATED', '请先登录。');
  if (viewer.party === null || !parties.includes(viewer.party))
    throw failure('FORBIDDEN', `只有${who}可以查看。`);
}

/** A cursor of several parts, opaque to clients. */
export function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(parts.join('|'), 'utf8').toString('base64url');
}

/** The parts of one of our cursors, or an error: each part has to have the form that it was given. */
export function decodeCursor(cursor: string | null | undefined, forms: readonly RegExp[]): string[] | null {
  if (cursor == null) return null;
  const parts = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (parts.length !== forms.length || !forms.every((form, index) => form.test(parts[index]!)))
    throw badInput('after 应为上一页 pageInfo.endCursor 的值。');
  return parts;
}

export const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
export const IDENTIFIER = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Stands for "not due" in cursors: later than anything that is due. */
export const NEVER = '9999-12-31T00:00:00.000Z';

/** A small change that is no lifecycle: which record it concerns, or why it was refused. */
export type Change = { recordId: string | null; refusal: null } | { recordId: null; refusal: Refusal };

/**
 * Makes a change that has no lifecycle of its own, in one transaction with exactly one audit entry, done or refused.
 * The same idempotency key gives the first answer again and leaves no second entry.
 */
export async function changeOnce(
  context: SubgraphContext,
  info: GraphQLResolveInfo,
  about: {
    noun: string;
    action: string;
    articles: readonly number[];
    input: unknown;
    reason?: string | null;
  },
  change: (tx: Tx) => Promise<Change>,
): Promise<Change> {
  const request = requestContext(context, info);
  const { viewer, idempotencyKey } = request;
  const at = now();
  return context.runtime.db.transaction().execute(async (tx) => {
    const write = (outcome: Change) =>
      appendAudit(tx, request, at, {
        noun: about.noun,
        recordId: outcome.recordId,
        action: about.action,
        outcome: outcome.refusal ? 'REFUSED' : 'DONE',
        articles: outcome.refusal?.articles ?? about.articles,
        ...(outcome.refusal
          ? { refusal: { code: outcome.refusal.code, message: outcome.refusal.message } }
          : { reason: about.reason ?? null }),
      });
    const body = { noun: about.noun, action: about.action, input: about.input };
    const claim = idempotencyKey ? claimOf(viewer, idempotencyKey, body, at) : null;
    if (claim) {
      const replay = await claimKey<Change>(tx, claim);
      if (replay.kind === 'AGAIN') return replay.outcome;
      if (replay.kind === 'OTHER_BODY') {
        const reused: Change = { recordId: null, refusal: refuse('IDEMPOTENCY_KEY_REUSED') };
        await write(reused);
        return reused;
      }
    }
    const outcome = await change(tx);
    await write(outcome);
    if (claim) await keepOutcome(tx, claim, outcome);
    return outcome;
  });
}
