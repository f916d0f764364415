import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { mutationName, type Transition } from '@zgt/runtime/lifecycle/declaration.ts';
import { DUTIES } from '@zgt/schema/measure/articles.ts';
import { REGISTERS } from './registers.ts';
import { isTest, sources } from './sources.ts';

/** MET: carried by code and promised by a test. CODE: no test names it yet. OPEN: nothing carries it yet. */
export type CoverageStatus = 'MET' | 'CODE' | 'OPEN';
export type Coverage = Record<string, CoverageStatus>;

export interface CoverageReading {
  coverage: Coverage;
  /** Marks that name no duty of the measure, as `place: id`. */
  unknown: string[];
}

const IN_CODE = /\bduty (\d{1,2}(?:\.\d{1,2})?)\b/g;
const IN_TEST = /\[duty (\d{1,2}(?:\.\d{1,2})?)\]/g;

/** Which duties are met, read from the declarations, from `duty 50.2` in sources and `[duty 50.2]` in tests. */
export async function readCoverage(): Promise<CoverageReading> {
  const byCode = new Set<string>();
  const byTest = new Set<string>();
  const known = new Set(DUTIES.map(({ id }) => id));
  const unknown: string[] = [];
  const mark = (marks: Set<string>, id: string, place: string) => {
    if (known.has(id)) marks.add(id);
    else unknown.push(`${place}: ${id}`);
  };
  for (const { noun } of REGISTERS)
    for (const [action, transition] of Object.entries<Transition>(noun.lifecycle.actions))
      for (const id of transition.duties) mark(byCode, id, mutationName(noun.lifecycle, action));
  for (const { path, text } of await sources()) {
    if (path.endsWith('.test.ts')) for (const [, id] of text.matchAll(IN_TEST)) mark(byTest, id!, path);
    else if (!isTest(path)) for (const [, id] of text.matchAll(IN_CODE)) mark(byCode, id!, path);
  }
  const statusOf = (id: string): CoverageStatus =>
    !byCode.has(id) ? 'OPEN' : byTest.has(id) ? 'MET' : 'CODE';
  return { coverage: Object.fromEntries(DUTIES.map(({ id }) => [id, statusOf(id)])), unknown };
}

/** The coverage that is written down, by duty. */
export async function committedCoverage(root: string): Promise<Coverage> {
  const text = await readFile(resolve(root, 'schema/measure/coverage.json'), 'utf8').catch(() => '{}');
  return JSON.parse(text) as Coverage;
}

/** The text of coverage.json. A duty that was MET stays so: generating does not forget what a test then demands. */
export async function coverageFile(root: string): Promise<string> {
  const [{ coverage }, before] = [await readCoverage(), await committedCoverage(root)];
  const kept = Object.fromEntries(
    Object.entries(coverage).map(([id, status]) => [id, before[id] === 'MET' ? 'MET' : status]),
  );
  return `${JSON.stringify(kept, null, 1)}\n`;
}
