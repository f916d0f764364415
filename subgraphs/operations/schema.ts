import { createBuilder, finishSchema } from '@zgt/runtime/graphql/builder.ts';
import { addSharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { GraphQLSchema } from 'graphql';
import { addAnnouncement } from './announcement/graphql.ts';
import { addArticles } from './article/graphql.ts';
import { addAuditEntries } from './audit-entry/graphql.ts';
import { addDutyCalendar } from './duty-calendar/graphql.ts';
import { addFiling } from './filing/graphql.ts';
import { addHiddenDanger } from './hidden-danger/graphql.ts';
import { addNotifications } from './notification/graphql.ts';
import { addOrganization } from './organization/graphql.ts';
import { addRiskAssessment } from './risk-assessment/graphql.ts';
import { addRuleParameters } from './rule-parameter/graphql.ts';
import { addSafetyAgreement } from './safety-agreement/graphql.ts';
import { addSafetyCheck } from './safety-check/graphql.ts';
import { addStatistics } from './statistics/graphql.ts';
import { addTrainingSession } from './training-session/graphql.ts';
import { addVulnerability } from './vulnerability/graphql.ts';
import { addWorkCalendar } from './work-calendar/graphql.ts';
import { addWorkItems } from './work-item/graphql.ts';

/** The operations subgraph: filings, announcements, work queue, inbox, duty calendar, audit log, statistics, articles. */
export function operationsSchema(): GraphQLSchema {
  const builder = createBuilder();
  const shared = addSharedTypes(builder);
  const organization = addOrganization(builder);
  addFiling(builder, shared, organization);
  addAnnouncement(builder, shared, organization);
  addWorkCalendar(builder, shared, organization);
  addHiddenDanger(builder, shared, organization);
  addSafetyCheck(builder, shared, organization);
  addRiskAssessment(builder, shared, organization);
  addSafetyAgreement(builder, shared, organization);
  addTrainingSession(builder, shared, organization);
  addVulnerability(builder, shared, organization);
  addWorkItems(builder, shared, organization);
  addNotifications(builder, shared);
  addDutyCalendar(builder);
  addAuditEntries(builder, shared);
  addStatistics(builder);
  addArticles(builder, addRuleParameters(builder, shared));
  return finishSchema(builder);
}
