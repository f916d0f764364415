import type { Tx } from '../database/open.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import type { RequestContext } from '../viewer.ts';
import { Closing } from './closing.ts';
import { decide, RefusedMidway, refuseAfterwards } from './decide.ts';
import type { Row } from './declaration.ts';
import { type Call, inputOf, transitionOf } from './examine.ts';
import type { DocumentInput, Noun, Prepared } from './noun.ts';
import { checkActor } from './permission.ts';

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
  /** For timers: the deadline that they act on. When it runs no more, nothing is done and nothing is written. */
  deadlineId?: string;
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

/** Lets the noun do beforehand what takes long; nothing for a call that is refused anyway. */
async function prepare(
  runtime: Runtime,
  noun: Noun,
  action: string,
  request: ActRequest,
): Promise<Prepared | null> {
  const work = noun.prepares?.[action];
  const { viewer } = request.context;
  if (!work || checkActor(transitionOf(noun, action), viewer, null) !== null) return null;
  const { values, faults } = inputOf({ runtime, noun, action, request });
  return faults.length > 0 ? null : work({ runtime, input: values, viewer });
}

/**
 * The one place where a state changes. In one transaction: lock, visibility, party and role, account, state,
 * guards, fields, documents, then state, deadlines, work item, notifications, one audit entry. It reads once, in the
 * statement that locks the row and in the one that the noun's guards judge by, and writes once, at the end.
 * A refusal changes nothing but leaves its audit entry. The same idempotency key gives the first answer again.
 */
export async function act(
  runtime: Runtime,
  noun: Noun,
  action: string,
  request: ActRequest,
): Promise<Outcome> {
  const prepared = await prepare(runtime, noun, action, request);
  const within = (work: (call: Call) => Promise<Outcome>) =>
    runtime.db
      .transaction()
      .execute((tx) =>
        work({ runtime, tx: tx as Tx, closing: new Closing(), noun, action, request, prepared }),
      );
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
      return within((call) => refuseAfterwards(call, refusal));
    }
  }
}
