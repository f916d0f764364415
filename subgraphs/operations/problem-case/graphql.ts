import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import { PARTIES, type PartyKind } from '@zgt/schema/parties.ts';
import {
  CONTAINMENT_BASES,
  CONTENT_MEASURES,
  PROBLEM_SCOPES,
  PROBLEM_SEVERITIES,
} from '../choices-supervision.ts';
import type { ProblemCaseRow } from '../tables.ts';
import { problemCase } from './actions.ts';

const minutesUntil = ({ discoveredAt }: ProblemCaseRow, until: Date | null): number | null =>
  until && Math.floor((until.getTime() - discoveredAt.getTime()) / 60_000);

/** Problem cases in the API. The app is named by its id: it is another subgraph's to show. */
export function addProblemCase(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, problemCase, {
    plural: 'problemCases',
    organization,
    reads: {
      title: ['subjectName', 'findings'],
      leadLabel: ['lead'],
      provider: ['providerId'],
      minutesToEvidence: ['discoveredAt', 'evidenceKeptAt'],
      evidenceLate: ['discoveredAt', 'evidenceKeptAt'],
      minutesToContainment: ['discoveredAt', 'containedAt'],
      minutesToReport: ['discoveredAt', 'reportedAt'],
    },
    filters: {
      scope: {
        column: 'scope',
        description: '只要这一类的。',
        enumName: 'ProblemScope',
        options: PROBLEM_SCOPES,
      },
      appId: { column: 'appId', description: '只要这个应用的。', reference: true },
    },
    fields: (t) => ({
      scope: t.field({
        type: enumOf(builder, 'ProblemScope', PROBLEM_SCOPES),
        resolve: (row: ProblemCaseRow) => row.scope,
      }),
      leadLabel: t.string({
        description: '牵头处置和追责的一方，由问题所属决定。',
        resolve: (row: ProblemCaseRow) => PARTIES[row.lead as PartyKind].name,
      }),
      provider: t.field({
        type: organization.type,
        nullable: true,
        description: '应用的提供方；只涉及内容的为空。',
        resolve: (row: ProblemCaseRow) => (row.providerId === null ? null : { id: row.providerId }),
      }),
      appId: t.exposeID('appId', { nullable: true, description: '应用的 id；只涉及内容的为空。' }),
      contentReference: t.exposeString('contentReference', {
        nullable: true,
        description: '内容的名称或网址。',
      }),
      severity: t.field({
        type: enumOf(builder, 'ProblemSeverity', PROBLEM_SEVERITIES),
        resolve: (row: ProblemCaseRow) => row.severity,
      }),
      findings: t.exposeString('findings', { description: '发现的问题。' }),
      discoveredAt: t.expose('discoveredAt', { type: 'DateTime', description: '发现的时刻。' }),
      minutesToEvidence: t.int({
        nullable: true,
        description: '从发现到留存材料的分钟数，向下取整；还没有留存的为空。',
        resolve: (row: ProblemCaseRow) => minutesUntil(row, row.evidenceKeptAt),
      }),
      evidenceLate: t.boolean({
        nullable: true,
        description: '留存材料超过了规则参数所定的分钟数；还没有留存的为空。',
        resolve: async (row: ProblemCaseRow, _: unknown, { loaders }: SubgraphContext) => {
          const minutes = minutesUntil(row, row.evidenceKeptAt);
          const most = numberParameter(await loaders.parameters(), 'problem_case.evidence_flag_minutes');
          return minutes === null ? null : minutes > most;
        },
      }),
      minutesToContainment: t.int({
        nullable: true,
        description: '从发现到下架或处理内容的分钟数。',
        resolve: (row: ProblemCaseRow) => minutesUntil(row, row.containedAt),
      }),
      minutesToReport: t.int({
        nullable: true,
        description: '从发现到书面报备的分钟数。',
        resolve: (row: ProblemCaseRow) => minutesUntil(row, row.reportedAt),
      }),
      basis: t.field({
        type: enumOf(builder, 'ContainmentBasis', CONTAINMENT_BASES),
        nullable: true,
        description: '下架或处理内容的依据。',
        resolve: (row: ProblemCaseRow) => row.basis,
      }),
      contentMeasure: t.field({
        type: enumOf(builder, 'ContentMeasure', CONTENT_MEASURES),
        nullable: true,
        description: '内容的处理方式。',
        resolve: (row: ProblemCaseRow) => row.contentMeasure,
      }),
      noticeText: t.exposeString('noticeText', { nullable: true, description: '告知用户的文字。' }),
      confirmedAt: t.expose('confirmedAt', {
        type: 'DateTime',
        nullable: true,
        description: '管理单位确认应急下架的时刻。',
      }),
      report: t.exposeString('report', { nullable: true, description: '书面报备的摘要。' }),
      decision: t.exposeString('decision', { nullable: true, description: '处置决定。' }),
      jointDepartments: t.exposeStringList('jointDepartments', {
        nullable: true,
        description: '会同处置的部门。',
      }),
    }),
  });
}
