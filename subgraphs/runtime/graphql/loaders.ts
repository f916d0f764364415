import DataLoader from 'dataloader';
import { type HistoryEntry, readHistory } from '../audit/history.ts';
import type { Db } from '../database/open.ts';
import { namesOfAccounts } from '../identity/accounts.ts';
import type { Row, Transition } from '../lifecycle/declaration.ts';
import type { Noun } from '../lifecycle/noun.ts';
import { availableActions } from '../lifecycle/offered.ts';
import { readMany } from '../lifecycle/read.ts';
import type { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import type { RequestContext } from '../viewer.ts';

export interface OfferedAction {
  action: string;
  transition: Transition;
  refusal: Refusal | null;
}

/** Batched reads of one request: however many records are asked for, each kind of thing is one statement. */
export interface Loaders {
  record(noun: Noun): DataLoader<string, Row | null>;
  actions(noun: Noun): DataLoader<Row, OfferedAction[]>;
  history: DataLoader<string, HistoryEntry[]>;
  deadlines: DataLoader<string, DeadlineRow[]>;
  documents: DataLoader<string, DocumentRow[]>;
  organization: DataLoader<string, OrganizationRow | null>;
}

export interface DeadlineRow {
  name: string;
  title: string;
  articles: number[];
  owedBy: string;
  startedAt: Date;
  dueAt: Date;
  endedAt: Date | null;
  firedAt: Date | null;
  provisional: boolean;
  reminder: boolean;
}

export interface DocumentRow {
  id: string;
  kind: string;
  name: string;
  mime: string;
  size: number;
  digest: string;
  attachedAt: Date;
}

export interface OrganizationRow {
  id: string;
  party: string;
  name: string;
  unifiedSocialCreditCode: string | null;
  regionCode: string | null;
  status: string;
}

function grouped<T>(ids: readonly string[], rows: readonly (T & { recordId: string | null })[]): T[][] {
  const groups = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(row.recordId!)?.push(row);
  return ids.map((id) => groups.get(id)!);
}

function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** Fresh loaders for one request; they hold what its viewer may see and must not outlive it. */
export function createLoaders(runtime: Runtime, context: RequestContext): Loaders {
  const db: Db = runtime.readDb;
  const { viewer } = context;
  return {
    record: once((noun: Noun) => new DataLoader((ids: readonly string[]) => readMany(db, noun, viewer, ids))),
    actions: once(
      (noun: Noun) =>
        new DataLoader((records: readonly Row[]) => availableActions(runtime, noun, records, viewer)),
    ),
    history: new DataLoader((ids: readonly string[]) =>
      readHistory(db, viewer, ids, (accounts) => namesOfAccounts(db, accounts)),
    ),
    deadlines: new DataLoader(async (ids: readonly string[]) =>
      grouped(
        ids,
        await db
          .selectFrom('runtime.deadline')
          .select([
            'recordId',
            'name',
            'title',
            'articles',
            'owedBy',
            'startedAt',
            'dueAt',
            'endedAt',
            'firedAt',
            'provisional',
            'reminder',
          ])
          .where('recordId', 'in', ids)
          .orderBy('startedAt')
          .execute(),
      ),
    ),
    documents: new DataLoader(async (ids: readonly string[]) =>
      grouped(
        ids,
        await db
          .selectFrom('runtime.documentUse as use')
          .innerJoin('runtime.document as document', 'document.id', 'use.documentId')
          .select([
            'use.recordId',
            'document.id',
            'use.kind',
            'document.name',
            'document.mime',
            'document.size',
            'document.digest',
            'use.attachedAt',
          ])
          .where('use.recordId', 'in', ids)
          .orderBy('use.attachedAt')
          .execute(),
      ),
    ),
    organization: new DataLoader(async (ids: readonly string[]) => {
      const rows = await db.selectFrom('runtime.organization').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
  };
}
