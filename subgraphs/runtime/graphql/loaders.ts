import DataLoader from 'dataloader';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { type AuditFacts, appendAudits } from '../audit/append.ts';
import { type HistoryEntry, readHistory } from '../audit/history.ts';
import { now } from '../clock.ts';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/open.ts';
import { isId } from '../id.ts';
import type { Row, Transition } from '../lifecycle/declaration.ts';
import { type AccountRules, accountRulesFor } from '../lifecycle/judge.ts';
import type { Noun } from '../lifecycle/noun.ts';
import { availableActions } from '../lifecycle/offered.ts';
import { type ListPage, readMany, readPagesOf, type Wanted } from '../lifecycle/read.ts';
import type { ParameterValues } from '../parameters.ts';
import { inOrderOf } from '../positions.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import type { RequestContext } from '../viewer.ts';
import { wantedColumns } from './columns.ts';

export interface OfferedAction {
  action: string;
  transition: Transition;
  refusal: Refusal | null;
}

/** Batched reads of one request: however many records are asked for, each kind of thing is one statement. */
export interface Loaders {
  /** With the `info` of a resolver that returns the record, only the columns are read that are asked for. */
  record(noun: Noun, info?: GraphQLResolveInfo): { load(id: string): Promise<Row | null> };
  /** Many at once: null for what is no identifier, is not there or may not be seen. */
  records(
    noun: Noun,
    info: GraphQLResolveInfo,
  ): { load(ids: readonly unknown[]): Promise<readonly (Row | null)[]> };
  /** The records of organisations, a page of each. */
  pageOf(noun: Noun): DataLoader<PageKey, ListPage>;
  actions(noun: Noun): DataLoader<Row, OfferedAction[]>;
  history: DataLoader<string, HistoryEntry[]>;
  deadlines: DataLoader<string, DeadlineRow[]>;
  documents: DataLoader<string, DocumentRow[]>;
  organization: DataLoader<string, OrganizationRow | null>;
  /** Logs that something protected is about to be read; await it before giving anything out. */
  logRead: DataLoader<AuditFacts, true>;
  /** Rule parameters as they stand for this request, read once. */
  parameters(): Promise<ParameterValues>;
  accountRules(): Promise<AccountRules>;
}

export interface PageKey {
  organizationId: string;
  first: number;
  after: string | null;
  wanted: Wanted;
}

interface RecordKey {
  id: string;
  wanted: Wanted;
}

interface RecordsKey {
  ids: readonly string[];
  wanted: Wanted;
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
  owed: boolean;
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

/** What any of the keys wants; one that wants the whole row gets it for all. */
function unionOf(keys: readonly { wanted: Wanted }[]): Wanted {
  const wanted = new Set<string>();
  for (const key of keys) {
    if (key.wanted === null) return null;
    for (const column of key.wanted) wanted.add(column);
  }
  return [...wanted].sort();
}

const wantedKey = (wanted: Wanted) => wanted?.join() ?? '*';

function recordLoader(
  db: Db,
  noun: Noun,
  context: RequestContext,
): DataLoader<RecordKey, Row | null, string> {
  return new DataLoader(
    (keys: readonly RecordKey[]) =>
      readMany(
        db,
        noun,
        context.viewer,
        keys.map(({ id }) => id),
        unionOf(keys),
      ),
    { cacheKeyFn: ({ id, wanted }) => `${id}:${wantedKey(wanted)}` },
  );
}

/** One statement for all lists of identifiers. */
function recordsLoader(
  db: Db,
  noun: Noun,
  { viewer }: RequestContext,
): DataLoader<RecordsKey, (Row | null)[]> {
  return new DataLoader(
    async (keys: readonly RecordsKey[]) => {
      const ids = keys.flatMap((key) => key.ids);
      const rows = await readMany(db, noun, viewer, ids, unionOf(keys));
      let end = 0;
      return keys.map((key) => {
        const start = end;
        end += key.ids.length;
        return rows.slice(start, end);
      });
    },
    { cache: false },
  );
}

/** One statement for all organisations that are asked for the same page. */
function pageLoader(db: Db, noun: Noun, context: RequestContext): DataLoader<PageKey, ListPage, string> {
  const spanOf = ({ first, after }: PageKey) => `${first}:${after}`;
  return new DataLoader(
    async (keys: readonly PageKey[]) => {
      const pages = new Map<PageKey, ListPage>();
      for (const group of Map.groupBy(keys, spanOf).values()) {
        const { first, after } = group[0]!;
        const ids = group.map(({ organizationId }) => organizationId);
        const read = await readPagesOf(db, noun, context.viewer, ids, first, after, unionOf(group));
        for (const [index, key] of group.entries()) pages.set(key, read[index]!);
      }
      return keys.map((key) => pages.get(key)!);
    },
    { cacheKeyFn: (key) => `${key.organizationId}:${spanOf(key)}:${wantedKey(key.wanted)}` },
  );
}

/** Fresh loaders for one request; they hold what its viewer may see and must not outlive it. */
export function createLoaders(runtime: Runtime, context: RequestContext): Loaders {
  const db: Db = runtime.readDb;
  const { viewer } = context;
  const single = once((noun: Noun) => recordLoader(db, noun, context));
  const several = once((noun: Noun) => recordsLoader(db, noun, context));
  let parameters: Promise<ParameterValues> | undefined;
  const shared = {
    parameters: () => (parameters ??= runtime.parameters(db)),
    accountRules: () => accountRulesFor(viewer, shared.parameters),
  };
  return {
    ...shared,
    record: (noun, info) => {
      const wanted = info ? wantedColumns(noun, info) : null;
      return { load: (id) => single(noun).load({ id, wanted }) };
    },
    records: (noun, info) => ({
      load: async (asked) => {
        const ids = asked.filter(isId);
        const rows = await several(noun).load({ ids, wanted: wantedColumns(noun, info) });
        if (ids.length === asked.length) return rows;
        const found = rows.values();
        return asked.map((id) => (isId(id) ? found.next().value! : null));
      },
    }),
    pageOf: once((noun: Noun) => pageLoader(db, noun, context)),
    actions: once(
      (noun: Noun) =>
        new DataLoader((rows: readonly Row[]) => availableActions(runtime, noun, rows, viewer, shared)),
    ),
    history: new DataLoader((ids: readonly string[]) => readHistory(db, viewer, ids)),
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
            'owed',
          ])
          .where(anyOf('recordId', ids))
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
          .where(anyOf('use.recordId', ids))
          .orderBy('use.attachedAt')
          .execute(),
      ),
    ),
    logRead: new DataLoader(
      async (reads: readonly AuditFacts[]) => {
        // Article 69: what cannot be logged is not read.
        await appendAudits(db, context, now(), reads).catch((error) => {
          runtime.log.error({ err: error }, 'a read was not logged');
          const { code, message } = refuse('LOG_WRITE_FAILED');
          throw new GraphQLError(message, { extensions: { code } });
        });
        return reads.map(() => true as const);
      },
      { cache: false },
    ),
    organization: new DataLoader(async (ids: readonly string[]) => {
      const rows = await db
        .selectFrom('runtime.organization')
        .select(['id', 'party', 'name', 'unifiedSocialCreditCode', 'regionCode', 'status'])
        .where(anyOf('id', ids))
        .execute();
      return inOrderOf(ids, rows);
    }),
  };
}
