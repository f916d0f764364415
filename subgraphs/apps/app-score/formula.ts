import {
  APP_SCORE_INDICATORS,
  type AppScoreIndicatorName,
  FORCED_DELISTING_DEDUCTION,
} from '@zgt/schema/measure/app-score.ts';

/** What is known of an app at the end of a period; counts are of the spans that the formula names. */
export interface AppScoreFacts {
  /** Findings of the level SHOULD in the check of the listed version; null without a check. */
  shouldFindings: number | null;
  reviewedVersions: number;
  returnedVersions: number;
  domains: boolean;
  industry: boolean;
  terminals: boolean;
  opsProfile: boolean;
  drilled: boolean;
  releaseNotes: boolean;
  calls: number;
  failedCalls: number;
  dueDuties: number;
  keptDuties: number;
  forcedDelistings: number;
}

/** One indicator of a score: its share of the points from 0 to 1, null when there was nothing to judge, and why. */
export interface ScoredIndicator {
  indicator: AppScoreIndicatorName;
  share: number | null;
  explanation: string;
}

export interface Scored {
  score: number;
  indicators: ScoredIndicator[];
  deduction: number;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function completeness(facts: AppScoreFacts): [number, string] {
  const items: [boolean, string][] = [
    [facts.domains, '服务领域'],
    [facts.industry, '行业类别'],
    [facts.terminals, '发布终端'],
    [facts.opsProfile, '运维档案'],
    [facts.drilled, '近十二个月的应急演练'],
    [facts.releaseNotes, '版本说明'],
  ];
  const missing = items.flatMap(([has, label]) => (has ? [] : [label]));
  const explanation = missing.length === 0 ? '六项齐全' : `缺少：${missing.join('、')}`;
  return [(items.length - missing.length) / items.length, explanation];
}

const MOST_FINDINGS = 10;

function judged(facts: AppScoreFacts): Record<AppScoreIndicatorName, [number | null, string]> {
  const { shouldFindings, reviewedVersions, returnedVersions, calls, failedCalls, dueDuties, keptDuties } =
    facts;
  return {
    STANDARDS: [
      shouldFindings === null ? null : 1 - Math.min(shouldFindings, MOST_FINDINGS) / MOST_FINDINGS,
      `在架版本的检查有 ${shouldFindings} 个应当级问题`,
    ],
    FIRST_REVIEW: [
      share(reviewedVersions - returnedVersions, reviewedVersions),
      `${reviewedVersions} 个版本办结审核，其中 ${returnedVersions} 个曾被退回`,
    ],
    COMPLETENESS: completeness(facts),
    CALLS: [share(calls - failedCalls, calls), `${calls} 次调用，其中 ${failedCalls} 次失败`],
    DEADLINES: [share(keptDuties, dueDuties), `${dueDuties} 件到期，其中 ${keptDuties} 件按期办结`],
  };
}

/** The score from 0 to 100 with all that it rests on; the weight of what could not be judged goes to the rest (article 40, duty 40). */
export function scoreOf(facts: AppScoreFacts): Scored {
  const judgements = judged(facts);
  const indicators = Object.entries(APP_SCORE_INDICATORS).map(([name, { absentWhen }]): ScoredIndicator => {
    const indicator = name as AppScoreIndicatorName;
    const [value, explanation] = judgements[indicator];
    return { indicator, share: value, explanation: value === null ? `${absentWhen}，不计入` : explanation };
  });
  const counted = indicators.flatMap(({ indicator, share: value }) =>
    value === null ? [] : [{ weight: APP_SCORE_INDICATORS[indicator].weight, value }],
  );
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  const points = counted.reduce((sum, { weight, value }) => sum + weight * value, 0);
  const deduction = facts.forcedDelistings * FORCED_DELISTING_DEDUCTION;
  return { score: Math.max(0, Math.round((points / weights) * 100) - deduction), indicators, deduction };
}
