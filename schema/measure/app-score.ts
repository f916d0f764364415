/**
 * How apps of market services are scored each month (article 40), published as it is computed. Whoever changes a
 * weight or what is counted raises the version: a score says by which version it was computed.
 */
export const APP_SCORE_VERSION = '1.0';

export interface AppScoreIndicator {
  readonly label: string;
  /** Points out of 100, when every indicator has something to judge. */
  readonly weight: number;
  /** What share of the points an app has, in words that its provider can check. */
  readonly counts: string;
  /** When there is nothing to judge: the weight is then shared among the others. */
  readonly absentWhen: string | null;
}

/** The indicators in the order in which they are shown. */
export const APP_SCORE_INDICATORS = {
  STANDARDS: {
    label: '规范符合',
    weight: 20,
    counts: '在架版本的规范检查：没有应当级问题得满分，每有一个少十分之一，十个及以上不得分。',
    absentWhen: '在架版本没有注明规范检查',
  },
  FIRST_REVIEW: {
    label: '审核一次通过',
    weight: 15,
    counts: '近十二个月办结过审核的版本中，没有被退回过的所占比例。',
    absentWhen: '近十二个月没有版本办结审核',
  },
  COMPLETENESS: {
    label: '服务完备',
    weight: 30,
    counts:
      '六项各占六分之一：服务领域、行业类别、发布终端都已注明（三项）；运维档案已填；近十二个月做过应急演练；上架的版本附有版本说明。',
    absentWhen: null,
  },
  CALLS: {
    label: '调用成功',
    weight: 20,
    counts: '当月以这个应用的正式凭证发起的能力调用中，成功的所占比例。',
    absentWhen: '当月没有调用',
  },
  DEADLINES: {
    label: '按期办理',
    weight: 15,
    counts: '当月到期、应由提供方办理的事项中，按期办结的所占比例。',
    absentWhen: '当月没有到期的事项',
  },
} as const satisfies Record<string, AppScoreIndicator>;

export type AppScoreIndicatorName = keyof typeof APP_SCORE_INDICATORS;

/** Points taken off for each forced delisting in the twelve months before the end of the period. */
export const FORCED_DELISTING_DEDUCTION = 20;

/** An app with fewer points than this is not recommended. */
export const RECOMMENDED_FROM = 60;
