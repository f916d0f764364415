import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { createLoaders } from '@zgt/runtime/graphql/loaders.ts';
import { newId } from '@zgt/runtime/id.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { standingStatement } from '@zgt/runtime/organizations.ts';
import { json } from '@zgt/runtime/parameters.ts';
import { type Acting, actingOn } from '@zgt/runtime/testing/acting.ts';
import { openTestRuntime, requestBy, type TestRuntime } from '@zgt/runtime/testing/test-runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { graphql } from 'graphql';
import { capability } from '../capability/actions.ts';
import { capabilityRequest } from '../capability-request/actions.ts';
import { handlers } from '../events.ts';
import { appsSchema } from '../schema.ts';

const schema = appsSchema();

/** Parties, a database and shorthands: every state a test needs is reached by the actions that lead to it. */
export interface World extends Acting {
  runtime: TestRuntime;
  management: Viewer;
  company: Viewer;
  /** A member of a new unit, approved and with an agreement in force, as the ecosystem publishes it. */
  unit(
    capabilityCodes: readonly string[],
    validUntil?: string,
    industryCategories?: readonly string[],
  ): Promise<Viewer>;
  setUnitState(viewer: Viewer, state: string): Promise<void>;
  /** Publishes the unit's agreement anew, in force for every capability. */
  setAgreement(viewer: Viewer, agreement: { validUntil: string; state?: string }): Promise<void>;
  /** Tells this subgraph that something happened to a unit, as the job queue does. */
  tell(event: string, unit: Viewer): Promise<void>;
  /** Sets a rule parameter from this moment on. */
  setParameter(name: string, value: number | boolean | string): Promise<void>;
  published(
    code: string,
    category: string,
    tier?: 'BASE' | 'EXTENDED',
    returnedFields?: readonly string[],
  ): Promise<Row>;
  provisioned(viewer: Viewer, capabilityId: string, environment?: string): Promise<Row>;
  /** Executes a document against the schema; throws when it has errors. */
  ask(viewer: Viewer, source: string, variableValues?: Record<string, unknown>): Promise<any>;
}

/** How the end of a capability is announced. */
export const END = { input: { endNotice: '由新版替代，请在月底前迁移' }, reason: '由新版替代' };

/** What an applicant fills in. */
export function requestInput(capabilityId: string, environment = 'PRODUCTION') {
  return { capabilityId, environment, purpose: '用户登录', dailyVolume: 5000 };
}

/** Opens a world at nine in the morning of 23 November 2026 in Nanning. */
export async function openWorld(): Promise<World> {
  startClockAt('2026-11-23T09:00:00+08:00');
  const runtime = await openTestRuntime();
  const publish = async (
    organizationId: string,
    kind: string,
    state: string,
    scope = {},
    validUntil: string | null = null,
  ) => {
    await standingStatement(
      runtime.db,
      organizationId,
      kind,
      { state, scope, validUntil },
      new Date('2026-11-23T01:00:00Z'),
    ).execute();
  };
  const acting = actingOn(runtime);
  const { take } = acting;
  const management = await runtime.member('MANAGEMENT_UNIT', ['APPROVER']);
  const company = await runtime.member('PROJECT_COMPANY', ['HEAD']);
  return {
    runtime,
    management,
    company,
    ...acting,
    unit: async (capabilityCodes, validUntil = '2028-10-31', industryCategories) => {
      const viewer = await runtime.member('ECOSYSTEM_UNIT', ['HEAD', 'DEVELOPER']);
      await publish(viewer.organizationId!, 'ECOSYSTEM_UNIT', 'ACTIVE');
      await publish(
        viewer.organizationId!,
        'AUTHORIZATION_AGREEMENT',
        'IN_FORCE',
        { capabilityCodes, ...(industryCategories && { industryCategories }) },
        validUntil,
      );
      return viewer;
    },
    setUnitState: (viewer, state) => publish(viewer.organizationId!, 'ECOSYSTEM_UNIT', state),
    tell: async (name, { organizationId }) => {
      const event = { name, recordId: organizationId!, organizationId: organizationId!, state: '' };
      for (const handle of handlers(runtime)[name] ?? []) await handle(event, 'job-1');
    },
    setAgreement: (viewer, { validUntil, state = 'IN_FORCE' }) =>
      publish(
        viewer.organizationId!,
        'AUTHORIZATION_AGREEMENT',
        state,
        { capabilityCodes: ['*'] },
        validUntil,
      ),
    setParameter: async (name, value) => {
      await runtime.db
        .insertInto('runtime.ruleParameter')
        .values({
          id: newId(),
          name,
          value: json(value),
          effectiveFrom: now(),
          reason: '测试',
          accountId: null,
          createdAt: now(),
        })
        .execute();
    },
    published: async (code, category, tier = 'BASE', returnedFields = []) => {
      const { id } = await take(capability, 'draft', company, {
        input: {
          code,
          name: `能力 ${code}`,
          category,
          tier,
          baseLayer: tier === 'BASE' ? 'PUBLIC_SUPPORT_SOFTWARE' : null,
          description: '说明',
          versionText: '1.0.0',
          dailyQuota: 2000,
          returnedFields,
        },
      });
      return take(capability, 'publish', company, { id });
    },
    provisioned: async (viewer, capabilityId, environment) => {
      const { id } = await take(capabilityRequest, 'submit', viewer, {
        input: requestInput(capabilityId, environment),
      });
      await take(capabilityRequest, 'approve', company, { id });
      return take(capabilityRequest, 'provision', company, { id });
    },
    ask: async (viewer, source, variableValues) => {
      const context = requestBy(viewer);
      const { data, errors } = await graphql({
        schema,
        source,
        variableValues,
        contextValue: { ...context, runtime, loaders: createLoaders(runtime, context) },
      });
      if (errors) throw errors[0]!.originalError ?? errors[0];
      return data;
    },
  };
}
