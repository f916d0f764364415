import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { app } from '../app/actions.ts';
import { APP_FEATURES, BASIC_FUNCTION_STATES, ITEM_RESULTS, TERMINALS } from '../choices.ts';
import { standardCheck } from '../standard-check/actions.ts';
import type { AppVersionRow, ItemAnswer } from '../tables.ts';
import { appVersion } from './actions.ts';

/** The versions of apps in the API. */
export function addAppVersion(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  appType: ReturnType<typeof addNoun>,
  checkType: ReturnType<typeof addNoun>,
) {
  const answer = builder.objectRef<ItemAnswer>('ItemAnswer').implement({
    ...basis([19], '审核人员对一个检查项的回答。'),
    fields: (t) => ({
      item: t.exposeString('item', { description: '检查项编号。' }),
      result: t.field({
        type: enumOf(builder, 'ItemResult', ITEM_RESULTS),
        resolve: ({ result }) => result as never,
      }),
      note: t.exposeString('note', { nullable: true, description: '理由；通过的可以没有。' }),
    }),
  });
  return addNoun(builder, shared, appVersion, {
    plural: 'appVersions',
    organization,
    reads: { title: ['appName', 'versionText'], app: ['appId'], standardCheck: ['checkId'] },
    filters: { appId: { column: 'appId', description: '只要这个应用的。', reference: true } },
    fields: (t) => ({
      app: t.field(
        recordIn(app, 'appId', {
          type: appType,
          description: '所属的应用；访问者无权查看时为空。',
        }),
      ),
      appName: t.exposeString('appName', { description: '应用名称，新建版本时的。' }),
      versionText: t.exposeString('versionText'),
      releaseNotes: t.exposeString('releaseNotes', { nullable: true }),
      features: t.field({
        type: [enumOf(builder, 'AppFeature', APP_FEATURES)],
        resolve: (row: AppVersionRow) => row.features ?? [],
      }),
      pricing: t.exposeString('pricing', { nullable: true }),
      statutoryFeeBasis: t.exposeString('statutoryFeeBasis', { nullable: true }),
      fieldPurposes: t.stringList({
        description: '收集的个人信息字段和用途，每项写作“字段：用途”。',
        resolve: (row: AppVersionRow) => row.fieldPurposes ?? [],
      }),
      checkId: t.exposeID('checkId', { nullable: true }),
      standardCheck: t.field(
        recordIn(standardCheck, 'checkId', {
          type: checkType,
          description: '所注明的规范检查；访问者无权查看时为空。',
        }),
      ),
      baseConnection: t.exposeString('baseConnection', { nullable: true }),
      connectionVerifiedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '项目公司核验底座连接的时刻。',
        resolve: (row: AppVersionRow) => row.connectionVerifiedAt,
      }),
      exchangeCatalogueNumber: t.exposeString('exchangeCatalogueNumber', { nullable: true }),
      exchangeMountedOn: t.field({
        type: 'Date',
        nullable: true,
        resolve: (row: AppVersionRow) => row.exchangeMountedOn,
      }),
      unifiedIdentity: t.field({
        type: enumOf(builder, 'BasicFunctionState', BASIC_FUNCTION_STATES),
        nullable: true,
        resolve: (row: AppVersionRow) => row.unifiedIdentity,
      }),
      unifiedPayment: t.field({
        type: enumOf(builder, 'BasicFunctionState', BASIC_FUNCTION_STATES),
        nullable: true,
        resolve: (row: AppVersionRow) => row.unifiedPayment,
      }),
      basicFunctionNote: t.exposeString('basicFunctionNote', { nullable: true }),
      buildDigest: t.exposeString('buildDigest', { nullable: true, description: '送测构建的 SHA-256。' }),
      testedDigest: t.exposeString('testedDigest', {
        nullable: true,
        description: '通过测试的构建的 SHA-256；没有通过的为空。',
      }),
      testNote: t.exposeString('testNote', { nullable: true, description: '测试结论。' }),
      terminals: t.field({
        type: [enumOf(builder, 'TerminalKind', TERMINALS)],
        resolve: (row: AppVersionRow) => row.terminals ?? [],
      }),
      terminalNote: t.exposeString('terminalNote', { nullable: true }),
      failedItems: t.stringList({
        description: '上一次审核没有通过的条目。',
        resolve: (row: AppVersionRow) => row.failedItems ?? [],
      }),
      itemAnswers: t.field({
        type: [answer],
        description: '审核人员对检查项的回答，按编号；还没有回答的不在其中。',
        resolve: (row: AppVersionRow) => [...(row.itemAnswers?.list ?? [])],
      }),
      nonConformingAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '从何时起须按现行标准重新检查；符合的为空。',
        resolve: (row: AppVersionRow) => row.nonConformingAt,
      }),
      listedAt: t.field({
        type: 'DateTime',
        nullable: true,
        resolve: (row: AppVersionRow) => row.listedAt,
      }),
    }),
  });
}
