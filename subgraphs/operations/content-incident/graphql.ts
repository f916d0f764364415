import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { CONTENT_INCIDENT_KINDS, CONTENT_INCIDENT_LEVELS, CONTENT_MEASURES } from '../choices-conduct.ts';
import { loadOnce } from '../load-once.ts';
import type { ContentIncidentRow } from '../tables-conduct.ts';
import { contentIncident } from './actions.ts';
import { type KeptContent, readKept } from './store.ts';

const keptOf = loadOnce(readKept, ({ caseId }) => caseId);

/** Incidents with contents in the API; those found of one content are listed by `filter: { contentId }`. */
export function addContentIncident(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  const kept = builder.objectRef<KeptContent>('KeptContent').implement({
    description: '内容隐藏或撤下时留存的一份。',
    fields: (t) => ({
      id: t.exposeID('id', { description: '留存材料的 id。' }),
      number: t.exposeString('number', { description: '留存材料的编号。' }),
      digest: t.exposeString('digest', { description: 'SHA-256 摘要（十六进制）。' }),
      capturedAt: t.expose('capturedAt', { type: 'DateTime', description: '留存的时刻。' }),
    }),
  });
  return addNoun(builder, shared, contentIncident, {
    plural: 'contentIncidents',
    organization,
    reads: { title: ['kind', 'contentTitle'], foundAt: [], evidences: ['contentId'] },
    filters: { contentId: { column: 'contentId', description: '只要这条内容的。', reference: true } },
    fields: (t) => ({
      contentId: t.id({ description: '内容的 id。', resolve: (row: ContentIncidentRow) => row.contentId }),
      contentTitle: t.exposeString('contentTitle', { description: '发现时内容的标题。' }),
      kind: t.field({
        type: enumOf(builder, 'ContentIncidentKind', CONTENT_INCIDENT_KINDS),
        resolve: (row: ContentIncidentRow) => row.kind,
      }),
      level: t.field({
        type: enumOf(builder, 'ContentIncidentLevel', CONTENT_INCIDENT_LEVELS),
        resolve: (row: ContentIncidentRow) => row.level,
      }),
      findings: t.exposeString('findings', { description: '发现的情况。' }),
      foundAt: t.field({
        type: 'DateTime',
        description: '登记发现的时刻，从此刻起计时。',
        resolve: (row: ContentIncidentRow) => row.createdAt,
      }),
      measure: t.field({
        type: enumOf(builder, 'ContentIncidentMeasure', CONTENT_MEASURES),
        nullable: true,
        description: '作出的处理。',
        resolve: (row: ContentIncidentRow) => row.measure as never,
      }),
      basis: t.exposeString('basis', { nullable: true, description: '处理的依据。' }),
      handledAt: t.expose('handledAt', { type: 'DateTime', nullable: true, description: '处理的时刻。' }),
      isLate: t.exposeBoolean('isLate', {
        nullable: true,
        description: '是否处理不及时；没有处理的为空。',
      }),
      demands: t.exposeString('demands', { nullable: true, description: '整改要求。' }),
      rectifyBy: t.field({
        type: 'Date',
        nullable: true,
        description: '整改期限。',
        resolve: (row: ContentIncidentRow) => row.rectifyBy,
      }),
      problemCaseNumber: t.exposeString('problemCaseNumber', {
        nullable: true,
        description: '因公共服务应用的重大舆情风险所立的问题处置的编号；没有的为空。',
      }),
      evidences: t.field({
        type: [kept],
        description: '这条内容隐藏或撤下时自动留存的文字，先留存的在前；全文在留存材料里。',
        resolve: ({ contentId }: ContentIncidentRow, _: unknown, context: SubgraphContext) =>
          keptOf(context, contentId),
      }),
      result: t.exposeString('result', { nullable: true, description: '整改结果。' }),
    }),
  });
}
