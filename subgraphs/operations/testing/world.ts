import { startClockAt } from '@zgt/runtime/clock.ts';
import { createLoaders } from '@zgt/runtime/graphql/loaders.ts';
import { newId } from '@zgt/runtime/id.ts';
import { type ActRequest, act, type Outcome } from '@zgt/runtime/lifecycle/act.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { openTestRuntime, requestBy, type TestRuntime } from '@zgt/runtime/testing/test-runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { graphql } from 'graphql';
import { announcement } from '../announcement/actions.ts';
import { migrations } from '../migrations.ts';
import { operationsSchema } from '../schema.ts';

type Request = Omit<ActRequest, 'context' | 'documents'> & { documents?: readonly string[] };

/** Parties, a database and shorthands: every state a test needs is reached by the actions that lead to it. */
export interface World {
  runtime: TestRuntime;
  management: Viewer;
  company: Viewer;
  /** Tries an action; `documents` names kinds, for each of which the viewer uploads a file first. */
  attempt(noun: Noun, action: string, viewer: Viewer, request?: Request): Promise<Outcome>;
  /** Like `attempt`, and throws when it is refused. */
  take(noun: Noun, action: string, viewer: Viewer, request?: Request): Promise<Row>;
  /** The code of the refusal; throws when the action went through. */
  refusal(noun: Noun, action: string, viewer: Viewer, request?: Request): Promise<string>;
  announced(title: string): Promise<Row>;
  /** Executes a document against the schema; throws when it has errors. */
  ask(viewer: Viewer, source: string, variableValues?: Record<string, unknown>, key?: string): Promise<any>;
  /** How many entries the log has of an action, by outcome. */
  logged(action: string): Promise<Record<string, number>>;
}

/** Opens a world at an instant; the project company is registered then. */
export async function openWorld(instant = '2026-11-23T09:00:00+08:00'): Promise<World> {
  startClockAt(instant);
  const runtime = await openTestRuntime({ operations: migrations });
  const schema = operationsSchema();
  const upload = async (viewer: Viewer, kind: string) => {
    const documentId = newId();
    await runtime.db
      .insertInto('runtime.document')
      .values({
        id: documentId,
        organizationId: viewer.organizationId,
        accountId: viewer.accountId,
        name: `${kind}.pdf`,
        mime: 'application/pdf',
        size: 10,
        digest: 'digest',
        storageKey: documentId,
        createdAt: new Date(instant),
      })
      .execute();
    return { kind, documentId };
  };
  const attempt: World['attempt'] = async (noun, action, viewer, { documents = [], ...request } = {}) =>
    act(runtime, noun, action, {
      context: requestBy(viewer),
      ...request,
      documents: await Promise.all(documents.map((kind) => upload(viewer, kind))),
    });
  const take: World['take'] = async (noun, action, viewer, request) => {
    const { record, refusal } = await attempt(noun, action, viewer, request);
    if (refusal) throw new Error(`${noun.lifecycle.noun}.${action}: ${JSON.stringify(refusal)}`);
    return record;
  };
  const management = await runtime.member('MANAGEMENT_UNIT', ['APPROVER']);
  const company = await runtime.member('PROJECT_COMPANY', ['HEAD']);
  return {
    runtime,
    management,
    company,
    attempt,
    take,
    refusal: async (noun, action, viewer, request) => {
      const { refusal } = await attempt(noun, action, viewer, request);
      if (!refusal) throw new Error(`${noun.lifecycle.noun}.${action} went through`);
      return refusal.code;
    },
    announced: async (title) => {
      const { id } = await take(announcement, 'draft', company, {
        input: { kind: 'NOTICE', title, body: '正文' },
      });
      return take(announcement, 'publish', company, { id });
    },
    ask: async (viewer, source, variableValues, key) => {
      const context = requestBy(viewer, key ?? null);
      const { data, errors } = await graphql({
        schema,
        source,
        variableValues,
        contextValue: { ...context, runtime, loaders: createLoaders(runtime, context) },
      });
      if (errors) throw errors[0];
      return data;
    },
    logged: async (action) => {
      const rows = await runtime.db
        .selectFrom('runtime.auditEntry')
        .select(['outcome', ({ fn }) => fn.countAll<string>().as('entries')])
        .where('action', '=', action)
        .groupBy('outcome')
        .execute();
      return Object.fromEntries(rows.map(({ outcome, entries }) => [outcome, Number(entries)]));
    },
  };
}
