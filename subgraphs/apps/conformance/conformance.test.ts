import { STANDARDS } from '@zgt/schema/standards/standards.ts';
import { describe, expect, it } from 'vitest';
import type { CheckSubject } from '../choices.ts';
import { judgeDocument } from './check.ts';
import { RULES } from './rules.ts';
import { BAD, ENDLESS, GOOD, HOSTILE } from './testing/examples.ts';
import { checkConformance } from './thread.ts';
import { measureBy, SHIPPED } from './yardstick.ts';

const MEASURE = measureBy(SHIPPED);
const judge = (kind: CheckSubject, content: string) => judgeDocument(kind, content, MEASURE);

const answer = async (kind: CheckSubject, content: string) => {
  const outcome = await checkConformance(kind, content, SHIPPED);
  if ('refusal' in outcome) throw new Error(outcome.refusal.code);
  return outcome.prepared;
};

describe('what the standards ask is found by rules (articles 19, 20 and 21)', () => {
  it('each rule comes from a check item of a standard', () => {
    const items = new Set(STANDARDS.flatMap((standard) => standard.items.map(({ id }) => id)));
    expect(Object.values(RULES).filter(({ item }) => !items.has(item))).toEqual([]);
  });

  it('each rule has an example that breaks it', () => {
    const shown = new Set<string>([...BAD, ...HOSTILE.map(([, rule]) => [rule])].map(([rule]) => rule!));
    expect(Object.keys(RULES).filter((rule) => !shown.has(rule))).toEqual([]);
  });

  it.each(Object.entries(GOOD))('a good document passes: %s', async (kind, content) => {
    expect(await judge(kind as CheckSubject, content)).toEqual({
      rulesVersion: '1.1.0',
      passed: true,
      mustCount: 0,
      shouldCount: 0,
      findings: [],
    });
  });

  for (const [rule, kind, from, to, place, along] of BAD)
    it(`${rule} is found in ${kind}: ${JSON.stringify(from)} becomes ${JSON.stringify(to)} at ${place}`, async () => {
      expect(GOOD[kind]).toContain(from);
      const { findings, passed } = await judge(kind, GOOD[kind].replace(from, to));
      const broken = along ? [along, rule] : [rule];
      expect(findings.map((one) => `${one.rule} ${one.line}:${one.column}`)).toEqual(
        broken.map((one) => `${one} ${place}`),
      );
      const { level, article, item } = RULES[rule];
      expect(findings.at(-1)).toMatchObject({ level, article, item });
      expect(findings.at(-1)!.message).not.toBe('');
      expect(findings.at(-1)!.remedy).toMatch(/。$/);
      expect(passed).toBe(level === 'SHOULD');
    });

  it('reads Windows line ends and a byte order mark as the same document', async () => {
    const bad = GOOD.TABLE_CSV.replace('createdAt', 'created_at').replace(',是,', ',否,');
    expect(await judge('TABLE_CSV', `\uFEFF${bad.replaceAll('\n', '\r\n')}`)).toEqual(
      await judge('TABLE_CSV', bad),
    );
  });
});

describe('a hostile document gets an answer like any other', () => {
  it.each(HOSTILE)('%s: %s', { timeout: 60_000 }, async (_, rule, kind, content) => {
    const { passed, findings } = await answer(kind, content);
    expect(passed).toBe(false);
    expect(findings.map((one) => one.rule)).toContain(rule);
  });

  it('lets the process go on meanwhile, and judges the next one as before', { timeout: 60_000 }, async () => {
    let done = false;
    let turns = 0;
    const slow = answer('TABLE_DDL', ENDLESS).finally(() => {
      done = true;
    });
    const next = answer('OPENAPI', GOOD.OPENAPI);
    while (!done) {
      turns++;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(turns).toBeGreaterThan(10);
    expect((await slow).findings.map(({ rule }) => rule)).toEqual(['DOC-005']);
    expect((await next).passed).toBe(true);
  });
});
