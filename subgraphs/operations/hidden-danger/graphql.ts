import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { DANGER_BEARERS, SECURITY_DOMAINS, VULNERABILITY_SEVERITIES } from '../choices-safety.ts';
import type { HiddenDangerRow } from '../tables-safety.ts';
import { hiddenDanger } from './actions.ts';

/** Hidden dangers in the API. */
export function addHiddenDanger(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, hiddenDanger, {
    plural: 'hiddenDangers',
    organization,
    reads: { title: ['domain', 'description'] },
    filters: {
      domain: {
        column: 'domain',
        description: '只要这一种的。',
        enumName: 'SecurityDomain',
        options: SECURITY_DOMAINS,
      },
    },
    fields: (t) => ({
      domain: t.field({
        type: enumOf(builder, 'SecurityDomain', SECURITY_DOMAINS),
        description: '安全领域。',
        resolve: (row: HiddenDangerRow) => row.domain,
      }),
      severity: t.field({
        type: enumOf(builder, 'VulnerabilitySeverity', VULNERABILITY_SEVERITIES),
        description: '严重程度。',
        resolve: (row: HiddenDangerRow) => row.severity,
      }),
      bearer: t.field({
        type: enumOf(builder, 'DangerBearer', DANGER_BEARERS),
        description: '由谁排除。',
        resolve: (row: HiddenDangerRow) => row.bearer,
      }),
      assetId: t.exposeID('assetId', {
        nullable: true,
        description: '隐患所在的运维资产的 id；没有指明为空。',
      }),
      description: t.exposeString('description', { description: '隐患情况。' }),
      foundOn: t.field({
        type: 'Date',
        description: '发现日期。',
        resolve: (row: HiddenDangerRow) => row.foundOn,
      }),
      demands: t.exposeString('demands', { nullable: true, description: '排除要求。' }),
      dueOn: t.field({
        type: 'Date',
        nullable: true,
        description: '排除期限。',
        resolve: (row: HiddenDangerRow) => row.dueOn,
      }),
      remedy: t.exposeString('remedy', { nullable: true, description: '排除情况。' }),
    }),
  });
}
