import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import {
  ACCOUNTABILITY_LEADS,
  ACCOUNTABILITY_MEASURES,
  ACCOUNTABILITY_SCOPES,
  ACCOUNTABILITY_SUBJECTS,
  RESPONSIBILITY_BEARERS,
  RESPONSIBILITY_FINDINGS,
} from '../choices-incidents.ts';
import { incident } from '../incident/actions.ts';
import type { AccountabilityCaseRow } from '../tables-incidents.ts';
import { accountabilityCase } from './actions.ts';

/** Accountability in the API. */
export function addAccountabilityCase(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  incidentType: ReturnType<typeof addNoun>,
) {
  return addNoun(builder, shared, accountabilityCase, {
    plural: 'accountabilityCases',
    organization,
    filters: {
      incidentId: { column: 'incidentId', description: '只要这个事件的。', reference: true },
      scope: {
        column: 'scope',
        description: '只要这一事由的。',
        enumName: 'AccountabilityScope',
        options: ACCOUNTABILITY_SCOPES,
      },
    },
    reads: { title: ['scope', 'subjectName'], incident: ['incidentId'] },
    fields: (t) => ({
      scope: t.field({
        type: enumOf(builder, 'AccountabilityScope', ACCOUNTABILITY_SCOPES),
        resolve: (row: AccountabilityCaseRow) => row.scope,
      }),
      subject: t.field({
        type: enumOf(builder, 'AccountabilitySubject', ACCOUNTABILITY_SUBJECTS),
        resolve: (row: AccountabilityCaseRow) => row.subject,
      }),
      subjectName: t.exposeString('subjectName'),
      incident: t.field(recordIn(incident, 'incidentId', { type: incidentType, description: '有关事件。' })),
      lead: t.field({
        type: enumOf(builder, 'AccountabilityLead', ACCOUNTABILITY_LEADS),
        description: '牵头单位，由事由和对象确定。',
        resolve: (row: AccountabilityCaseRow) => row.lead,
      }),
      matter: t.exposeString('matter', { description: '有关情况。' }),
      investigation: t.exposeString('investigation', { nullable: true, description: '调查安排。' }),
      finding: t.exposeString('finding', { nullable: true, description: '查明的事实。' }),
      responsibility: t.field({
        type: enumOf(builder, 'ResponsibilityFinding', RESPONSIBILITY_FINDINGS),
        nullable: true,
        resolve: (row: AccountabilityCaseRow) => row.responsibility,
      }),
      responsibleName: t.exposeString('responsibleName', {
        nullable: true,
        description: '查明的责任方的名称；因应用自身原因的，是应用的责任单位。',
      }),
      responsibleOrganizationId: t.exposeID('responsibleOrganizationId', {
        nullable: true,
        description: '因应用自身原因而承担责任的单位的 id；不是这样的为空。',
      }),
      responsibleShare: t.exposeInt('responsibleShare', {
        nullable: true,
        description: '该单位承担的份额，百分数；不由应用的责任单位承担的为空。',
      }),
      bearer: t.field({
        type: enumOf(builder, 'ResponsibilityBearer', RESPONSIBILITY_BEARERS),
        nullable: true,
        description: '承担方，由认定的结果确定。',
        resolve: (row: AccountabilityCaseRow) => row.bearer,
      }),
      measure: t.field({
        type: enumOf(builder, 'AccountabilityMeasure', ACCOUNTABILITY_MEASURES),
        nullable: true,
        resolve: (row: AccountabilityCaseRow) => row.measure,
      }),
      disposal: t.exposeString('disposal', { nullable: true, description: '处理和依据。' }),
      clause: t.exposeString('clause', { nullable: true, description: '所依据的协议条款。' }),
      report: t.exposeString('report', { nullable: true, description: '书面报告。' }),
      reportedAt: t.expose('reportedAt', { type: 'DateTime', nullable: true }),
    }),
  });
}
