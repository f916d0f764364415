import { startClockAt } from '@zgt/runtime/clock.ts';
import { createLoaders } from '@zgt/runtime/graphql/loaders.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { type Acting, actingOn } from '@zgt/runtime/testing/acting.ts';
import { openTestRuntime, requestBy, type TestRuntime } from '@zgt/runtime/testing/test-runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { graphql } from 'graphql';
import { announcement } from '../announcement/actions.ts';
import { operationsSchema } from '../schema.ts';

const schema = operationsSchema();

/** Parties, a database and shorthands: every state a test needs is reached by the actions that lead to it. */
export interface World extends Acting {
  runtime: TestRuntime;
  management: Viewer;
  company: Viewer;
  announced(title: string): Promise<Row>;
  /** Executes a document against the schema; throws when it has errors. */
  ask(viewer: Viewer, source: string, variableValues?: Record<string, unknown>, key?: string): Promise<any>;
  /** How many entries the log has of an action, by outcome. */
  logged(action: string): Promise<Record<string, number>>;
}

/** Opens a world at an instant; the project company is registered then. */
export async function openWorld(instant = '2026-11-23T09:00:00+08:00'): Promise<World> {
  startClockAt(instant);
  const runtime = await openTestRuntime();
  const acting = actingOn(runtime);
  const { take } = acting;
  const management = await runtime.member('MANAGEMENT_UNIT', ['APPROVER']);
  const company = await runtime.member('PROJECT_COMPANY', ['HEAD']);
  return {
    runtime,
    management,
    company,
    ...acting,
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
