import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { MisuseReportRow } from '../tables.ts';
import { misuseReport } from './actions.ts';
import { readContact } from './contact.ts';
import { ENFORCEMENT_KINDS } from './lifecycle.ts';

/** Adds misuse reports; whoever sends one gets back what was sent and its number, and cannot read it later. */
export function addMisuseReport(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, misuseReport, {
    plural: 'misuseReports',
    organization,
    reads: { title: ['suspectedParty'], reporterContact: ['reporterContactCipher'] },
    fields: (t) => ({
      certificateNumber: t.exposeString('certificateNumber', {
        nullable: true,
        description: '对方出示的证书编号，未经核对。',
      }),
      suspectedParty: t.exposeString('suspectedParty', { description: '涉嫌的单位或个人。' }),
      sighting: t.exposeString('sighting', { description: '发现的时间和地点。' }),
      description: t.exposeString('description', { description: '情况说明。' }),
      reporterContact: t.string({
        nullable: true,
        description:
          '举报人的联系方式：对项目公司显示全文并留下查看记录，对其他人遮蔽。用途：核实举报、告知处理结果。',
        resolve: (report: MisuseReportRow, _: unknown, context: SubgraphContext) =>
          readContact(context, report),
      }),
      measures: t.exposeString('measures', { nullable: true, description: '管理单位的支持措施。' }),
      enforcementKind: t.expose('enforcementKind', {
        type: enumOf(builder, 'EnforcementKind', ENFORCEMENT_KINDS),
        nullable: true,
        description: '最近一次维权的方式。',
      }),
      enforcementReference: t.exposeString('enforcementReference', {
        nullable: true,
        description: '最近一次维权的文号或案号。',
      }),
      result: t.exposeString('result', { nullable: true, description: '关闭时登记的结果。' }),
    }),
  });
}
