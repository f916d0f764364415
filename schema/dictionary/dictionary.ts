import { AGREEMENT_ELEMENTS } from './agreement.ts';
import { APP_ELEMENTS } from './app.ts';
import { APP_LIFE_ELEMENTS } from './app-life.ts';
import { ASSESSMENT_ELEMENTS } from './assessment.ts';
import { AUDIT_ELEMENTS } from './audit.ts';
import { BRAND_ELEMENTS } from './brand.ts';
import { CAPABILITY_ELEMENTS } from './capability.ts';
import { CAPABILITY_USE_ELEMENTS } from './capability-use.ts';
import { CODE_LISTS } from './code-lists.ts';
import { COMMON_ELEMENTS } from './common.ts';
import { CONDUCT_ELEMENTS } from './conduct.ts';
import { COORDINATION_ELEMENTS } from './coordination.ts';
import type { DataElement } from './data-element-type.ts';
import { DOCUMENT_ELEMENTS } from './document.ts';
import { FILING_ELEMENTS } from './filing.ts';
import { GENERAL_ELEMENTS } from './general.ts';
import { INCIDENT_ELEMENTS } from './incident.ts';
import { OPERATION_ELEMENTS } from './operation.ts';
import { ORGANIZATION_ELEMENTS } from './organization.ts';
import { PARTY_ELEMENTS } from './party.ts';
import { PERSON_ELEMENTS } from './person.ts';
import { PUBLIC_RESOURCE_ELEMENTS } from './public-resource.ts';
import { SAFETY_ELEMENTS } from './safety.ts';
import { STANDARD_ELEMENTS } from './standard.ts';
import { SUPERVISION_ELEMENTS } from './supervision.ts';
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
  { name: 'GENERAL', title: '通用记录', elements: GENERAL_ELEMENTS },
  { name: 'APP_LIFE', title: '应用的登记和上下架', elements: APP_LIFE_ELEMENTS },
  { name: 'CAPABILITY_USE', title: '能力目录与调用', elements: CAPABILITY_USE_ELEMENTS },
  { name: 'STANDARD', title: '标准与检查', elements: STANDARD_ELEMENTS },
  { name: 'PUBLIC_RESOURCE', title: '公共服务与资源', elements: PUBLIC_RESOURCE_ELEMENTS },
  { name: 'PARTY', title: '单位、品牌使用与用户规则', elements: PARTY_ELEMENTS },
  { name: 'OPERATION', title: '应急与运行', elements: OPERATION_ELEMENTS },
  { name: 'SUPERVISION', title: '监督与整改', elements: SUPERVISION_ELEMENTS },
  { name: 'SAFETY', title: '安全', elements: SAFETY_ELEMENTS },
  { name: 'ASSESSMENT', title: '考核与指标', elements: ASSESSMENT_ELEMENTS },
  { name: 'COORDINATION', title: '协同与政策', elements: COORDINATION_ELEMENTS },
];

/** Every data element of the system, in the order of the groups. */
export const DATA_ELEMENTS: readonly DataElement[] = GROUPS.flatMap((group) => group.elements);

/** The data dictionary of this system (article 19): what an outsider may rely on by this version. */
export const DICTIONARY = {
  version: '1.1.0',
  status: 'PUBLISHED',
  effectiveFrom: '2026-11-23',
  groups: GROUPS,
  codeLists: CODE_LISTS,
} as const;
