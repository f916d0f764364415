import { now } from '../clock.ts';
import type { Tx } from '../database/open.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import type { RequestContext } from '../viewer.ts';
import { type Call, decide, RefusedMidway, refuseCall } from './decide.ts';
import type { Row } from './declaration.ts';
import { claimKey, keepOutcome } from './idempotency.ts';
import type { DocumentInput, Noun } from './noun.ts';

export interface ActRequest {
  context: RequestContext;
  /** Absent when the action creates a record. */
  id?: string | null;
  expectedVersion?: number | null;
  input?: Readonly<Record<string, unknown>>;
  reason?: string | null;
  documents?: readonly DocumentInput[];
  /** For system creations: whose record it will be. People create for the organisation they act for. */
  organizationId?: string;
}

/** The record after the action, or why it was refused. */
export type Outcome =
  | { record: Row; refusal: null /** Handed out once, kept nowhere. */; secret?: string }
  | { record: null; refusal: Refusal };

const UNIQUE_VIOLATION = '23505';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 3;
const CALENDAR_MAX_AGE_MS = 60_000;

function sqlState(error: unknown): string | undefined {
  return (error as { code?: string }).code;
}

/** A refusal that only showed itself while writing; null when the error is a fault of the program. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof RefusedMidway) return error.refusal;
  return sqlState(error) === UNIQUE_VIOLATION ? refuse('ALREADY_EXISTS') : null;
}

/**
 * The one place where a state changes. In one transaction: lock, visibility, party and role, account, state,
 * guards, fields, documents, then state, deadlines, work item, notifications, one audit entry.
 * A refusal changes nothing but leaves its audit entry. The same idempotency key gives the first answer again.
 */
export async function act(
  runtime: Runtime,
  noun: Noun,
  action: string,
  request: ActRequest,
): Promise<Outcome> {
  const within = (work: (call: Call) => Promise<Outcome>) =>
    runtime.db.transaction().execute((tx) => once({ runtime, tx: tx as Tx, noun, action, request }, work));
  // Before the transaction: on the embedded database its connection is the only one.
  await runtime.refreshCalendar(CALENDAR_MAX_AGE_MS);
  for (let attempt = 1; ; attempt++) {
    try {
      return await within(decide);
    } catch (error) {
      const state = sqlState(error);
      if ((state === SERIALIZATION_FAILURE || state === DEADLOCK) && attempt < ATTEMPTS) continue;
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      return within((call) => refuseCall(call, refusal, null));
    }
  }
}

/** Does the work once for an idempotency key: a second call is given the first one's outcome. */
async function once(call: Call, work: (call: Call) => Promise<Outcome>): Promise<Outcome> {
  const { tx, noun, action, request } = call;
  const { viewer, idempotencyKey } = request.context;
  if (!idempotencyKey) return work(call);
  const { context: _, ...body } = request;
  const replay = await claimKey<Outcome>(
    tx,
    viewer,
    idempotencyKey,
    { action, noun: noun.lifecycle.noun, body },
    now(),
  );
  if (replay.kind === 'OTHER_BODY') return refuseCall(call, refuse('IDEMPOTENCY_KEY_REUSED'), null);
  if (replay.kind === 'AGAIN') return revive(replay.outcome);
  const outcome = await work(call);
  await keepOutcome(tx, viewer, idempotencyKey, withoutSecret(outcome));
  return outcome;
}

function withoutSecret(outcome: Outcome): Outcome {
  return outcome.record ? { record: outcome.record, refusal: null } : outcome;
}

/** JSON turned the instants of a kept record into text; the columns that end in `At` become Dates again. */
function revive(outcome: Outcome): Outcome {
  if (!outcome.record) return outcome;
  const columns = Object.entries(outcome.record).map(([name, value]) => [
    name,
    name.endsWith('At') && typeof value === 'string' ? new Date(value) : value,
  ]);
  return { record: Object.fromEntries(columns) as Row, refusal: null };
}
