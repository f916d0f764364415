/** How the system carries a duty; OUTSIDE means that people do it and the system only helps. */
export const TREATMENTS = [
  'ENFORCE',
  'WORKFLOW',
  'RECORD',
  'REMIND',
  'PUBLISH',
  'DEFINE',
  'OUTSIDE',
] as const;
export type Treatment = (typeof TREATMENTS)[number];

export const TREATMENT_LABELS: Record<Treatment, string> = {
  ENFORCE: '强制',
  WORKFLOW: '流程',
  RECORD: '记录',
  REMIND: '提醒',
  PUBLISH: '公开',
  DEFINE: '定义',
  OUTSIDE: '系统之外',
};

/** The room of the code that carries a duty. */
export const DUTY_ROOMS = ['ecosystem', 'apps', 'operations', 'portal', 'runtime'] as const;
export type DutyRoom = (typeof DUTY_ROOMS)[number];

/** Whom a duty binds or serves, by the glossary's names. */
export const ACTORS = [
  'managementUnit',
  'infrastructureProvider',
  'ownerUnit',
  'projectCompany',
  'ecosystemUnit',
  'governmentDepartment',
  'municipality',
  'serviceProvider',
  'terminalUser',
  'ecosystemUser',
  'public',
] as const;
export type Actor = (typeof ACTORS)[number];

export const ACTOR_LABELS: Record<Actor, string> = {
  managementUnit: '管理单位',
  infrastructureProvider: '基础设施提供方',
  ownerUnit: '业主单位',
  projectCompany: '项目公司',
  ecosystemUnit: '生态单位',
  governmentDepartment: '政府部门',
  municipality: '设区市',
  serviceProvider: '服务提供方',
  terminalUser: '移动终端用户',
  ecosystemUser: '移动开放生态圈用户',
  public: '公众',
};

/** One duty of an article: `50.1`, or the article's bare number when it holds a single duty. */
export interface Duty {
  readonly id: string;
  readonly gist: string;
  readonly actors: readonly Actor[];
  readonly treatment: Treatment;
  readonly subgraph: DutyRoom;
}

/** One article in our own words; the official document alone is authoritative. */
export interface Article {
  readonly number: number;
  readonly chapter: string;
  readonly section: string | null;
  readonly title: string;
  readonly gist: string;
  readonly actors: readonly Actor[];
  readonly treatment: Treatment;
  readonly subgraph: DutyRoom;
  /** The second draft's provisions (D01 to D80) that this article grew from. */
  readonly draftRefs: readonly string[];
  /** What the second draft said differently; null when it had no counterpart. */
  readonly draftNote: string | null;
  readonly duties: readonly Duty[];
}
