import { ANNOUNCEMENT_QUERY, ANNOUNCEMENTS_QUERY, DELISTINGS_QUERY } from './announcements.ts';
import { APP_QUERY, APPS_QUERY } from './apps.ts';
import { CAPABILITY_USAGE_QUERY } from './capability-usage.ts';
import { COMPLIANCE_QUERY } from './compliance.ts';
import { DATA_OPERATIONS_QUERY } from './data-operations.ts';
import { FAIRNESS_QUERY } from './fairness.ts';
import { FILING_DOCUMENT_QUERY } from './filing-document.ts';
import { HOTLINE_ENTRANCES_QUERY, HOTLINE_PROGRESS_QUERY, HOTLINE_STATISTICS_QUERY } from './hotline.ts';
import { INCIDENT_QUERY, ROSTER_QUERY } from './incident.ts';
import { MECHANISMS_MISSING_QUERY } from './mechanisms.ts';
import { NORM_QUERY, NORMS_QUERY } from './norms.ts';
import { NOTIFICATIONS_QUERY } from './notifications.ts';
import { AUDIT_QUERY, CAPABILITIES_QUERY, DUTIES_QUERY, WORK_ITEMS_QUERY } from './page-queries.ts';
import { ARTICLE_PARAMETERS_QUERY, PARAMETERS_QUERY } from './parameters.ts';
import { POLICIES_QUERY } from './policies.ts';
import {
  actionMutation,
  actionQuery,
  choiceQuery,
  creationQuery,
  exportQuery,
  itemQuery,
  listQuery,
  OWNER,
  relatedQuery,
} from './register-queries.ts';
import { REGISTERS, relatedLists } from './registers.ts';
import { SEARCH_RECORDS_QUERY } from './search-records.ts';
import { SECURITY_GAPS_QUERY } from './security-gaps.ts';
import { SELF_CHECK_QUERY } from './self-check.ts';
import { IMPORT_MUTATION, IMPORT_SUBJECT_QUERY } from './standard-import.ts';
import {
  DIFFERENCES_QUERY,
  ENTRIES_QUERY,
  STANDARD_CODES_QUERY,
  STANDARDS_QUERY,
  VERSION_QUERY,
  VERSIONS_QUERY,
} from './standards.ts';
import { PUBLIC_STATISTICS_QUERY, STATISTICS_QUERY } from './statistics.ts';
import { SUPERVISION_FIGURES_QUERY, SUPERVISION_QUERY } from './supervision.ts';
import { APPEAL_MUTATION, PENALTY_NOTICE_QUERY } from './user-appeal.ts';
import { USER_RULES_QUERY } from './user-rules.ts';
import { VERIFICATION_QUERY } from './verification.ts';
import { VIEWER_QUERY } from './viewer.ts';

/** The documents that the portal's pages send again and again: the gateway plans them before the first visitor comes. */
export const TRUSTED_DOCUMENTS: readonly string[] = [
  VIEWER_QUERY,
  WORK_ITEMS_QUERY,
  DUTIES_QUERY,
  NOTIFICATIONS_QUERY,
  CAPABILITIES_QUERY,
  CAPABILITY_USAGE_QUERY,
  ANNOUNCEMENTS_QUERY,
  ANNOUNCEMENT_QUERY,
  DELISTINGS_QUERY,
  APPS_QUERY,
  APP_QUERY,
  VERIFICATION_QUERY,
  STATISTICS_QUERY,
  PUBLIC_STATISTICS_QUERY,
  USER_RULES_QUERY,
  PENALTY_NOTICE_QUERY,
  APPEAL_MUTATION,
  POLICIES_QUERY,
  SUPERVISION_QUERY,
  SUPERVISION_FIGURES_QUERY,
  FAIRNESS_QUERY,
  PARAMETERS_QUERY,
  ARTICLE_PARAMETERS_QUERY,
  AUDIT_QUERY,
  SELF_CHECK_QUERY,
  SECURITY_GAPS_QUERY,
  DATA_OPERATIONS_QUERY,
  STANDARDS_QUERY,
  STANDARD_CODES_QUERY,
  VERSIONS_QUERY,
  VERSION_QUERY,
  ENTRIES_QUERY,
  DIFFERENCES_QUERY,
  IMPORT_SUBJECT_QUERY,
  IMPORT_MUTATION,
  SEARCH_RECORDS_QUERY,
  COMPLIANCE_QUERY,
  INCIDENT_QUERY,
  ROSTER_QUERY,
  HOTLINE_ENTRANCES_QUERY,
  HOTLINE_PROGRESS_QUERY,
  HOTLINE_STATISTICS_QUERY,
  FILING_DOCUMENT_QUERY,
  MECHANISMS_MISSING_QUERY,
  NORMS_QUERY,
  NORM_QUERY,
  ...REGISTERS.flatMap((register) => [
    listQuery(register),
    exportQuery(register),
    itemQuery(register),
    actionQuery(register),
    choiceQuery(register),
    relatedQuery([{ other: register, by: OWNER }]),
    ...(register.related.length > 0 ? [relatedQuery(relatedLists(register))] : []),
    ...register.creations.flatMap(({ mutation }) => [
      creationQuery(mutation),
      actionMutation(register, mutation),
    ]),
  ]),
];
