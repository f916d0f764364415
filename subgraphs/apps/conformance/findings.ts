import type { ConformanceReport, Finding, Place } from './finding.ts';
import { RULES_VERSION, type RuleId } from './rules.ts';
import type { Measure } from './yardstick.ts';

/** The most findings that a report lists; its counts are of all. */
export const LONGEST_LIST = 500;

/** Collects what one check finds by the rules of its measure; a breach of a rule that does not apply is no finding. */
export class Findings {
  readonly measure: Measure;
  readonly #found: Finding[] = [];

  constructor(measure: Measure) {
    this.measure = measure;
  }

  add(rule: RuleId, place: Place, message: string, remedy: string): void {
    const applied = this.measure.rules.get(rule);
    if (!applied) return;
    const { level, article, item } = applied;
    const { line, column, path } = place;
    this.#found.push({ rule, level, article, item, line, column, path, message, remedy });
  }

  report(): ConformanceReport {
    const inOrder = this.#found.toSorted(byPlace);
    const must = inOrder.filter(({ level }) => level === 'MUST');
    const should = inOrder.filter(({ level }) => level !== 'MUST');
    // Of a list that is too long, what only should be met is left off first.
    const listed = [...must, ...should].slice(0, LONGEST_LIST).toSorted(byPlace);
    return {
      rulesVersion: RULES_VERSION,
      passed: must.length === 0,
      mustCount: must.length,
      shouldCount: should.length,
      findings: listed,
    };
  }
}

const byPlace = (one: Finding, other: Finding) =>
  one.line - other.line || one.column - other.column || (one.rule < other.rule ? -1 : 1);
