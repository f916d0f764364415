import { appendAudit } from '../audit/append.ts';
import { shanghaiDate } from '../calendar/work-calendar.ts';
import { now as clockNow } from '../clock.ts';
import type { Db, Tx } from '../database/open.ts';
import { attachDocuments, checkDocuments } from '../documents/attach.ts';
import { isId, newId } from '../id.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { type RequestContext, SYSTEM, type Viewer } from '../viewer.ts';
import { accountRules, attachedKinds, lockRow, nextNumber, ownActions, writeRow } from './act-store.ts';
import { moveDeadlines } from './deadlines.ts';
import { mutationName, type Row, type Transition } from './declaration.ts';
import { checkFields } from './fields.ts';
import { claimKey, keepOutcome } from './idempotency.ts';
import { judge } from './judge.ts';
import type { DocumentInput, Given, Noun } from './noun.ts';
import { concerns, maySee } from './permission.ts';
import { notify, writeItem } from './tell.ts';

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

/** Exactly one of the two: the record after the action, or why it was refused. */
export type Outcome = { record: Row; refusal: null; secret?: string } | { record: null; refusal: Refusal };

class ConsequenceRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

const UNIQUE_VIOLATION = '23505';
const RETRYABLE = ['40001', '40P01'];

function sqlState(error: unknown): string | undefined {
  return (error as { code?: string }).code;
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
  for (let attempt = 1; ; attempt++) {
    try {
      return await runtime.db.transaction().execute((tx) => once(runtime, tx, noun, action, request));
    } catch (error) {
      if (RETRYABLE.includes(sqlState(error) ?? '') && attempt < 3) continue;
      const refusal =
        error instanceof ConsequenceRefused
          ? error.refusal
          : sqlState(error) === UNIQUE_VIOLATION
            ? refuse('ALREADY_EXISTS')
            : null;
      if (!refusal) throw error;
      return runtime.db.transaction().execute((tx) => refused(tx, noun, action, request, null, refusal));
    }
  }
}

async function refused(
  tx: Db | Tx,
  noun: Noun,
  action: string,
  request: ActRequest,
  record: Row | null,
  refusal: Refusal,
): Promise<Outcome> {
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

async function once(
  runtime: Runtime,
  tx: Tx,
  noun: Noun,
  action: string,
  request: ActRequest,
): Promise<Outcome> {
  const { viewer, idempotencyKey } = request.context;
  if (!idempotencyKey) return decide(runtime, tx, noun, action, request);
  const { context: _, ...body } = request;
  const replay = await claimKey<Outcome>(
    tx,
    viewer,
    idempotencyKey,
    { action, noun: noun.lifecycle.noun, body },
    clockNow(),
  );
  if (replay.kind === 'OTHER_BODY')
    return refused(tx, noun, action, request, null, refuse('IDEMPOTENCY_KEY_REUSED'));
  if (replay.kind === 'AGAIN') return revive(replay.outcome);
  const outcome = await decide(runtime, tx, noun, action, request);
  const { secret: _secret, ...kept } = { secret: undefined, ...outcome };
  await keepOutcome(tx, viewer, idempotencyKey, kept);
  return outcome;
}

/** JSON turned the instants of a kept record into text; the columns that end in `At` become Dates again. */
function revive(outcome: Outcome): Outcome {
  if (!outcome.record) return outcome;
  const record = Object.fromEntries(
    Object.entries(outcome.record).map(([name, value]) => [
      name,
      name.endsWith('At') && typeof value === 'string' ? new Date(value) : value,
    ]),
  ) as Row;
  return { record, refusal: null };
}

async function decide(
  runtime: Runtime,
  tx: Tx,
  noun: Noun,
  action: string,
  request: ActRequest,
): Promise<Outcome> {
  const { lifecycle } = noun;
  const { viewer } = request.context;
  const transition: Transition | undefined = lifecycle.actions[action];
  if (!transition) throw new Error(`${lifecycle.noun} has no action ${action}`);
  const no = (refusal: Refusal, record: Row | null = null) =>
    refused(tx, noun, action, request, record, refusal);

  const record =
    transition.from === null ? null : isId(request.id) ? await lockRow(tx, noun, request.id) : null;
  if (transition.from !== null && (!record || !maySee(lifecycle, viewer, record)))
    return no(refuse('NOT_FOUND'));
  if (record && request.expectedVersion != null && request.expectedVersion !== record.version)
    return no(
      refuse('VERSION_CONFLICT', {
        details: [
          {
            path: 'expectedVersion',
            message: `现在是第 ${record.version} 版，您看到的是第 ${request.expectedVersion} 版`,
          },
        ],
      }),
      record,
    );

  const now = clockNow();
  const today = shanghaiDate(now);
  const checked =
    transition.fields || viewer.via !== 'SYSTEM'
      ? checkFields(transition.fields ?? {}, request.input ?? {})
      : { values: { ...request.input }, faults: [] };
  const given = {
    record,
    viewer,
    now,
    today,
    lifecycle,
    transition,
    accountRules: await accountRules(tx, viewer),
  };
  const facts = (await noun.facts?.(tx, [record], viewer, checked.values))?.[0] ?? {};
  const own =
    record && transition.notBy ? await ownActions(tx, [record.id], viewer) : new Map<string, Set<string>>();
  const refusal = judge({
    ...given,
    facts,
    input: checked.faults.length === 0 ? checked.values : null,
    ownActions: own.get(record?.id ?? '') ?? new Set(),
  });
  if (refusal) return no(refusal, record);
  if (checked.faults.length > 0) return no(refuse('VALIDATION', { details: checked.faults }), record);
  const reason = request.reason?.trim() || null;
  if (transition.reason === 'REQUIRED' && !reason && viewer.via !== 'SYSTEM')
    return no(refuse('REASON_REQUIRED', { articles: transition.articles }), record);
  if (reason && reason.length > 2000)
    return no(refuse('VALIDATION', { details: [{ path: 'reason', message: '理由：最多 2000 字' }] }), record);
  const documents = request.documents ?? [];
  const before = record && transition.documents ? await attachedKinds(tx, record.id) : new Set<string>();
  const lacking = await checkDocuments(tx, transition, documents, viewer, before);
  if (lacking) return no(lacking, record);

  const consequence = makeConsequences(runtime, tx, request.context, reason);
  const draft: Row = record ?? {
    id: newId(),
    number: '',
    organizationId: request.organizationId ?? viewer.organizationId ?? '',
    state: transition.to,
    version: 0,
    createdAt: now,
    updatedAt: now,
  };
  let secret: string | undefined;
  const full: Given = {
    disclose: (value) => {
      secret = value;
    },
    runtime,
    tx,
    record: draft,
    input: checked.values,
    reason,
    documents,
    viewer,
    context: request.context,
    now,
    today,
    ...consequence,
  };
  const effect = await noun.effects?.[action]?.(full);
  if (effect && 'refusal' in effect) return no(effect.refusal, record);
  const columns = effect ? effect.columns : checked.values;
  const number = record ? record.number : await nextNumber(tx, noun, today);
  const written = await writeRow(tx, noun, record, {
    ...draft,
    number,
    ...columns,
    state: transition.to,
    version: draft.version + 1,
    updatedAt: now,
  });

  await attachDocuments(tx, lifecycle, written.id, documents, now);
  const dueAt = await moveDeadlines(
    tx,
    lifecycle,
    transition,
    written,
    now,
    runtime.calendar(),
    await runtime.parameters(tx),
  );
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
    ...(documents.length > 0 ? { documents } : {}),
    ...(effect?.details && { details: effect.details }),
  });
  await noun.after?.[action]?.({ ...full, record: written });
  if (transition.publishes)
    await runtime.publish(tx, {
      name: mutationName(lifecycle, action),
      recordId: written.id,
      organizationId: written.organizationId,
      state: written.state,
    });
  return { record: written, refusal: null, ...(secret !== undefined && { secret }) };
}

function makeConsequences(
  runtime: Runtime,
  tx: Tx,
  cause: RequestContext,
  reason: string | null,
): Pick<Given, 'also' | 'create'> {
  const context: RequestContext = { ...cause, viewer: SYSTEM, idempotencyKey: null };
  const run = async (noun: Noun, action: string, request: Omit<ActRequest, 'context'>) => {
    const outcome = await decide(runtime, tx, noun, action, { context, reason, ...request });
    if (outcome.refusal) throw new ConsequenceRefused(outcome.refusal);
    return outcome.record;
  };
  return {
    also: (noun, id, action, input = {}) => run(noun, action, { id, input }),
    create: (noun, action, input, organizationId) => run(noun, action, { input, organizationId }),
  };
}

/** What the viewer may do now, for many records at once; with the reason where an action is not open. */
export async function availableActions(
  runtime: Pick<Runtime, 'db'>,
  noun: Noun,
  records: readonly Row[],
  viewer: Viewer,
): Promise<{ action: string; transition: Transition; refusal: Refusal | null }[][]> {
  const { lifecycle } = noun;
  const now = clockNow();
  const [facts, own, rules] = await Promise.all([
    noun.facts?.(runtime.db, records, viewer, null) ?? records.map(() => ({})),
    ownActions(
      runtime.db,
      records.map((record) => record.id),
      viewer,
    ),
    accountRules(runtime.db, viewer),
  ]);
  return records.map((record, index) =>
    Object.entries<Transition>(lifecycle.actions)
      .filter(([, transition]) => transition.from !== null && concerns(transition, viewer, record))
      .map(([action, transition]) => ({
        action,
        transition,
        refusal: judge({
          lifecycle,
          transition,
          record,
          viewer,
          now,
          today: shanghaiDate(now),
          accountRules: rules,
          facts: facts[index]!,
          input: null,
          ownActions: own.get(record.id) ?? new Set(),
        }),
      })),
  );
}
