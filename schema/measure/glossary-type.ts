export const GLOSSARY_GROUPS = [
  'PARTY',
  'PLATFORM',
  'SERVICE',
  'DATA',
  'STANDARD',
  'ACT',
  'REPORTING',
  'SUPERVISION',
  'INCIDENT',
  'BRAND',
] as const;
export type GlossaryGroup = (typeof GLOSSARY_GROUPS)[number];

export const GLOSSARY_GROUP_LABELS: Record<GlossaryGroup, string> = {
  PARTY: '参与方',
  PLATFORM: '系统平台',
  SERVICE: '服务与能力',
  DATA: '数据',
  STANDARD: '标准',
  ACT: '行为',
  REPORTING: '三种报送',
  SUPERVISION: '监管周期',
  INCIDENT: '应急事件',
  BRAND: '品牌与协议',
};

/** A term of the measure, the one identifier that the code uses for it, and its meaning in our words. */
export interface GlossaryTerm {
  readonly group: GlossaryGroup;
  readonly term: string;
  readonly identifier: string;
  readonly articles: readonly number[];
  readonly meaning: string;
}
