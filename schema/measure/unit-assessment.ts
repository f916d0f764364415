/** How units are assessed each year (article 42); a change is a new version, and an assessment keeps the one that it went by. */
export const UNIT_SCHEME_VERSION = '1.0';

export const UNIT_INDICATORS = {
  compliance: { label: '合规经营', weight: 30, meaning: '遵守办法、协议和规范，违规和被叫停的扣分' },
  serviceQuality: { label: '服务质量', weight: 30, meaning: '应用可用、内容合规、投诉处理' },
  rectification: { label: '问题整改', weight: 20, meaning: '整改和漏洞修复按期完成' },
  participation: { label: '参与共建', weight: 20, meaning: '参加培训、对接和推广，按要求提供指标' },
} as const;
export type UnitIndicator = keyof typeof UNIT_INDICATORS;

/** The grades from the best down, each with the points that it begins at. */
export const UNIT_GRADES = [
  { grade: 'A', label: '优秀', from: 90 },
  { grade: 'B', label: '良好', from: 75 },
  { grade: 'C', label: '合格', from: 60 },
  { grade: 'D', label: '不合格', from: 0 },
] as const;
export type UnitGrade = (typeof UNIT_GRADES)[number]['grade'];

/** The points of a hundred that scores of a hundred each make by their weights. */
export function unitTotal(scores: Readonly<Record<UnitIndicator, number>>): number {
  const sum = Object.entries(UNIT_INDICATORS).reduce(
    (total, [name, { weight }]) => total + weight * scores[name as UnitIndicator],
    0,
  );
  return Math.round(sum / 100);
}

/** The grade of a total. */
export function unitGrade(total: number): UnitGrade {
  return UNIT_GRADES.find(({ from }) => total >= from)!.grade;
}
