import { MEMBER_ROLE_LABELS, PARTIES, PARTY_KINDS, type PartyKind } from '../parties.ts';
import type { CodeList } from './code-list-type.ts';
import { DOCUMENT_CODE_LISTS } from './code-lists-documents.ts';
import { KIND_CODE_LISTS } from './code-lists-kinds.ts';
import { APP_KIND_CODE_LISTS } from './code-lists-kinds-apps.ts';
import { ASSESSMENT_KIND_CODE_LISTS } from './code-lists-kinds-assessments.ts';
import { INCIDENT_KIND_CODE_LISTS } from './code-lists-kinds-incidents.ts';
import { SAFETY_KIND_CODE_LISTS } from './code-lists-kinds-safety.ts';
import { SUPERVISION_KIND_CODE_LISTS } from './code-lists-kinds-supervision.ts';
import { UNIT_KIND_CODE_LISTS } from './code-lists-kinds-units.ts';
import { SERVICE_CODE_LISTS } from './code-lists-services.ts';
import { STATE_CODE_LISTS } from './code-lists-states.ts';
import { ASSESSMENT_STATE_CODE_LISTS } from './code-lists-states-assessments.ts';
import { INCIDENT_STATE_CODE_LISTS } from './code-lists-states-incidents.ts';
import { RESOURCE_STATE_CODE_LISTS } from './code-lists-states-resources.ts';
import { SAFETY_STATE_CODE_LISTS } from './code-lists-states-safety.ts';
import { SUPERVISION_STATE_CODE_LISTS } from './code-lists-states-supervision.ts';

const PARTY_LABELS = Object.fromEntries(PARTY_KINDS.map((kind) => [kind, PARTIES[kind].name])) as Record<
  PartyKind,
  string
>;

/** Every code list of the system by name; enum values are the same strings here, in the API and in the database. */
export const CODE_LISTS = {
  partyKind: { title: '参与方', labels: PARTY_LABELS },
  memberRole: { title: '成员角色', labels: MEMBER_ROLE_LABELS },
  ...KIND_CODE_LISTS,
  ...APP_KIND_CODE_LISTS,
  ...UNIT_KIND_CODE_LISTS,
  ...INCIDENT_KIND_CODE_LISTS,
  ...SUPERVISION_KIND_CODE_LISTS,
  ...SAFETY_KIND_CODE_LISTS,
  ...ASSESSMENT_KIND_CODE_LISTS,
  ...SERVICE_CODE_LISTS,
  ...DOCUMENT_CODE_LISTS,
  ...STATE_CODE_LISTS,
  ...RESOURCE_STATE_CODE_LISTS,
  ...INCIDENT_STATE_CODE_LISTS,
  ...SUPERVISION_STATE_CODE_LISTS,
  ...ASSESSMENT_STATE_CODE_LISTS,
  ...SAFETY_STATE_CODE_LISTS,
} as const satisfies Record<string, CodeList>;

export type CodeListName = keyof typeof CODE_LISTS;

/** The codes of a list, typed, in their natural order. */
export function codes<Name extends CodeListName>(
  name: Name,
): (keyof (typeof CODE_LISTS)[Name]['labels'] & string)[] {
  return Object.keys(CODE_LISTS[name].labels) as (keyof (typeof CODE_LISTS)[Name]['labels'] & string)[];
}
