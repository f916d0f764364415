import { app } from '@zgt/apps/app/actions.ts';
import { appVersion } from '@zgt/apps/app-version/actions.ts';
import { capabilityRequest } from '@zgt/apps/capability-request/actions.ts';
import { contentItem } from '@zgt/apps/content-item/actions.ts';
import { delistingRequest } from '@zgt/apps/delisting-request/actions.ts';
import { standardCheck } from '@zgt/apps/standard-check/actions.ts';
import { systemPlatform } from '@zgt/apps/system-platform/actions.ts';
import type { StandardCheckRow } from '@zgt/apps/tables.ts';
import { privacyNotice } from '@zgt/operations/privacy-notice/actions.ts';
import { sha256Hex } from '@zgt/runtime/crypto/digest.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { APPS, IDENTITY, PLATFORM, PLATFORM_REPORTS } from './app-content.ts';
import { interfaceDescription, pageManifest } from './documents.ts';
import { noticeOf } from './privacy.ts';
import type { SeedStep } from './seed.ts';

/** Who takes the steps of an app's life. */
interface Parties {
  company: Viewer;
  management: Viewer;
  provider(username: string): Promise<Viewer>;
}

/** The document by which an app is checked against the standards: its interface or its pages. */
function checkOf({ particulars, configuration, capabilities }: (typeof APPS)[number]) {
  const name = `${particulars.name} 1.0.0`;
  if (particulars.accessMode === 'API')
    return { kind: 'OPENAPI', name, content: interfaceDescription(particulars.name) };
  const uses = { signsIn: capabilities.includes(IDENTITY), charges: configuration.pricing !== undefined };
  return { kind: 'PAGE_MANIFEST', name, content: pageManifest(particulars.name, uses) };
}

/** What later parts of the demonstration are about. */
export interface KnownApps {
  publicApp: Row;
  marketApp: Row;
  platform: Row;
  /** What the public app tells its users. */
  content: Row;
}

/** Apps of both regimes at different points of their lives, and a platform that runs. */
export async function seedApps(
  step: SeedStep,
  { company, management, provider }: Parties,
  capabilities: readonly Row[],
): Promise<KnownApps> {
  const listed: Partial<Record<'PUBLIC' | 'MARKET', Row>> = {};
  let told: Row | null = null;
  for (const [index, content] of APPS.entries()) {
    const key = `app:${index}`;
    const by = await provider(content.provider);
    const registered = await step(key, 'apps', app, 'register', { by, input: content.particulars });
    const appId = registered.id;
    await step(`${key}:ops`, 'apps', app, 'keepOpsProfile', { by, id: appId, input: content.opsProfile });
    const buildDigest = sha256Hex(content.particulars.name);
    const { id } = await step(`${key}:version`, 'apps', appVersion, 'draft', {
      by,
      input: { appId, versionText: '1.0.0' },
    });
    const { id: checkId, handItems } = await step(`${key}:check`, 'apps', standardCheck, 'run', {
      by,
      input: checkOf(content),
    });
    await step(`${key}:configure`, 'apps', appVersion, 'configure', {
      by,
      id,
      input: { ...content.configuration, checkId },
    });
    await step(`${key}:test`, 'apps', appVersion, 'submitTest', { by, id, input: { buildDigest } });
    if (content.particulars.serviceClass === 'MARKET')
      await step(`${key}:connection`, 'apps', appVersion, 'verifyConnection', { by: company, id });
    await step(`${key}:passed`, 'apps', appVersion, 'passTest', {
      by: company,
      id,
      input: { testNote: '功能、兼容性和安全基线测试通过。' },
      papers: ['APP_TEST_REPORT'],
    });
    for (const capability of content.capabilities) {
      const asked = await step(`${key}:capability:${capability}`, 'apps', capabilityRequest, 'submit', {
        by,
        input: {
          capabilityId: capabilities[capability]!.id,
          environment: 'PRODUCTION',
          purpose: `用在“${content.particulars.name}”`,
          dailyVolume: 3000,
          appId,
        },
      });
      await step(`${key}:capability:${capability}:approve`, 'apps', capabilityRequest, 'approve', {
        by: company,
        id: asked.id,
      });
      await step(`${key}:capability:${capability}:provision`, 'apps', capabilityRequest, 'provision', {
        by: company,
        id: asked.id,
        input: { dailyQuota: null },
      });
    }
    const notice = noticeOf(appId, content);
    if (notice) await step(`${key}:notice`, 'operations', privacyNotice, 'publish', { by, input: notice });
    await step(`${key}:submit`, 'apps', appVersion, 'submitListing', {
      by,
      id,
      input: { buildDigest, terminals: content.terminals },
    });
    if (content.reaches === 'IN_REVIEW') continue;
    const { list } = handItems as StandardCheckRow['handItems'];
    await step(`${key}:answers`, 'apps', appVersion, 'answerItems', {
      by: company,
      id,
      input: { answers: list.map((item) => `${item.id}：通过`) },
    });
    await step(`${key}:list`, 'apps', appVersion, 'approve', { by: company, id });
    listed[content.particulars.serviceClass] ??= registered;
    if (content.content) {
      const item = { by, input: { appId, ...content.content } };
      const drafted = await step(`${key}:content`, 'apps', contentItem, 'draft', item);
      told ??= drafted;
      const contentId = drafted.id;
      await step(`${key}:content:submit`, 'apps', contentItem, 'submitReview', { by, id: contentId });
      await step(`${key}:content:review`, 'apps', contentItem, 'passReview', { by: company, id: contentId });
      await step(`${key}:content:publish`, 'apps', contentItem, 'publish', { by, id: contentId });
    }
    if (content.reaches === 'LISTED') continue;
    const asked = await step(`${key}:delisting`, 'apps', delistingRequest, 'request', {
      by,
      input: { appId, ...content.delisting },
    });
    await step(`${key}:delisting:review`, 'apps', delistingRequest, 'passReview', {
      by: company,
      id: asked.id,
    });
    await step(`${key}:delisting:announce`, 'apps', delistingRequest, 'announce', {
      by: company,
      id: asked.id,
      input: {},
    });
  }
  const registeredPlatform = await step('platform', 'apps', systemPlatform, 'register', {
    by: company,
    input: PLATFORM,
  });
  const { id } = registeredPlatform;
  await step('platform:submit', 'apps', systemPlatform, 'submitGoLive', {
    by: company,
    id,
    papers: PLATFORM_REPORTS,
  });
  await step('platform:approve', 'apps', systemPlatform, 'approveGoLive', { by: management, id });
  await step('platform:live', 'apps', systemPlatform, 'goLive', { by: company, id });
  return {
    publicApp: listed.PUBLIC!,
    marketApp: listed.MARKET!,
    platform: registeredPlatform,
    content: told!,
  };
}
