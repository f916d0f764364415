/// <reference path="../env.d.ts" />
import { type FlowOutcome, runAction } from './action-flow.ts';
import { type Answer, ask, type Connection } from './api.ts';
import type { Deadline } from './deadlines.ts';
import type { ActionForm } from './offered-action.ts';
import { WORK_ITEMS_QUERY } from './page-queries.ts';
import type { Register, RegisterRecord } from './register.ts';
import { actionQuery, itemQuery, OWNER, relatedQuery } from './register-queries.ts';
import { REGISTERS } from './registers.ts';

/** One record that awaits the party that one acts for. */
export interface WorkItem {
  noun: string;
  recordId: string;
  number: string;
  title: string;
  state: string;
  organizationName: string | null;
  waitingWorkingDays: number;
  dueAt: string | null;
  overdue: boolean;
  remainingWorkingDays: number | null;
}

/** A page of what awaits the party that one acts for: by legal due day, so that what is late comes first. */
export function loadWorkItems(
  locals: App.Locals,
  variables: { first: number; after?: string | null; overdueOnly?: boolean },
): Promise<Answer<{ workItems: Connection<WorkItem> }>> {
  return ask(locals, WORK_ITEMS_QUERY, variables);
}

export interface HistoryEntry {
  at: string;
  label: string;
  outcome: string;
  toLabel: string | null;
  actorName: string;
  organizationName: string | null;
  reason: string | null;
  articles: number[];
}

/** A record with all that a decision needs. */
export interface InboxRecord extends RegisterRecord {
  deadlines: Deadline[];
  documents: { id: string; kind: string; name: string; size: number; url: string }[];
  history: HistoryEntry[];
}

type Forms = RegisterRecord & { documents: { kind: string }[]; availableActions: ActionForm[] };

export interface Earlier {
  id: string;
  number: string;
  title: string;
  status: string;
  statusLabel: string;
}

export interface Selected {
  entry: WorkItem;
  register: Register;
  record: InboxRecord;
  /** What the viewer may decide now; the first is the one that moves the matter on. */
  allowed: ActionForm[];
  refused: ActionForm[];
  chosen: ActionForm | null;
  outcome: FlowOutcome | null;
  /** Other records of the same kind and organization: what was decided about this unit before. */
  earlier: Earlier[];
}

/** The entry with its record, the form of the chosen action and what came of sending it; null when it may not be seen. */
export async function openEntry(
  locals: App.Locals,
  request: Request,
  entry: WorkItem,
  action: string | null,
): Promise<Selected | null> {
  const register = REGISTERS.find(({ noun }) => noun === entry.noun);
  if (!register) return null;
  const [shown, forms] = await Promise.all([
    ask<{ record: InboxRecord | null }>(locals, itemQuery(register), { id: entry.recordId }),
    ask<{ record: Forms | null }>(locals, actionQuery(register), { id: entry.recordId }),
  ]);
  const record = shown.data?.record;
  const formed = forms.data?.record;
  if (!record || !formed) return null;
  const allowed = formed.availableActions.filter(({ allowed }) => allowed);
  const chosen = allowed.find(({ name }) => name === action) ?? allowed[0] ?? null;
  const outcome = chosen && (await runAction(locals, request, { register, action: chosen, record: formed }));
  return {
    entry,
    register,
    record,
    allowed,
    refused: formed.availableActions.filter(({ allowed }) => !allowed),
    chosen,
    outcome,
    earlier: await loadEarlier(locals, register, record),
  };
}

async function loadEarlier(locals: App.Locals, register: Register, record: InboxRecord): Promise<Earlier[]> {
  if (!record.organization) return [];
  const { data } = await ask<Record<string, Connection<Earlier>>>(
    locals,
    relatedQuery([{ other: register, by: OWNER }]),
    {
      organizationId: record.organization.id,
    },
  );
  return (data?.[register.plural]?.edges ?? []).map(({ node }) => node).filter(({ id }) => id !== record.id);
}

/** The record that was just decided, as it stands now. */
export async function loadDone(locals: App.Locals, done: string | null): Promise<InboxRecord | null> {
  const [path, id] = (done ?? '').split('/');
  const register = REGISTERS.find((known) => known.path === path);
  if (!register || !id) return null;
  const { data } = await ask<{ record: InboxRecord | null }>(locals, itemQuery(register), { id });
  return data?.record ?? null;
}
