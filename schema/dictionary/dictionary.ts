import { AGREEMENT_ELEMENTS } from './agreement.ts';
import { APP_ELEMENTS } from './app.ts';
import { AUDIT_ELEMENTS } from './audit.ts';
import { BRAND_ELEMENTS } from './brand.ts';
import { CAPABILITY_ELEMENTS } from './capability.ts';
import { CODE_LISTS } from './code-lists.ts';
import { COMMON_ELEMENTS } from './common.ts';
import { CONDUCT_ELEMENTS } from './conduct.ts';
import type { DataElement } from './data-element-type.ts';
import { DOCUMENT_ELEMENTS } from './document.ts';
import { FILING_ELEMENTS } from './filing.ts';
import { INCIDENT_ELEMENTS } from './incident.ts';
import { ORGANIZATION_ELEMENTS } from './organization.ts';
import { PERSON_ELEMENTS } from './person.ts';
import { TRADEMARK_ELEMENTS } from './trademark.ts';
import { UNIT_ELEMENTS } from './unit.ts';

/** A chapter of the dictionary: the elements of one group of nouns. */
export interface ElementGroup {
  readonly name: string;
  readonly title: string;
  readonly elements: readonly DataElement[];
}

const GROUPS: readonly ElementGroup[] = [
  { name: 'COMMON', title: '通用', elements: COMMON_ELEMENTS },
  { name: 'ORGANIZATION', title: '单位', elements: ORGANIZATION_ELEMENTS },
  { name: 'UNIT', title: '生态单位', elements: UNIT_ELEMENTS },
  { name: 'PERSON', title: '人员与账号', elements: PERSON_ELEMENTS },
  { name: 'AGREEMENT', title: '授权协议', elements: AGREEMENT_ELEMENTS },
  { name: 'BRAND', title: '品牌授权', elements: BRAND_ELEMENTS },
  { name: 'TRADEMARK', title: '商标与许可', elements: TRADEMARK_ELEMENTS },
  { name: 'CONDUCT', title: '叫停与冒用', elements: CONDUCT_ELEMENTS },
  { name: 'CAPABILITY', title: '能力与凭证', elements: CAPABILITY_ELEMENTS },
  { name: 'APP', title: '应用与平台', elements: APP_ELEMENTS },
  { name: 'FILING', title: '备案与义务', elements: FILING_ELEMENTS },
  { name: 'DOCUMENT', title: '材料', elements: DOCUMENT_ELEMENTS },
  { name: 'AUDIT', title: '审计', elements: AUDIT_ELEMENTS },
  { name: 'INCIDENT', title: '应急事件', elements: INCIDENT_ELEMENTS },
];

/** Every data element of the system, in the order of the groups. */
export const DATA_ELEMENTS: readonly DataElement[] = GROUPS.flatMap((group) => group.elements);

/** The data dictionary of this system (article 19): what an outsider may rely on by this version. */
export const DICTIONARY = {
  version: '1.0.0',
  status: 'PUBLISHED',
  effectiveFrom: '2026-11-23',
  groups: GROUPS,
  codeLists: CODE_LISTS,
} as const;
