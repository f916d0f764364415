import { type Expression, type RawBuilder, sql } from 'kysely';
import { now } from '../clock.ts';
import type { Tx } from '../database/open.ts';
import { isId } from '../id.ts';
import { type ParameterValues, parametersInForce, withDefaults } from '../parameters.ts';
import type { Viewer } from '../viewer.ts';
import type { Row, Transition } from './declaration.ts';
import type { Claim } from './idempotency.ts';
import type { DocumentInput, Noun } from './noun.ts';
import { checkActor } from './permission.ts';

export interface OfferedDocument {
  id: string;
  organizationId: string | null;
  accountId: string | null;
}

/** One record as the opening statement found it, locked until the transaction ends, and what bears on it. */
export interface Opened {
  /** Null when there is none, or when the action creates it. */
  record: Row | null;
  /** Every column of the register, each null: what a created record starts from. */
  blank: Readonly<Record<string, null>>;
  /** The running number that a created record gets; gaps may occur, repeats never. */
  number: string | null;
  /** Actions that this same person took on the record before. */
  ownActions: ReadonlySet<string>;
  attachedKinds: ReadonlySet<string>;
  documents: readonly OfferedDocument[];
  /** What the noun let the opening bring along for the action's effect. */
  brought: any;
}

export interface Opening {
  /** False when an earlier call has the idempotency key; then nothing was locked. */
  claimed: boolean;
  parameters: ParameterValues;
  rows: Opened[];
}

/** Which records are wanted: one by its identifier, all that have these columns and one of these states, or a new one. */
export type Wanted =
  | { kind: 'ONE'; id: string | null | undefined }
  | { kind: 'EACH'; columns: Readonly<Record<string, string>>; states: readonly string[] }
  | { kind: 'NEW' };

export interface OpeningRequest {
  noun: Noun;
  action: string;
  transition: Transition;
  viewer: Viewer;
  wanted: Wanted;
  documents: readonly DocumentInput[];
  input: Readonly<Record<string, unknown>> | null;
  claim: Claim | null;
  /** Those that the transaction knows already. */
  parameters: ParameterValues | null;
}

interface Surroundings {
  claimed: boolean;
  parameters: Record<string, unknown> | null;
  number: string | null;
  bearing: {
    ownActions: string[];
    attachedKinds: string[];
    documents: OfferedDocument[];
  } | null;
  brought: unknown;
}

const NOTHING = sql`null`;

function matching(wanted: Wanted): RawBuilder<unknown> {
  switch (wanted.kind) {
    case 'ONE':
      return isId(wanted.id) ? sql`id = ${wanted.id}` : sql`false`;
    case 'EACH':
      return sql`${sql.join(
        Object.entries(wanted.columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
        sql` and `,
      )} and state in (${sql.join([...wanted.states])})`;
    case 'NEW':
      return sql`false`;
  }
}

function sequenceOf(noun: Noun): string {
  return `${noun.table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_number`;
}

/** Asked only for what the transition will look at. */
function bearing({ transition, documents, wanted, viewer }: OpeningRequest): Expression<unknown> {
  const asked = transition.documents || (wanted.kind === 'ONE' && transition.notBy);
  if (!asked) return NOTHING;
  const offered = documents.map(({ documentId }) => documentId).filter(isId);
  const actor = transition.notBy ? viewer.accountId : null;
  return sql`runtime.bearing_on(opened.id, ${actor}, ${offered})`;
}

/**
 * The one statement that a transition begins with: claims the idempotency key, locks the row, and reads with it the
 * rule parameters, own earlier actions, documents, and what the effect needs. Running numbers are only drawn for those
 * who may act. What is read about the row is never older than its lock.
 */
export async function open(tx: Tx, request: OpeningRequest): Promise<Opening> {
  const { noun, action, transition, viewer, wanted, input, claim } = request;
  const mayAct = checkActor(transition, viewer, null) === null;
  const proceeds = claim ? sql`exists (select from claimed)` : sql`true`;
  const claiming = claim
    ? sql`claimed as (insert into runtime.idempotency (actor, key, digest, created_at)
        values (${claim.actor}, ${claim.key}, ${claim.digest}, ${claim.at})
        on conflict (actor, key) do nothing returning key),`
    : sql``;
  const parameters = request.parameters
    ? NOTHING
    : sql`(select jsonb_object_agg(name, value) from ${parametersInForce(tx, now())} as in_force)`;
  const ready = wanted.kind === 'NEW' ? proceeds : sql`opened.state in (${sql.join([...transition.from!])})`;
  const number = wanted.kind === 'NEW' && mayAct ? sql`nextval(${sequenceOf(noun)})::text` : NOTHING;
  const brings = mayAct && input && noun.brings?.[action]?.({ input, viewer });
  const found = await sql<Row & { surroundings: Surroundings }>`
    with ${claiming} opened as (
      select * from ${sql.table(noun.table)} where ${matching(wanted)} and ${proceeds} order by id for update)
    select opened.*, jsonb_build_object(
      'claimed', ${proceeds},
      'parameters', ${parameters},
      'bearing', ${bearing(request)},
      'number', case when ${ready} then ${number} end,
      'brought', case when ${ready} then ${brings || NOTHING} end) as surroundings
    from (values (true)) as call left join opened on true`.execute(tx);
  const [first] = found.rows as [Row & { surroundings: Surroundings }];
  return {
    claimed: first.surroundings.claimed,
    parameters: request.parameters ?? withDefaults(first.surroundings.parameters ?? {}),
    rows: found.rows.map(({ surroundings, ...row }) => ({
      record: row.id === null ? null : row,
      blank: row.id === null ? (row as unknown as Record<string, null>) : {},
      number: surroundings.number,
      ownActions: new Set(surroundings.bearing?.ownActions),
      attachedKinds: new Set(surroundings.bearing?.attachedKinds),
      documents: surroundings.bearing?.documents ?? [],
      brought: surroundings.brought,
    })),
  };
}
