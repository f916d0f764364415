import type { ConformanceReport, Finding, Place } from './finding.ts';
import { RULES, RULES_VERSION, type RuleId } from './rules.ts';

/** The most findings that a report lists; its counts are of all. */
export const LONGEST_LIST = 500;

/** Collects what one check finds. */
export class Findings {
  readonly #found: Finding[] = [];

  add(rule: RuleId, place: Place, message: string, remedy: string): void {
    const { level, article, item } = RULES[rule];
    const { line, column, path } = place;
    this.#found.push({ rule, level, article, item, line, column, path, message, remedy });
  }

  report(): ConformanceReport {
    const inOrder = this.#found.toSorted(
      (one, other) => one.line - other.line || one.column - other.column || (one.rule < other.rule ? -1 : 1),
    );
    const mustCount = inOrder.filter(({ level }) => level === 'MUST').length;
    return {
      rulesVersion: RULES_VERSION,
      passed: mustCount === 0,
      mustCount,
      shouldCount: inOrder.length - mustCount,
      findings: inOrder.slice(0, LONGEST_LIST),
    };
  }
}
