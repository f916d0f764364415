import { shanghaiDate } from '../calendar/work-calendar.ts';
import { now as clockNow } from '../clock.ts';
import type { Tx } from '../database/open.ts';
import { checkDocuments } from '../documents/attach.ts';
import type { ParameterValues } from '../parameters.ts';
import { type Refusal, type RefusalDetail, refuse } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { checkText } from '../validation/text.ts';
import type { ActRequest } from './act.ts';
import type { Closing } from './closing.ts';
import type { Row, Transition } from './declaration.ts';
import { checkFields } from './fields.ts';
import { accountRulesBy, judge } from './judge.ts';
import type { Noun, Prepared } from './noun.ts';
import type { Opened } from './opening.ts';
import { maySee, refusedUnseen } from './permission.ts';

const LONGEST_REASON = 2000;

/** One call of one action. */
export interface Call {
  runtime: Runtime;
  tx: Tx;
  /** What the transaction of the call will write; its consequences add to the same. */
  closing: Closing;
  noun: Noun;
  action: string;
  request: ActRequest;
  /** What the noun found out before the transaction; consequences have none. */
  prepared?: Prepared | null;
}

/** The declaration of an action; asking for one that does not exist is a fault of the program. */
export function transitionOf(noun: Noun, action: string): Transition {
  const transition: Transition | undefined = noun.lifecycle.actions[action];
  if (!transition) throw new Error(`${noun.lifecycle.noun} has no action ${action}`);
  return transition;
}

/** The fields of a call, checked before anything is read; their faults are told only after all rules about who and when. */
export interface CheckedInput {
  values: Record<string, unknown>;
  faults: RefusalDetail[];
}

/** Checks what the caller filled in. Consequences bring the columns of what they create; nobody fills in fields there. */
export function inputOf({ noun, action, request }: Omit<Call, 'tx' | 'closing'>): CheckedInput {
  const { fields } = transitionOf(noun, action);
  return fields || request.context.viewer.via !== 'SYSTEM'
    ? checkFields(fields ?? {}, request.input ?? {})
    : { values: { ...request.input }, faults: [] };
}

/** A call that may go ahead. */
export interface Examined {
  opened: Opened;
  parameters: ParameterValues;
  facts: Record<string, unknown>;
  input: Record<string, unknown>;
  reason: string | null;
  now: Date;
  today: string;
}

export type Examination = { examined: Examined } | { refusal: Refusal };

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

/** True when the caller may know of the record, or creates it. */
export function isSeen({ noun, action, request }: Call, record: Row | null): boolean {
  if (transitionOf(noun, action).from === null) return true;
  return record !== null && maySee(noun.lifecycle, request.context.viewer, record);
}

/** Every check, in the fixed order that decides which refusal a caller sees; nothing is written. */
export async function examine(
  call: Call,
  opened: Opened,
  parameters: ParameterValues,
  { values: input, faults }: CheckedInput,
): Promise<Examination> {
  const { tx, noun, action, request } = call;
  const { record } = opened;
  const transition = transitionOf(noun, action);
  const { viewer } = request.context;
  if (!isSeen(call, record)) return { refusal: refusedUnseen(transition, viewer) ?? refuse('NOT_FOUND') };
  if (record && request.expectedVersion != null && request.expectedVersion !== record.version)
    return { refusal: versionConflict(record, request.expectedVersion) };

  const now = clockNow();
  const today = shanghaiDate(now);
  const facts = (transition.guards && (await noun.facts?.(tx, [record], viewer, input))?.[0]) ?? {};
  const refusal = judge({
    record,
    viewer,
    now,
    today,
    lifecycle: noun.lifecycle,
    transition,
    facts,
    accountRules: accountRulesBy(parameters, viewer),
    input: faults.length === 0 ? input : null,
    ownActions: opened.ownActions,
  });
  if (refusal) return { refusal };
  if (faults.length > 0) return { refusal: refuse('VALIDATION', { details: faults }) };
  const reasoned = checkReason(transition, request);
  if ('refusal' in reasoned) return reasoned;
  const lacking = checkDocuments(
    transition,
    request.documents ?? [],
    viewer,
    opened.attachedKinds,
    opened.documents,
  );
  if (lacking) return { refusal: lacking };
  if (call.prepared && 'refusal' in call.prepared) return { refusal: call.prepared.refusal };
  return { examined: { opened, parameters, facts, input, reason: reasoned.reason, now, today } };
}
