/** The four levels of article 61, the gravest first. */
export const INCIDENT_LEVELS = ['LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4'] as const;
export type IncidentLevel = (typeof INCIDENT_LEVELS)[number];

export const INCIDENT_LEVEL_LABELS: Record<IncidentLevel, string> = {
  LEVEL_1: '一级（特别重大）',
  LEVEL_2: '二级（重大）',
  LEVEL_3: '三级（较大）',
  LEVEL_4: '四级（一般）',
};

/** How far an outage reaches. Only one of the base decides by its length (article 61). */
export const OUTAGE_SCOPES = {
  NONE: '没有中断',
  WHOLE_PLATFORM: '底座或基础平台中断，智桂通整体不能使用',
  PARTIAL_PLATFORM: '底座或基础平台中断，部分应用不能使用',
  SINGLE_APP: '个别应用自身中断，底座正常',
  UNSTABLE: '不稳定、间断或明显变慢',
} as const;
export type OutageScope = keyof typeof OUTAGE_SCOPES;

/** What kind of data was lost, stolen, tampered with or forged (article 61). */
export const DAMAGED_DATA = {
  NONE: '没有数据受损',
  IDENTITY: '身份认证、电子证照、电子印章等基础或敏感数据',
  PERSONAL: '姓名、证件号、联系方式、住址等个人信息',
  IMPORTANT: '重要业务数据',
  GENERAL: '一般业务数据',
} as const;
export type DamagedData = keyof typeof DAMAGED_DATA;

/** Whether the effect that article 61 joins to the kind of data was found; what nobody has assessed counts as found. */
export const DATA_EFFECTS = {
  UNASSESSED: '尚未评估（按已构成对待）',
  FOUND: '经评估，已构成',
  NOT_FOUND: '经评估，未构成',
} as const;
export type DataEffect = keyof typeof DATA_EFFECTS;

/** How grave the threat to state security, order, the economy and the public interest is (article 61). */
export const THREATS = {
  NONE: '没有威胁',
  ESPECIALLY_SERIOUS: '特别严重',
  SERIOUS: '严重',
  FAIRLY_LARGE: '较大',
  SOME: '一定',
} as const;
export type Threat = keyof typeof THREATS;

/** The facts that a level is computed from. */
export interface IncidentFacts {
  outageScope: OutageScope;
  /** How long the outage has lasted, or lasted in all, in milliseconds. */
  outageMs: number;
  damagedData: DamagedData;
  dataEffect: DataEffect;
  threat: Threat;
}

/** The lengths of an outage that article 61 tells apart, in minutes. */
export interface OutageMinutes {
  /** An outage of the whole platform longer than this is level 1. */
  level1: number;
  /** Longer than this it is level 2. */
  level2: number;
  /** From this length on, an outage of the base is level 3. */
  level3: number;
}

export const CRITERIA = { OUTAGE: '平台中断时长', DATA: '受损数据种类', THREAT: '对社会的威胁' } as const;
export type Criterion = keyof typeof CRITERIA;

/** One row of the decision table: the first row of each criterion that applies counts. */
export interface LevelRule {
  id: string;
  criterion: Criterion;
  level: IncidentLevel;
  /** The condition in words; the lengths stand in it as they are in force. */
  text(minutes: OutageMinutes): string;
  applies(facts: IncidentFacts, minutes: OutageMinutes): boolean;
}

const MINUTE = 60_000;

const outage = (
  id: string,
  level: IncidentLevel,
  text: LevelRule['text'],
  applies: LevelRule['applies'],
): LevelRule => ({ id, criterion: 'OUTAGE', level, text, applies });

const data = (
  id: string,
  level: IncidentLevel,
  text: string,
  applies: (facts: IncidentFacts) => boolean,
): LevelRule => ({ id, criterion: 'DATA', level, text: () => text, applies });

const threat = (grade: Threat, level: IncidentLevel): LevelRule => ({
  id: `THREAT_${grade}`,
  criterion: 'THREAT',
  level,
  text: () => `对国家安全、社会秩序、经济建设和公共利益构成${THREATS[grade]}威胁`,
  applies: (facts) => facts.threat === grade,
});

/** Whether the kind of data is damaged and the effect that belongs to it is not ruled out. */
const damaged = (facts: IncidentFacts, kind: DamagedData) =>
  facts.damagedData === kind && facts.dataEffect !== 'NOT_FOUND';
/** Whether the kind of data is damaged and its effect was ruled out: then it counts one level less (our reading). */
const lessened = (facts: IncidentFacts, kind: DamagedData) =>
  facts.damagedData === kind && facts.dataEffect === 'NOT_FOUND';

/** The decision table of article 61 (duty 61.1), the gravest rows of each criterion first. */
export const LEVEL_RULES: readonly LevelRule[] = [
  outage(
    'WHOLE_OVER_LEVEL_1',
    'LEVEL_1',
    ({ level1 }) => `智桂通整体不能使用超过 ${level1} 分钟`,
    (facts, { level1 }) => facts.outageScope === 'WHOLE_PLATFORM' && facts.outageMs > level1 * MINUTE,
  ),
  outage(
    'WHOLE_OVER_LEVEL_2',
    'LEVEL_2',
    ({ level1, level2 }) => `智桂通整体不能使用超过 ${level2} 分钟，不超过 ${level1} 分钟`,
    (facts, { level2 }) => facts.outageScope === 'WHOLE_PLATFORM' && facts.outageMs > level2 * MINUTE,
  ),
  outage(
    'WHOLE_FROM_LEVEL_3',
    'LEVEL_3',
    ({ level2, level3 }) => `智桂通整体不能使用达到 ${level3} 分钟，不超过 ${level2} 分钟`,
    (facts, { level3 }) => facts.outageScope === 'WHOLE_PLATFORM' && facts.outageMs >= level3 * MINUTE,
  ),
  outage(
    'PARTIAL_FROM_LEVEL_3',
    'LEVEL_3',
    ({ level3 }) => `底座中断使部分应用不能使用达到 ${level3} 分钟，再长也是三级`,
    (facts, { level3 }) => facts.outageScope === 'PARTIAL_PLATFORM' && facts.outageMs >= level3 * MINUTE,
  ),
  outage(
    'SHORT_OR_UNSTABLE',
    'LEVEL_4',
    ({ level3 }) => `中断不足 ${level3} 分钟，或者个别应用中断、不稳定、间断、明显变慢`,
    (facts) => facts.outageScope !== 'NONE',
  ),
  data('IDENTITY', 'LEVEL_1', '身份认证、证照、印章等基础或敏感数据受损，构成特别严重威胁', (facts) =>
    damaged(facts, 'IDENTITY'),
  ),
  data(
    'PERSONAL',
    'LEVEL_2',
    '个人信息受损并造成直接损失；或者基础、敏感数据受损，经评估未构成特别严重威胁',
    (facts) => damaged(facts, 'PERSONAL') || lessened(facts, 'IDENTITY'),
  ),
  data(
    'IMPORTANT',
    'LEVEL_3',
    '重要业务数据受损并有一定影响；或者个人信息受损，经评估未造成直接损失',
    (facts) => damaged(facts, 'IMPORTANT') || lessened(facts, 'PERSONAL'),
  ),
  data(
    'GENERAL',
    'LEVEL_4',
    '一般业务数据受损；或者重要业务数据受损，经评估没有影响',
    (facts) => facts.damagedData === 'GENERAL' || lessened(facts, 'IMPORTANT'),
  ),
  threat('ESPECIALLY_SERIOUS', 'LEVEL_1'),
  threat('SERIOUS', 'LEVEL_2'),
  threat('FAIRLY_LARGE', 'LEVEL_3'),
  threat('SOME', 'LEVEL_4'),
];

/** A criterion of article 61 that is met: by which row of the table, and with which figure or fact. */
export interface FiredRule {
  rule: string;
  criterion: Criterion;
  level: IncidentLevel;
  text: string;
  figure: string;
}

/** Hours, minutes and seconds in words, as people read a length of time. */
export function lengthText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [
    [Math.floor(seconds / 3600), '小时'],
    [Math.floor(seconds / 60) % 60, '分'],
    [seconds % 60, '秒'],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  return first < 0
    ? '0 秒'
    : parts
        .slice(first)
        .map(([amount, unit]) => `${amount} ${unit}`)
        .join(' ');
}

function figureOf(criterion: Criterion, facts: IncidentFacts): string {
  switch (criterion) {
    case 'OUTAGE':
      return `${OUTAGE_SCOPES[facts.outageScope]}，已 ${lengthText(facts.outageMs)}`;
    case 'DATA':
      return `${DAMAGED_DATA[facts.damagedData]}，${DATA_EFFECTS[facts.dataEffect]}`;
    case 'THREAT':
      return `${THREATS[facts.threat]}威胁`;
  }
}

/** True when the first level is graver than the second. */
export function isGraver(one: IncidentLevel, other: IncidentLevel): boolean {
  return INCIDENT_LEVELS.indexOf(one) < INCIDENT_LEVELS.indexOf(other);
}

/** The graver of two levels. */
export function graver(one: IncidentLevel, other: IncidentLevel): IncidentLevel {
  return isGraver(one, other) ? one : other;
}

/**
 * The level of an incident: the gravest that any of the three criteria gives, with the rows that gave one (article 61).
 * What meets no criterion is level 4.
 */
export function classify(
  facts: IncidentFacts,
  minutes: OutageMinutes,
): { level: IncidentLevel; fired: FiredRule[] } {
  const fired = Object.keys(CRITERIA).flatMap((criterion): FiredRule[] => {
    const rule = LEVEL_RULES.find((one) => one.criterion === criterion && one.applies(facts, minutes));
    if (!rule) return [];
    return [
      {
        rule: rule.id,
        criterion: rule.criterion,
        level: rule.level,
        text: rule.text(minutes),
        figure: figureOf(rule.criterion, facts),
      },
    ];
  });
  const level = fired.reduce<IncidentLevel>((worst, one) => graver(worst, one.level), 'LEVEL_4');
  return { level, fired };
}

/** The next instant, after `now`, at which an outage that goes on takes a graver level; null when it will not. */
export function nextCrossing(
  scope: OutageScope,
  startedAt: Date,
  now: Date,
  { level1, level2, level3 }: OutageMinutes,
): Date | null {
  // "Reaches" counts from the very instant, "longer than" from the millisecond after.
  const reaching = [level3 * MINUTE];
  const exceeding = scope === 'WHOLE_PLATFORM' ? [level2 * MINUTE + 1, level1 * MINUTE + 1] : [];
  if (scope !== 'WHOLE_PLATFORM' && scope !== 'PARTIAL_PLATFORM') return null;
  const instants = [...reaching, ...exceeding].map((ms) => startedAt.getTime() + ms);
  const next = instants.find((instant) => instant > now.getTime());
  return next === undefined ? null : new Date(next);
}
