import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import {
  ACCESS_MODES,
  APP_FEATURES,
  CONTENT_CATEGORIES,
  INDUSTRY_CATEGORIES,
  MARKET_KINDS,
  PUBLIC_KINDS,
  SERVICE_CLASSES,
  SERVICE_DOMAINS,
  TERMINALS,
} from '../choices.ts';
import type { AppRow } from '../tables.ts';
import { app } from './actions.ts';

/** Only those who run an app or supervise it read how it is run; null for everyone else. */
function opsProfileOf(row: AppRow, { viewer }: SubgraphContext): AppRow | null {
  const isOwn = viewer.organizationId !== null && viewer.organizationId === row.organizationId;
  const supervises = viewer.party === 'PROJECT_COMPANY' || viewer.party === 'MANAGEMENT_UNIT';
  return row.opsConfirmedAt && (isOwn || supervises) ? row : null;
}

/** The register and catalogue of apps in the API. */
export function addApp(builder: Builder, shared: SharedTypes, organization: NounOptions['organization']) {
  const opsProfile = builder.objectRef<AppRow>('AppOpsProfile').implement({
    description: '应用的运维档案（第五十七条）。',
    fields: (t) => ({
      owner: t.string({ description: '运维负责人。', resolve: (row) => row.opsOwner! }),
      phone: t.string({
        description: '全天候值守电话。用途：应用出现故障时联系。',
        resolve: (row) => row.opsPhone!,
      }),
      hosting: t.string({ description: '部署位置和基础设施。', resolve: (row) => row.opsHosting! }),
      maintenancePlan: t.string({ resolve: (row) => row.maintenancePlan! }),
      emergencyPlan: t.string({ resolve: (row) => row.emergencyPlan! }),
      lastDrillOn: t.field({ type: 'Date', nullable: true, resolve: (row: AppRow) => row.lastDrillOn }),
      confirmedAt: t.field({ type: 'DateTime', resolve: (row: AppRow) => row.opsConfirmedAt! }),
    }),
  });
  return addNoun(builder, shared, app, {
    plural: 'apps',
    organization,
    reads: {
      title: ['name'],
      opsProfile: [
        'opsOwner',
        'opsPhone',
        'opsHosting',
        'maintenancePlan',
        'emergencyPlan',
        'lastDrillOn',
        'opsConfirmedAt',
      ],
    },
    published: true,
    filters: {
      serviceClass: {
        column: 'serviceClass',
        description: '只要这一类服务。',
        enumName: 'ServiceClass',
        options: SERVICE_CLASSES,
      },
      domain: {
        column: 'domains',
        description: '只要这一服务领域的。',
        enumName: 'ServiceDomain',
        options: SERVICE_DOMAINS,
        several: true,
      },
      terminal: {
        column: 'terminals',
        description: '只要发布到这一终端的。',
        enumName: 'TerminalKind',
        options: TERMINALS,
        several: true,
      },
      industryCategory: {
        column: 'industryCategory',
        description: '只要这一行业的。',
        enumName: 'IndustryCategory',
        options: INDUSTRY_CATEGORIES,
      },
    },
    fields: (t) => ({
      name: t.exposeString('name'),
      serviceClass: t.field({
        type: enumOf(builder, 'ServiceClass', SERVICE_CLASSES),
        description: '公共服务还是市场化服务；首次上架后不变。',
        resolve: (row: AppRow) => row.serviceClass,
      }),
      publicKind: t.field({
        type: enumOf(builder, 'PublicServiceKind', PUBLIC_KINDS),
        nullable: true,
        description: '公共服务种类；市场化服务为空。',
        resolve: (row: AppRow) => row.publicKind,
      }),
      marketKind: t.field({
        type: enumOf(builder, 'MarketServiceKind', MARKET_KINDS),
        nullable: true,
        description: '市场化服务种类；公共服务为空。',
        resolve: (row: AppRow) => row.marketKind,
      }),
      industryCategory: t.field({
        type: enumOf(builder, 'IndustryCategory', INDUSTRY_CATEGORIES),
        nullable: true,
        resolve: (row: AppRow) => row.industryCategory,
      }),
      domains: t.field({
        type: [enumOf(builder, 'ServiceDomain', SERVICE_DOMAINS)],
        description: '服务领域：政用、商用、民用、客用。',
        resolve: (row: AppRow) => row.domains ?? [],
      }),
      contentCategories: t.field({
        type: [enumOf(builder, 'ContentCategory', CONTENT_CATEGORIES)],
        description: '声明包含的内容类别（第四十五条）。',
        resolve: (row: AppRow) => row.contentCategories ?? [],
      }),
      accessMode: t.field({
        type: enumOf(builder, 'AccessMode', ACCESS_MODES),
        resolve: (row: AppRow) => row.accessMode,
      }),
      purpose: t.exposeString('purpose', { description: '服务内容。' }),
      versionText: t.exposeString('versionText', {
        nullable: true,
        description: '在架的版本，已下架的是最后一个；从未上架为空。',
      }),
      terminals: t.field({
        type: [enumOf(builder, 'TerminalKind', TERMINALS)],
        description: '在架版本发布到的终端。',
        resolve: (row: AppRow) => row.terminals ?? [],
      }),
      terminalNote: t.exposeString('terminalNote', { nullable: true }),
      features: t.field({
        type: [enumOf(builder, 'AppFeature', APP_FEATURES)],
        resolve: (row: AppRow) => row.features ?? [],
      }),
      pricing: t.exposeString('pricing', { nullable: true, description: '收费方式；公共服务应用为空。' }),
      statutoryFeeBasis: t.exposeString('statutoryFeeBasis', {
        nullable: true,
        description: '法定收费的依据。',
      }),
      firstListedAt: t.field({
        type: 'DateTime',
        nullable: true,
        resolve: (row: AppRow) => row.firstListedAt,
      }),
      listedAt: t.field({ type: 'DateTime', nullable: true, resolve: (row: AppRow) => row.listedAt }),
      delistingNotice: t.exposeString('delistingNotice', {
        nullable: true,
        description: '下架时告知用户的话。',
      }),
      delistedAt: t.field({ type: 'DateTime', nullable: true, resolve: (row: AppRow) => row.delistedAt }),
      score: t.exposeInt('score', {
        nullable: true,
        description: '最近一个月的最终评分，0 到 100；没有评分的和公共服务应用为空（第四十条）。',
      }),
      scorePeriod: t.exposeString('scorePeriod', {
        nullable: true,
        description: '评分是哪个月的，例如 2026-10。',
      }),
      recommendRank: t.exposeInt('recommendRank', {
        nullable: true,
        description: '人工排定的推荐名次；按评分排的为空。',
      }),
      opsProfile: t.field({
        type: opsProfile,
        nullable: true,
        description: '运维档案；只有本单位、项目公司和管理单位可以查看，对其他人为空。',
        resolve: (row: AppRow, _: unknown, context: SubgraphContext) => opsProfileOf(row, context),
      }),
    }),
  });
}
