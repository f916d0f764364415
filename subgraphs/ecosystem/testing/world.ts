import { startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { type Acting, actingOn } from '@zgt/runtime/testing/acting.ts';
import { openTestRuntime, type TestRuntime } from '@zgt/runtime/testing/test-runtime.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { brandAuthorization } from '../brand-authorization/actions.ts';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import { migrations } from '../migrations.ts';
import { trademark } from '../trademark/actions.ts';
import { trademarkLicense } from '../trademark-license/actions.ts';

/** Parties, a database and shorthands: every state a test needs is reached by the actions that lead to it. */
export interface World extends Acting {
  runtime: TestRuntime;
  management: Viewer;
  registrar: Viewer;
  company: Viewer;
  stateOf(noun: Noun, id: string): Promise<string>;
  registeredMark(): Promise<Row>;
  license(trademarkId: string, validUntil?: string): Promise<Row>;
  /** A unit that waits for its authorization. */
  submittedUnit(): Promise<{ id: string; head: Viewer }>;
  /** A unit that waits for its approval. */
  authorizedUnit(): Promise<{ id: string; head: Viewer }>;
  approvedUnit(): Promise<{ unit: Row; head: Viewer }>;
  requestedBrand(head: Viewer, trademarkId: string): Promise<Row>;
  effectiveBrand(head: Viewer, trademarkId: string): Promise<Row>;
}

const CREDIT_CODES = [
  '91450100000000001B',
  '91450100000000002E',
  '91450100000000003H',
  '91450100000000004L',
  '91450100000000005P',
];

/** Opens a world at nine in the morning of 23 November 2026 in Nanning; on the embedded database without a server's address. */
export async function openWorld(url?: string): Promise<World> {
  startClockAt('2026-11-23T09:00:00+08:00');
  const runtime = await openTestRuntime(
    url ? { url, subgraph: 'ecosystem', migrations: { ecosystem: migrations } } : null,
  );
  const codes = [...CREDIT_CODES];

  const acting = actingOn(runtime);
  const { take } = acting;

  const management = await runtime.member('MANAGEMENT_UNIT', ['APPROVER']);
  const registrar = await runtime.member('INFRASTRUCTURE_PROVIDER', ['OPERATOR']);
  const company = await runtime.member('PROJECT_COMPANY', ['HEAD']);

  const requestedBrand: World['requestedBrand'] = (head, trademarkId) =>
    take(brandAuthorization, 'request', head, {
      input: {
        trademarkId,
        purpose: '展会上展示合作关系',
        activities: ['EVENT'],
        channels: ['PRINT'],
        regions: ['南宁市'],
        materials: ['易拉宝'],
        validFrom: '2026-12-01',
        validUntil: '2027-11-30',
      },
      documents: ['USAGE_PLAN'],
    });

  const submittedUnit: World['submittedUnit'] = async () => {
    const person: Viewer = {
      ...ANONYMOUS,
      via: 'SESSION',
      accountId: `account-${newId()}`,
      accountName: '张三',
    };
    const draft = await take(ecosystemUnit, 'draft', person, {
      input: {
        name: '南宁某某科技有限公司',
        unifiedSocialCreditCode: codes.shift(),
        unitType: 'ENTERPRISE',
        registeredAddress: '南宁市良庆区',
        contactName: '张三',
        contactPhone: '13800138000',
        workScopes: ['BUSINESS'],
      },
    });
    const head: Viewer = {
      ...person,
      organizationId: draft.organizationId,
      organizationName: '南宁某某科技有限公司',
      party: 'ECOSYSTEM_UNIT',
      roles: ['HEAD', 'DEVELOPER'],
    };
    const { id } = draft;
    await take(ecosystemUnit, 'submit', head, { id, documents: ['BUSINESS_LICENSE', 'CONTACT_LETTER'] });
    return { id, head };
  };

  const authorizedUnit: World['authorizedUnit'] = async () => {
    const { id, head } = await submittedUnit();
    await take(ecosystemUnit, 'authorize', company, {
      id,
      input: {
        agreementWorkScopes: ['BUSINESS'],
        activities: ['EVENT', 'ADVERTISING'],
        capabilityCodes: ['*'],
        clauses: ['ACCEPTS_MEASURE'],
        validFrom: '2026-11-01',
        validUntil: '2028-10-31',
      },
      documents: ['SIGNED_AGREEMENT'],
    });
    return { id, head };
  };

  return {
    runtime,
    management,
    registrar,
    company,
    ...acting,
    stateOf: async (noun, id) => {
      const found = await sql<{
        state: string;
      }>`select state from ${sql.table(noun.table)} where id = ${id}`.execute(runtime.db);
      return found.rows[0]!.state;
    },
    registeredMark: async () => {
      const { id } = await take(trademark, 'entrust', management, {
        input: { name: '智桂通', classNumbers: ['9', '42'] },
      });
      await take(trademark, 'file', registrar, {
        id,
        input: { applicationNumber: '70000001', filedOn: '2025-01-10' },
      });
      return take(trademark, 'register', registrar, {
        id,
        input: { registrationNumber: '70000001', registeredOn: '2026-01-14', renewBy: '2036-01-13' },
      });
    },
    license: (trademarkId, validUntil = '2028-12-31') =>
      take(trademarkLicense, 'grant', management, {
        input: { trademarkId, activities: ['EVENT', 'ADVERTISING'], validFrom: '2026-01-01', validUntil },
        documents: ['LEGAL_PROCEDURE'],
      }),
    submittedUnit,
    authorizedUnit,
    approvedUnit: async () => {
      const { id, head } = await authorizedUnit();
      return { unit: await take(ecosystemUnit, 'approve', management, { id }), head };
    },
    requestedBrand,
    effectiveBrand: async (head, trademarkId) => {
      const { id } = await requestedBrand(head, trademarkId);
      await take(brandAuthorization, 'endorse', company, { id, input: { endorsement: '同意授权' } });
      return take(brandAuthorization, 'consent', management, { id });
    },
  };
}
