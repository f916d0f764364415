import { appendAudit } from '../audit/append.ts';
import { shanghaiDate } from '../calendar/work-calendar.ts';
import { now as clockNow } from '../clock.ts';
import type { Tx } from '../database/open.ts';
import { attachDocuments, checkDocuments } from '../documents/attach.ts';
import { isId, newId } from '../id.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { checkText } from '../validation/text.ts';
import { type RequestContext, SYSTEM } from '../viewer.ts';
import type { ActRequest, Outcome } from './act.ts';
import { accountRules, attachedKinds, lockRow, nextNumber, ownActions, writeRow } from './act-store.ts';
import { moveDeadlines } from './deadlines.ts';
import { mutationName, type Row, type Transition } from './declaration.ts';
import { checkFields } from './fields.ts';
import { judge } from './judge.ts';
import type { Given, Noun } from './noun.ts';
import { maySee, refusedUnseen } from './permission.ts';
import { notify, writeItem } from './tell.ts';

const LONGEST_REASON = 2000;

/** Ends a transaction in which something may have been written already; what was written goes with it. */
export class RefusedMidway extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** One call of one action. */
export interface Call {
  runtime: Runtime;
  tx: Tx;
  noun: Noun;
  action: string;
  request: ActRequest;
}

/** The declaration of an action; asking for one that does not exist is a fault of the program. */
export function transitionOf(noun: Noun, action: string): Transition {
  const transition: Transition | undefined = noun.lifecycle.actions[action];
  if (!transition) throw new Error(`${noun.lifecycle.noun} has no action ${action}`);
  return transition;
}

interface Examined {
  record: Row | null;
  input: Record<string, unknown>;
  reason: string | null;
  now: Date;
  today: string;
}

type Examination = { examined: Examined } | { refusal: Refusal; record: Row | null };

function versionConflict(record: Row, expected: number): Refusal {
  const message = `现在是第 ${record.version} 版，您看到的是第 ${expected} 版`;
  return refuse('VERSION_CONFLICT', { details: [{ path: 'expectedVersion', message }] });
}

/** The reason as it will be kept, or why it cannot be. The system's consequences need none of their own. */
function checkReason(
  transition: Transition,
  request: ActRequest,
): { reason: string | null } | { refusal: Refusal } {
  const given = request.reason?.trim();
  if (!given) {
    const missing = transition.reason === 'REQUIRED' && request.context.viewer.via !== 'SYSTEM';
    return missing
      ? { refusal: refuse('REASON_REQUIRED', { articles: transition.articles }) }
      : { reason: null };
  }
  const checked = checkText(given, { min: 1, max: LONGEST_REASON, multiline: true });
  return checked.ok
    ? { reason: checked.value }
    : {
        refusal: refuse('VALIDATION', { details: [{ path: 'reason', message: `理由：${checked.reason}` }] }),
      };
}

/** Every check, in the fixed order that decides which refusal a caller sees; nothing is written. */
async function examine({ tx, noun, action, request }: Call): Promise<Examination> {
  const { lifecycle } = noun;
  const transition = transitionOf(noun, action);
  const { viewer } = request.context;
  const creates = transition.from === null;
  const record = creates || !isId(request.id) ? null : await lockRow(tx, noun, request.id);
  if (!creates && (!record || !maySee(lifecycle, viewer, record)))
    return { refusal: refusedUnseen(transition, viewer) ?? refuse('NOT_FOUND'), record: null };
  if (record && request.expectedVersion != null && request.expectedVersion !== record.version)
    return { refusal: versionConflict(record, request.expectedVersion), record };

  const now = clockNow();
  const today = shanghaiDate(now);
  // Consequences bring the columns of what they create; they declare no fields for people to fill in.
  const { values: input, faults } =
    transition.fields || viewer.via !== 'SYSTEM'
      ? checkFields(transition.fields ?? {}, request.input ?? {})
      : { values: { ...request.input }, faults: [] };
  const facts = (await noun.facts?.(tx, [record], viewer, input))?.[0] ?? {};
  const earlier =
    record && transition.notBy ? await ownActions(tx, [record.id], viewer) : new Map<string, Set<string>>();
  const refusal = judge({
    record,
    viewer,
    now,
    today,
    lifecycle,
    transition,
    facts,
    accountRules: await accountRules(tx, viewer),
    input: faults.length === 0 ? input : null,
    ownActions: (record && earlier.get(record.id)) ?? new Set(),
  });
  if (refusal) return { refusal, record };
  if (faults.length > 0) return { refusal: refuse('VALIDATION', { details: faults }), record };
  const reasoned = checkReason(transition, request);
  if ('refusal' in reasoned) return { refusal: reasoned.refusal, record };
  const attached = record && transition.documents ? await attachedKinds(tx, record.id) : new Set<string>();
  const lacking = await checkDocuments(tx, transition, request.documents ?? [], viewer, attached);
  if (lacking) return { refusal: lacking, record };
  return { examined: { record, input, reason: reasoned.reason, now, today } };
}

/** Writes state, deadlines, work item, notifications and the audit entry, then what follows from it. */
async function carryOut(call: Call, examined: Examined): Promise<Outcome> {
  const { runtime, tx, noun, action, request } = call;
  const { lifecycle } = noun;
  const { record, reason, now, today } = examined;
  const transition = transitionOf(noun, action);
  const documents = request.documents ?? [];
  const before: Row = record ?? {
    id: newId(),
    number: await nextNumber(tx, noun, today),
    organizationId: request.organizationId ?? request.context.viewer.organizationId ?? '',
    state: transition.to,
    version: 0,
    createdAt: now,
    updatedAt: now,
  };
  let secret: string | undefined;
  const given: Given = {
    ...examined,
    runtime,
    tx,
    record: before,
    documents,
    viewer: request.context.viewer,
    context: request.context,
    disclose: (value) => {
      secret = value;
    },
    ...consequences(call, reason),
  };
  const effect = await noun.effects?.[action]?.(given);
  if (effect && 'refusal' in effect) throw new RefusedMidway(effect.refusal);
  const written = await writeRow(tx, noun, record, {
    ...before,
    ...(effect ? effect.columns : examined.input),
    state: transition.to,
    version: before.version + 1,
    updatedAt: now,
  });

  await attachDocuments(tx, lifecycle, written.id, documents, now);
  const parameters = await runtime.parameters(tx);
  const dueAt = await moveDeadlines(tx, lifecycle, transition, written, now, runtime.calendar(), parameters);
  const title = noun.title(written);
  await writeItem(tx, lifecycle, written, title, now, dueAt);
  await notify(tx, lifecycle, action, transition, written, title, reason, now);
  await appendAudit(tx, request.context, now, {
    noun: lifecycle.noun,
    recordId: written.id,
    action,
    outcome: 'DONE',
    articles: transition.articles,
    from: record?.state ?? null,
    to: written.state,
    reason,
    ...(documents.length > 0 && { documents }),
    ...(effect?.details && { details: effect.details }),
  });
  await noun.after?.[action]?.({ ...given, record: written });
  if (transition.publishes) {
    const name = mutationName(lifecycle, action);
    const { id: recordId, organizationId, state } = written;
    await runtime.publish(tx, { name, recordId, organizationId, state });
  }
  return { record: written, refusal: null, ...(secret !== undefined && { secret }) };
}

/** Consequences are taken by the system, with the cause's reason, and fail the whole when one is refused. */
function consequences(cause: Call, reason: string | null): Pick<Given, 'also' | 'create'> {
  const context: RequestContext = { ...cause.request.context, viewer: SYSTEM, idempotencyKey: null };
  const run = async (noun: Noun, action: string, request: Omit<ActRequest, 'context'>): Promise<Row> => {
    const call = { ...cause, noun, action, request: { context, reason, ...request } };
    const examination = await examine(call);
    if ('refusal' in examination) throw new RefusedMidway(examination.refusal);
    const { record } = await carryOut(call, examination.examined);
    return record!;
  };
  return {
    also: (noun, id, action, input = {}) => run(noun, action, { id, input }),
    create: (noun, action, input, organizationId) => run(noun, action, { input, organizationId }),
  };
}

/** Leaves the one audit entry of a refusal; nothing else is written. */
export async function refuseCall(
  call: Pick<Call, 'tx' | 'noun' | 'action' | 'request'>,
  refusal: Refusal,
  record: Row | null,
): Promise<Outcome> {
  const { tx, noun, action, request } = call;
  await appendAudit(tx, request.context, clockNow(), {
    noun: noun.lifecycle.noun,
    recordId: record?.id ?? (isId(request.id) ? request.id : null),
    action,
    outcome: 'REFUSED',
    articles: refusal.articles,
    from: record?.state ?? null,
    refusal: { code: refusal.code, message: refusal.message },
  });
  return { record: null, refusal };
}

/** Examines, then carries out or refuses, in the caller's transaction. */
export async function decide(call: Call): Promise<Outcome> {
  const examination = await examine(call);
  return 'refusal' in examination
    ? refuseCall(call, examination.refusal, examination.record)
    : carryOut(call, examination.examined);
}
