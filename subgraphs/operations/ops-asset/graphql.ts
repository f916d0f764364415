import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { OPS_ASSET_KINDS, OPS_ASSET_USES, OPS_RESPONSIBLES } from '../choices-operations.ts';
import type { OpsAssetRow } from '../tables.ts';
import { opsAsset } from './actions.ts';

/** What is operated, in the API. */
export function addOpsAsset(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, opsAsset, {
    plural: 'opsAssets',
    organization,
    reads: { title: ['name'] },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'OpsAssetKind', OPS_ASSET_KINDS),
        resolve: (row: OpsAssetRow) => row.kind,
      }),
      serviceUse: t.field({
        type: enumOf(builder, 'OpsAssetUse', OPS_ASSET_USES),
        description: '用于哪一类应用。',
        resolve: (row: OpsAssetRow) => row.serviceUse,
      }),
      responsible: t.field({
        type: enumOf(builder, 'OpsResponsible', OPS_RESPONSIBLES),
        description: '由谁运维。',
        resolve: (row: OpsAssetRow) => row.responsible,
      }),
      securityResponsible: t.field({
        type: enumOf(builder, 'OpsResponsible', OPS_RESPONSIBLES),
        description: '由谁负责安全；公共服务应用的固定为基础设施提供方。依据：第六十六条。',
        resolve: (row: OpsAssetRow) => row.securityResponsible,
      }),
      name: t.exposeString('name'),
      runbook: t.exposeString('runbook', { description: '运维手册。' }),
      maintenanceWindow: t.exposeString('maintenanceWindow', { description: '维护时段。' }),
      dutyPhone: t.exposeString('dutyPhone', { description: '值守电话。' }),
      guidance: t.exposeString('guidance', { nullable: true, description: '管理单位最近的指导意见。' }),
    }),
  });
}
