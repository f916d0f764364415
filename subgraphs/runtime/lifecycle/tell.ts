import { newId } from '../id.ts';
import { awaitedOf, type Lifecycle, type Row, type Transition } from './declaration.ts';

/** Where a record stands and who it waits for; every party's work queue reads from these. */
export interface Item {
  noun: string;
  recordId: string;
  organizationId: string;
  number: string;
  title: string;
  state: string;
  awaits: string | null;
  awaitsOrganizationId: string | null;
  since: Date;
  dueAt: Date | null;
  updatedAt: Date;
}

/** Puts the record where its next step is waited for. */
export function itemOf(
  lifecycle: Lifecycle,
  record: Row,
  title: string,
  now: Date,
  dueAt: Date | null,
): Item {
  const awaits = awaitedOf(lifecycle, record);
  return {
    noun: lifecycle.noun,
    recordId: record.id,
    organizationId: record.organizationId,
    number: record.number,
    title,
    state: record.state,
    awaits: awaits === 'OWNER' ? null : awaits,
    awaitsOrganizationId: awaits === 'OWNER' ? record.organizationId : null,
    since: now,
    dueAt,
    updatedAt: now,
  };
}

/** One notification for each active organisation of the parties, and for the owner whatever its status. */
export interface Telling {
  id: string;
  noun: string;
  recordId: string;
  action: string;
  title: string;
  body: string;
  articles: readonly number[];
  createdAt: Date;
  parties: readonly string[];
  owner: string | null;
}

/** What the parties that the transition names are told, in the same transaction: what was decided is never untold. */
export function tellingOf(
  lifecycle: Lifecycle,
  action: string,
  transition: Transition,
  record: Row,
  title: string,
  reason: string | null,
  now: Date,
): Telling | null {
  const tells = transition.tells ?? [];
  if (tells.length === 0) return null;
  return {
    id: newId(),
    noun: lifecycle.noun,
    recordId: record.id,
    action,
    title: `${lifecycle.label}“${title}”：${transition.label}`,
    body: reason ? `${transition.effect} 理由：${reason}` : transition.effect,
    articles: transition.articles,
    createdAt: now,
    parties: tells.filter((party) => party !== 'OWNER'),
    owner: tells.includes('OWNER') ? record.organizationId : null,
  };
}
