import type { RuleParameter } from '@zgt/schema/measure/parameter-type.ts';
import { ADMISSION_PARAMETERS } from '@zgt/schema/measure/parameters-admission.ts';
import { APP_PARAMETERS } from '@zgt/schema/measure/parameters-apps.ts';
import { ASSESSMENT_PARAMETERS } from '@zgt/schema/measure/parameters-assessments.ts';
import { BRAND_PARAMETERS } from '@zgt/schema/measure/parameters-brand.ts';
import { DATA_PARAMETERS } from '@zgt/schema/measure/parameters-data.ts';
import { FILING_PARAMETERS } from '@zgt/schema/measure/parameters-filings.ts';
import { INCIDENT_PARAMETERS } from '@zgt/schema/measure/parameters-incidents.ts';
import { SAFETY_PARAMETERS } from '@zgt/schema/measure/parameters-safety.ts';
import { SECURITY_PARAMETERS } from '@zgt/schema/measure/parameters-security.ts';

interface Group {
  id: string;
  title: string;
  declared: readonly RuleParameter[];
}

/** The rule parameters by the part of the measure that they belong to. */
export const PARAMETER_GROUPS: readonly Group[] = [
  { id: 'admission', title: '单位准入与协议', declared: ADMISSION_PARAMETERS },
  { id: 'brand', title: '品牌与商标', declared: BRAND_PARAMETERS },
  { id: 'apps', title: '应用上架、下架与下线', declared: APP_PARAMETERS },
  { id: 'data', title: '数据', declared: DATA_PARAMETERS },
  { id: 'filings', title: '报备与备案', declared: FILING_PARAMETERS },
  { id: 'assessments', title: '考核与整改', declared: ASSESSMENT_PARAMETERS },
  { id: 'incidents', title: '应急处置', declared: INCIDENT_PARAMETERS },
  { id: 'security', title: '账号与口令', declared: SECURITY_PARAMETERS },
  { id: 'safety', title: '运行安全', declared: SAFETY_PARAMETERS },
];
