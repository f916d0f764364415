import type { RefusalCode } from '@zgt/schema/errors.ts';
import type { RuleParameterName } from '@zgt/schema/measure/parameters.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import type { Refusal } from '../refusal.ts';
import type { Viewer } from '../viewer.ts';
import type { Fields } from './fields.ts';

/** What every register row has, whatever its noun. Dates are `YYYY-MM-DD`, instants are Date. */
export interface Row {
  id: string;
  number: string;
  organizationId: string;
  state: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  [column: string]: unknown;
}

/** Who may take an action. `own`: only for a record of the viewer's organisation. `roles`: any of these. */
export interface Actor {
  party: PartyKind | 'SYSTEM' | 'ACCOUNT' | 'PUBLIC';
  own?: true;
  roles?: readonly string[];
}

/** What a guard judges by: the record, what the noun loaded about its surroundings, and the input if there is one. */
export interface GuardCase<F = Record<string, unknown>> {
  record: Row | null;
  facts: F;
  input: Readonly<Record<string, unknown>> | null;
  viewer: Viewer;
  today: string;
  now: Date;
}

/** A pure rule: a refusal, or null when it has nothing against it. Without input it judges what it can. */
export type Guard<F = any> = (given: GuardCase<F>) => Refusal | null;

/** A clock that an action starts. Exactly one of `parameter` (a length of time, counted from now) and `until` is given. */
export interface DeadlineRule {
  name: string;
  title: string;
  articles: readonly number[];
  /** Those of them that a record's own clock rests on; all of them when absent. */
  articlesOf?: (record: Row) => readonly number[];
  /** The clock starts for the records of which this holds; for all of them when absent. */
  when?: (record: Row) => boolean;
  owedBy: PartyKind | 'OWNER' | ((record: Row) => PartyKind | 'OWNER');
  parameter?: RuleParameterName | ((record: Row) => RuleParameterName);
  /** With `parameter`: the date after which counting begins; today when absent. */
  from?: (record: Row) => string;
  /** With `parameter`: the clock does not end before this instant, however short the count. */
  notBefore?: (record: Row) => Date | null;
  /** With `parameter`: counted back from this date of the record, instead of on from now; null starts no clock. */
  before?: (record: Row) => string | null;
  /** The first instant at which it is late, from the record after the action; null starts no clock. */
  until?: (record: Row) => Date | null;
  /** Taken by the system when it falls due; without it the record is shown as late and those who owe it are told. */
  action?: string;
  /** With `action`: somebody owes something by then all the same, so it stands in the work queue like any other. */
  owed?: true;
  /** Taken at its instant and not only in the minute after: an alarm is set in the same transaction. */
  exact?: true;
}

export interface Transition {
  label: string;
  effect: string;
  from: readonly string[] | null;
  /** Null: the record stays in the state that it is in. */
  to: string | null;
  /** The other state that the effect may choose by what it finds; `to` stands when it does not choose. */
  orTo?: string;
  by: readonly Actor[];
  articles: readonly number[];
  /** The duties of the measure that this action fulfils, by their ids; the coverage matrix reads them. */
  duties: readonly string[];
  /** Taking this action is how the refusal of an account is mended, so the account may take it all the same. */
  cures?: readonly RefusalCode[];
  /** What those who may not act are told instead of FORBIDDEN_ROLE. */
  othersAreTold?: RefusalCode;
  fields?: Fields;
  reason?: 'REQUIRED' | 'OPTIONAL';
  documents?: Readonly<Record<string, 'REQUIRED' | 'OPTIONAL'>>;
  guards?: readonly Guard[];
  /** The person who took any of these earlier actions on the record may not take this one. */
  notBy?: readonly string[];
  starts?: readonly DeadlineRule[];
  ends?: readonly string[];
  tells?: readonly (PartyKind | 'OWNER')[];
  /** Others listen: an event goes to the job queue in the same transaction, with the values of the columns named. */
  publishes?: true | readonly string[];
  /** Marks an answer of "no", so that clients can show it apart. */
  negative?: true;
}

export interface StateText {
  label: string;
  tone: 'NEUTRAL' | 'WAITING' | 'GOOD' | 'WARNING' | 'BAD';
  /** Whom the next step is waited for; `column` names the column of the record in which that party stands. */
  awaits?: PartyKind | 'OWNER' | { column: string };
  final?: true;
}

/** The party that a record waits for, or null when nobody's step comes next. */
export function awaitedOf(lifecycle: Lifecycle, record: Row): PartyKind | 'OWNER' | null {
  const { awaits } = lifecycle.states[record.state]!;
  return typeof awaits === 'object' ? (record[awaits.column] as PartyKind | 'OWNER') : (awaits ?? null);
}

/** The columns in which a lifecycle's records say whom they wait for. */
export function awaitingColumns(lifecycle: Lifecycle): string[] {
  const named = Object.values(lifecycle.states).flatMap(({ awaits }) =>
    typeof awaits === 'object' ? [awaits.column] : [],
  );
  return [...new Set(named)];
}

export interface Lifecycle {
  noun: string;
  label: string;
  description: string;
  articles: readonly number[];
  states: Readonly<Record<string, StateText>>;
  actions: Readonly<Record<string, Transition>>;
  /** Parties that read every record; the owner organisation always reads its own; PUBLIC means anyone. */
  readers: readonly (PartyKind | 'PUBLIC')[];
  /** With PUBLIC among the readers: the states in which the public sees a record. */
  publicStates?: readonly string[];
  /** Parties that read every record, but only in these states. */
  stateReaders?: { parties: readonly PartyKind[]; states: readonly string[] };
}

/** Declares a lifecycle and checks that it holds together; a mistake stops the process at start. */
export function lifecycle<const L extends Lifecycle>(declared: L): L {
  for (const state of [...(declared.publicStates ?? []), ...(declared.stateReaders?.states ?? [])])
    if (!Object.hasOwn(declared.states, state))
      throw new Error(`${declared.noun} lets others read the unknown state ${state}`);
  for (const [name, action] of Object.entries<Transition>(declared.actions)) {
    if (action.from === null && action.to === null)
      throw new Error(`${declared.noun}.${name} creates a record and names no state for it`);
    for (const state of [...(action.from ?? []), action.to])
      if (state !== null && !Object.hasOwn(declared.states, state))
        throw new Error(`${declared.noun}.${name} names the unknown state ${state}`);
    if (action.orTo !== undefined && !Object.hasOwn(declared.states, action.orTo))
      throw new Error(`${declared.noun}.${name} names the unknown state ${action.orTo}`);
    for (const earlier of action.notBy ?? [])
      if (!Object.hasOwn(declared.actions, earlier))
        throw new Error(`${declared.noun}.${name} names the unknown action ${earlier}`);
    for (const rule of action.starts ?? [])
      if ((rule.parameter === undefined) === (rule.until === undefined))
        throw new Error(`${declared.noun}.${name} deadline ${rule.name} needs either parameter or until`);
  }
  return declared;
}

/** The states in which someone of that party, or of none, reads every record without being a reader of the whole. */
export function openStates(
  { publicStates = [], stateReaders }: Lifecycle,
  party: PartyKind | null,
): readonly string[] {
  const more = party !== null && stateReaders?.parties.includes(party) ? stateReaders.states : [];
  return more.length > 0 ? [...new Set([...publicStates, ...more])] : publicStates;
}

/** The states of a lifecycle in declaration order, as the enum and the CHECK constraint list them. */
export function stateNames(declared: Lifecycle): string[] {
  return Object.keys(declared.states);
}

/** `endorseBrandAuthorization`: the one name of an action in the API, in the audit log and in documents. */
export function mutationName(declared: Lifecycle, action: string): string {
  return `${action}${declared.noun}`;
}
