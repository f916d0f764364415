import { auditEntry } from '../audit/append.ts';
import { now as clockNow } from '../clock.ts';
import { documentUses } from '../documents/attach.ts';
import { isId, newId } from '../id.ts';
import type { ParameterValues } from '../parameters.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type RequestContext, SYSTEM } from '../viewer.ts';
import type { ActRequest, Outcome } from './act.ts';
import { isRunning } from './act-store.ts';
import { moveDeadlines } from './deadlines.ts';
import { mutationName, type Row } from './declaration.ts';
import { type Call, type Examined, examine, inputOf, isSeen, transitionOf } from './examine.ts';
import { type Answer, type Claim, claimKey, claimOf, firstOutcome, type Replay } from './idempotency.ts';
import type { Given, Noun } from './noun.ts';
import { type Opened, open, type Wanted } from './opening.ts';
import { itemOf, tellingOf } from './tell.ts';

/** Ends a transaction in which something may have been written already; what was written goes with it. */
export class RefusedMidway extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** What a created record is before its action gives it columns. */
function newRow({ noun, action, request }: Call, { opened, now, today }: Examined): Row {
  return {
    ...opened.blank,
    id: newId(),
    number: `${noun.numberPrefix}-${today.slice(0, 4)}-${opened.number!.padStart(6, '0')}`,
    organizationId: request.organizationId ?? request.context.viewer.organizationId ?? '',
    state: transitionOf(noun, action).to!,
    version: 0,
    createdAt: now,
    updatedAt: now,
  };
}

function withoutGaps(columns: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value ?? null]));
}

/** The state that an effect chose; one that the action does not declare is a fault of the program. */
function chosen({ noun, action }: Call, state: string): string {
  const { to, orTo } = transitionOf(noun, action);
  if (state !== to && state !== orTo)
    throw new Error(`${noun.lifecycle.noun}.${action} may not lead to ${state}`);
  return state;
}

/** Collects state, deadlines, work item, notifications and the audit entry, then what follows from it. */
async function carryOut(call: Call, examined: Examined): Promise<Outcome> {
  const { runtime, tx, closing, noun, action, request } = call;
  const { lifecycle } = noun;
  const { opened, reason, now } = examined;
  const { record } = opened;
  const transition = transitionOf(noun, action);
  const documents = request.documents ?? [];
  const before = record ?? newRow(call, examined);
  let secret: string | undefined;
  const given: Given = {
    ...examined,
    runtime,
    tx,
    record: before,
    brought: opened.brought,
    prepared: call.prepared && 'prepared' in call.prepared ? call.prepared.prepared : undefined,
    attachedKinds: opened.attachedKinds,
    documents,
    viewer: request.context.viewer,
    context: request.context,
    disclose: (value) => {
      secret = value;
    },
    write: (row, statement) => closing.write(row, statement),
    settle: () => closing.send(tx, null),
    ...consequences(call, reason, examined.parameters),
  };
  const effect = await noun.effects?.[action]?.(given);
  if (effect && 'refusal' in effect) throw new RefusedMidway(effect.refusal);
  const written: Row = {
    ...before,
    ...withoutGaps(effect ? effect.columns : examined.input),
    state: transition.to ?? before.state,
    version: before.version + 1,
    updatedAt: now,
  };
  if (effect?.state !== undefined) written.state = chosen(call, effect.state);
  closing.put(noun, record, written);

  const { dueAt, alarmsAt, ...moves } = moveDeadlines(
    lifecycle,
    transition,
    written,
    now,
    runtime.calendar(),
    examined.parameters,
  );
  for (const at of alarmsAt) closing.job(await runtime.alarmStatement(at.getTime() - now.getTime()));
  const title = noun.title(written);
  const notification = tellingOf(lifecycle, action, transition, written, title, reason, now);
  closing.step({
    recordId: written.id,
    at: now,
    ...moves,
    item: itemOf(lifecycle, written, title, now, dueAt),
    ...(notification && { notification }),
    ...(documents.length > 0 && { documents: documentUses(lifecycle, written.id, documents, now) }),
  });
  closing.entry(
    auditEntry(request.context, now, {
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
    }),
  );
  await noun.after?.[action]?.({ ...given, record: written });
  if (transition.publishes) {
    const name = mutationName(lifecycle, action);
    const { id: recordId, organizationId, state } = written;
    const columns = transition.publishes === true ? [] : transition.publishes;
    const values = Object.fromEntries(columns.map((column) => [column, written[column]]));
    closing.job(await runtime.eventStatement({ name, recordId, organizationId, state, values }));
  }
  return { record: written, refusal: null, ...(secret !== undefined && { secret }) };
}

/** True when a record that this transaction has touched is still, or now, among those wanted. */
function isWanted(row: Row, wanted: Wanted): boolean {
  switch (wanted.kind) {
    case 'ONE':
      return row.id === wanted.id;
    case 'EACH':
      return (
        wanted.states.includes(row.state) &&
        Object.entries(wanted.columns).every(([name, value]) => row[name] === value)
      );
    case 'NEW':
      return false;
  }
}

/** The records that a consequence is for, as this transaction leaves them: what is not written yet counts. */
function asPending({ closing, noun }: Call, rows: readonly Opened[], wanted: Wanted): Opened[] {
  if (wanted.kind === 'NEW') return [...rows];
  const touched = closing.pendingOf(noun);
  const untouched = rows.filter(({ record }) => record !== null && !closing.pending(record.id));
  const [like] = rows as [Opened];
  return [
    ...untouched,
    ...touched.filter((row) => isWanted(row, wanted)).map((record) => ({ ...like, record })),
  ].sort((one, other) => (one.record!.id < other.record!.id ? -1 : 1));
}

/** Consequences are taken by the system, with the cause's reason, and fail the whole when one is refused. */
function consequences(
  cause: Call,
  reason: string | null,
  parameters: ParameterValues,
): Pick<Given, 'also' | 'alsoEach' | 'create'> {
  const context: RequestContext = { ...cause.request.context, viewer: SYSTEM, idempotencyKey: null };
  const run = async (
    noun: Noun,
    action: string,
    wanted: Wanted,
    request: Omit<ActRequest, 'context'>,
  ): Promise<Row[]> => {
    const call: Call = { ...cause, noun, action, request: { context, reason, ...request }, prepared: null };
    const input = inputOf(call);
    const { rows } = await open(cause.tx, {
      noun,
      action,
      transition: transitionOf(noun, action),
      viewer: SYSTEM,
      wanted,
      documents: [],
      input: input.values,
      claim: null,
      parameters,
    });
    const written: Row[] = [];
    for (const opened of asPending(call, rows, wanted)) {
      const examination = await examine(call, opened, parameters, input);
      if ('refusal' in examination) throw new RefusedMidway(examination.refusal);
      written.push((await carryOut(call, examination.examined)).record!);
    }
    return written;
  };
  const one = async ([row]: Row[]) => {
    if (!row) throw new RefusedMidway(refuse('NOT_FOUND'));
    return row;
  };
  return {
    also: async (noun, id, action, input = {}) =>
      one(await run(noun, action, { kind: 'ONE', id }, { id, input })),
    alsoEach: async (noun, columns, states, action, input = {}) => {
      await run(noun, action, { kind: 'EACH', columns, states }, { input });
    },
    create: async (noun, action, input, organizationId) =>
      one(await run(noun, action, { kind: 'NEW' }, { input, organizationId })),
  };
}

/** Leaves the one audit entry of a refusal; nothing else is written. */
function refuseCall({ closing, noun, action, request }: Call, refusal: Refusal, record: Row | null): Outcome {
  closing.entry(
    auditEntry(request.context, clockNow(), {
      noun: noun.lifecycle.noun,
      recordId: record?.id ?? (isId(request.id) ? request.id : null),
      action,
      outcome: 'REFUSED',
      articles: refusal.articles,
      from: record?.state ?? null,
      refusal: { code: refusal.code, message: refusal.message },
    }),
  );
  return { record: null, refusal };
}

function claimBy({ noun, action, request }: Call): Claim | null {
  const { context, ...body } = request;
  return context.idempotencyKey === null
    ? null
    : claimOf(
        context.viewer,
        context.idempotencyKey,
        { action, noun: noun.lifecycle.noun, body },
        clockNow(),
      );
}

function answerTo(claim: Claim | null, outcome: Outcome): Answer | null {
  if (!claim) return null;
  const kept = outcome.record ? { record: outcome.record, refusal: null } : outcome;
  return { actor: claim.actor, key: claim.key, outcome: kept };
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

/** A later call with the same key is given the first one's outcome, unless it asks for something else. */
async function again(call: Call, replay: Exclude<Replay<Outcome>, { kind: 'FIRST' }>): Promise<Outcome> {
  if (replay.kind === 'AGAIN') return revive(replay.outcome);
  const outcome = refuseCall(call, refuse('IDEMPOTENCY_KEY_REUSED'), null);
  await call.closing.send(call.tx, null);
  return outcome;
}

/** Opens, examines, then carries out or refuses, and writes all of it at once, in the caller's transaction. */
export async function decide(call: Call): Promise<Outcome> {
  const { tx, closing, noun, action, request } = call;
  const transition = transitionOf(noun, action);
  const claim = claimBy(call);
  const input = inputOf(call);
  const opening = await open(tx, {
    noun,
    action,
    transition,
    viewer: request.context.viewer,
    wanted: transition.from === null ? { kind: 'NEW' } : { kind: 'ONE', id: request.id },
    documents: request.documents ?? [],
    input: input.faults.length === 0 ? input.values : null,
    claim,
    parameters: null,
  });
  if (claim && !opening.claimed) return again(call, await firstOutcome<Outcome>(tx, claim));
  // Asked once the row is locked: another worker may have acted on the same deadline meanwhile.
  if (request.deadlineId && !(await isRunning(tx, request.deadlineId)))
    return { record: null, refusal: refuse('ILLEGAL_TRANSITION') };
  const [opened] = opening.rows as [Opened];
  const examination = await examine(call, opened, opening.parameters, input);
  const outcome =
    'refusal' in examination
      ? refuseCall(call, examination.refusal, isSeen(call, opened.record) ? opened.record : null)
      : await carryOut(call, examination.examined);
  await closing.send(tx, answerTo(claim, outcome));
  return outcome;
}

/** Leaves what a refusal leaves, in a transaction of its own, when it only showed itself while writing. */
export async function refuseAfterwards(call: Call, refusal: Refusal): Promise<Outcome> {
  const claim = claimBy(call);
  const replay = claim && (await claimKey<Outcome>(call.tx, claim));
  if (replay && replay.kind !== 'FIRST') return again(call, replay);
  const outcome = refuseCall(call, refusal, null);
  await call.closing.send(call.tx, answerTo(claim, outcome));
  return outcome;
}
