import { capability } from '@zgt/apps/capability/actions.ts';
import { capabilityRequest } from '@zgt/apps/capability-request/actions.ts';
import { brandAuthorization } from '@zgt/ecosystem/brand-authorization/actions.ts';
import { ecosystemUnit } from '@zgt/ecosystem/ecosystem-unit/actions.ts';
import { trademark } from '@zgt/ecosystem/trademark/actions.ts';
import { trademarkLicense } from '@zgt/ecosystem/trademark-license/actions.ts';
import { announcement } from '@zgt/operations/announcement/actions.ts';
import { addDays, shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { during, now } from '@zgt/runtime/clock.ts';
import type { Config } from '@zgt/runtime/config.ts';
import type { DatabaseHandle, Db } from '@zgt/runtime/database/open.ts';
import type { SubgraphName } from '@zgt/runtime/database/roles.ts';
import type { DocumentStore } from '@zgt/runtime/documents/document-store.ts';
import { uploadDocument } from '@zgt/runtime/documents/service.ts';
import { newId } from '@zgt/runtime/id.ts';
import type { Auth } from '@zgt/runtime/identity/auth.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { DOCUMENT_CODE_LISTS } from '@zgt/schema/dictionary/code-lists-documents.ts';
import type { RefusalCode } from '@zgt/schema/errors.ts';
import { seedApps } from './apps.ts';
import { ANNOUNCEMENTS, CAPABILITIES, ENTERPRISES } from './content.ts';
import { seedOperations } from './operations.ts';
import { demonstrationCode, ensurePerson, viewerOf } from './people.ts';
import { seedPublicResources } from './public-resources.ts';
import { samplePdf } from './sample-document.ts';
import { allowSharedAccounts } from './shared-accounts.ts';
import { DEMONSTRATION_SIGN_INS } from './sign-ins.ts';

/** What the seed needs of a process. */
export interface SeedPlatform {
  config: Pick<Config, 'demoPassword'>;
  auth: Auth;
  database: DatabaseHandle;
  documents: DocumentStore;
  runtimeOf(subgraph: SubgraphName): Promise<Runtime>;
}

const KINDS: Readonly<Record<string, string>> = DOCUMENT_CODE_LISTS.documentKind.labels;

/** Takes one step of the seed, or gives what it led to when it was taken before. */
export type SeedStep = (
  key: string,
  subgraph: SubgraphName,
  noun: Noun,
  action: string,
  call: Call,
) => Promise<Row>;

interface Call {
  by: Viewer;
  /** When it was taken; now when it is not said. */
  at?: Date;
  id?: string;
  input?: Record<string, unknown>;
  reason?: string;
  papers?: readonly string[];
  /** For what the system makes: whose record it will be. */
  organizationId?: string;
  /** The code with which it is refused: what somebody tries too early or may not do is part of the demonstration. */
  refusedAs?: RefusalCode;
}
const ALL_ACTIVITIES = [
  'PRODUCT_LABELING',
  'SERVICE_PROMOTION',
  'EVENT',
  'ADVERTISING',
  'JOINT_OPERATION',
  'MERCHANDISE',
];

/** The demonstration ends with its last announcement, which stands in the register for as long as the platform does. */
async function isSeeded(db: Db): Promise<boolean> {
  const { title } = ANNOUNCEMENTS.at(-1)!;
  const last = await db
    .selectFrom('runtime.item')
    .select('recordId')
    .where('noun', '=', 'Announcement')
    .where('title', '=', title)
    .where('state', '!=', 'DRAFT')
    .executeTakeFirst();
  return last !== undefined;
}

/** What the steps led to that an interrupted seed has taken already. */
async function stepsTaken(db: Db): Promise<Map<string, Row>> {
  const rows = await db
    .selectFrom('runtime.idempotency')
    .select(['key', 'outcome'])
    .where('key', 'like', 'demo:%')
    .execute();
  return new Map(
    rows.flatMap(({ key, outcome }) =>
      outcome && 'record' in outcome && outcome.record ? [[key, outcome.record as Row]] : [],
    ),
  );
}

/**
 * Fills an empty system with a small working ecosystem, by the same actions that people take.
 * Every step carries an idempotency key: a seed that was interrupted is completed, never doubled.
 */
export async function seedDemonstration(platform: SeedPlatform): Promise<void> {
  const { db } = platform.database;
  if (await isSeeded(db)) return;
  const ecosystem = await platform.runtimeOf('ecosystem');
  const people = new Map<string, string>();
  for (const person of DEMONSTRATION_SIGN_INS)
    people.set(
      person.username,
      await ensurePerson(db, ecosystem, platform.auth, person, platform.config.demoPassword),
    );
  const person = (username: string) =>
    viewerOf(
      db,
      people.get(username)!,
      DEMONSTRATION_SIGN_INS.find((known) => known.username === username)!.name,
    );

  const before = await stepsTaken(db);
  const take: SeedStep = async (key, subgraph, noun, action, call) => {
    const context = { viewer: call.by, requestId: newId(), idempotencyKey: `demo:${key}` };
    const documents: { kind: string; documentId: string }[] = [];
    const known = before.get(context.idempotencyKey);
    if (known) return known;
    for (const kind of call.papers ?? []) {
      const uploaded = await uploadDocument(
        db,
        platform.documents,
        context,
        samplePdf(`Demonstration ${kind}`),
        `${KINDS[kind]}（演示）.pdf`,
      );
      if ('refusal' in uploaded)
        throw new Error(`demonstration document refused: ${uploaded.refusal.message}`);
      documents.push({ kind, documentId: uploaded.document.id });
    }
    const outcome = await act(await platform.runtimeOf(subgraph), noun, action, {
      context,
      id: call.id,
      input: call.input,
      reason: call.reason,
      documents,
      organizationId: call.organizationId,
    });
    if (call.refusedAs && outcome.refusal?.code === call.refusedAs) return { id: call.id! } as Row;
    if (outcome.refusal || call.refusedAs)
      throw new Error(
        `demonstration step ${key}: ${outcome.refusal ? `${outcome.refusal.code} ${JSON.stringify(outcome.refusal.details)}` : 'not refused'}`,
      );
    return outcome.record;
  };
  const step: SeedStep = (...asked) => {
    const { at } = asked[4];
    return at ? during(at, () => take(...asked)) : take(...asked);
  };

  const today = shanghaiDate(now());
  const term = { validFrom: today, validUntil: addDays(today, 365) };
  const guanli = await person('guanli');
  const gongsi = await person('gongsi');
  const jichu = await person('jichu');
  await allowSharedAccounts(db, guanli);

  const mark = await step('mark', 'ecosystem', trademark, 'entrust', {
    by: guanli,
    input: { name: '智桂通', classNumbers: ['9', '42'] },
  });
  await step('mark:file', 'ecosystem', trademark, 'file', {
    by: jichu,
    id: mark.id,
    input: { applicationNumber: '20260001', filedOn: addDays(today, -400) },
  });
  await step('mark:register', 'ecosystem', trademark, 'register', {
    by: jichu,
    id: mark.id,
    input: {
      registrationNumber: 'DEMO-20260001',
      registeredOn: addDays(today, -200),
      renewBy: addDays(today, 3450),
    },
  });
  await step('license', 'ecosystem', trademarkLicense, 'grant', {
    by: guanli,
    input: {
      trademarkId: mark.id,
      activities: ALL_ACTIVITIES,
      validFrom: addDays(today, -30),
      validUntil: addDays(today, 1095),
    },
    papers: ['LEGAL_PROCEDURE'],
  });

  const capabilities: Row[] = [];
  for (const [index, input] of CAPABILITIES.entries()) {
    const draft = await step(`capability:${index}`, 'apps', capability, 'draft', { by: gongsi, input });
    capabilities.push(
      await step(`capability:${index}:publish`, 'apps', capability, 'publish', { by: gongsi, id: draft.id }),
    );
  }

  const units: Record<string, Row> = {};
  for (const enterprise of ENTERPRISES) {
    const key = `unit:${enterprise.username}`;
    const accountId = await ensurePerson(
      db,
      ecosystem,
      platform.auth,
      { ...enterprise, description: '', organization: null, roles: [] },
      platform.config.demoPassword,
    );
    const newcomer = await viewerOf(db, accountId, enterprise.name);
    const drafted = await step(key, 'ecosystem', ecosystemUnit, 'draft', {
      by: newcomer,
      input: { ...enterprise.unit, unifiedSocialCreditCode: demonstrationCode(enterprise.code) },
    });
    units[enterprise.username] = drafted;
    const member = await viewerOf(db, accountId, enterprise.name);
    await step(`${key}:submit`, 'ecosystem', ecosystemUnit, 'submit', {
      by: member,
      id: drafted.id,
      papers: ['BUSINESS_LICENSE', 'CONTACT_LETTER'],
    });
    if (enterprise.reaches === 'SUBMITTED') continue;
    await step(`${key}:authorize`, 'ecosystem', ecosystemUnit, 'authorize', {
      by: gongsi,
      id: drafted.id,
      input: {
        agreementWorkScopes: enterprise.unit.workScopes,
        activities: ALL_ACTIVITIES,
        capabilityCodes: ['*'],
        clauses: ['ACCEPTS_MEASURE', 'BRAND_CONDUCT', 'DATA_LEAK_TERMINATION', 'VIOLATION_HANDLING', 'EXIT'],
        validFrom: today,
        validUntil: addDays(today, 730),
      },
      papers: ['SIGNED_AGREEMENT'],
    });
    if (enterprise.reaches === 'AUTHORIZED') continue;
    await step(`${key}:approve`, 'ecosystem', ecosystemUnit, 'approve', { by: guanli, id: drafted.id });
    for (const [index, brand] of enterprise.brands.entries()) {
      const requested = await step(`${key}:brand:${index}`, 'ecosystem', brandAuthorization, 'request', {
        by: member,
        input: { trademarkId: mark.id, ...brand.input, ...term },
        papers: ['USAGE_PLAN'],
      });
      if (brand.reaches === 'REQUESTED') continue;
      await step(`${key}:brand:${index}:endorse`, 'ecosystem', brandAuthorization, 'endorse', {
        by: gongsi,
        id: requested.id,
        input: { endorsement: '用途和样式符合品牌规范，同意授权并报请同意。' },
      });
      if (brand.reaches === 'PENDING_CONSENT') continue;
      await step(`${key}:brand:${index}:consent`, 'ecosystem', brandAuthorization, 'consent', {
        by: guanli,
        id: requested.id,
      });
    }
    for (const [index, request] of enterprise.capabilityRequests.entries()) {
      const submitted = await step(`${key}:capability:${index}`, 'apps', capabilityRequest, 'submit', {
        by: member,
        input: { capabilityId: capabilities[request.capability]!.id, ...request.input },
      });
      if (request.reaches === 'SUBMITTED') continue;
      await step(`${key}:capability:${index}:approve`, 'apps', capabilityRequest, 'approve', {
        by: gongsi,
        id: submitted.id,
      });
    }
  }

  const known = await seedApps(step, { company: gongsi, management: guanli, provider: person }, capabilities);
  await seedPublicResources(
    step,
    {
      company: gongsi,
      management: guanli,
      infrastructure: jichu,
      department: await person('weijian'),
      unit: await person('danwei-a'),
    },
    { publicAppId: known.publicApp.id, today },
  );

  await seedOperations(step, {
    parties: {
      management: guanli,
      company: gongsi,
      infrastructure: jichu,
      owner: await person('yezhu'),
      department: await person('weijian'),
      unitA: await person('danwei-a'),
      unitB: await person('danwei-b'),
    },
    known: { ...known, units },
    now: now(),
  });

  for (const [index, input] of ANNOUNCEMENTS.entries()) {
    const drafted = await step(`announcement:${index}:draft`, 'operations', announcement, 'draft', {
      by: gongsi,
      input,
    });
    await step(`announcement:${index}`, 'operations', announcement, 'publish', {
      by: gongsi,
      id: drafted.id,
    });
  }
}
