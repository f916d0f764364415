import { describe, expect, test } from 'vitest';
import type { RuleParameter } from './parameter-type.ts';
import { parameterObjection, RULE_PARAMETERS, ruleParameter } from './parameters.ts';

const PARAMETERS: readonly RuleParameter[] = RULE_PARAMETERS;

describe('rule parameters', () => {
  test('have unique dotted names', () => {
    const names = PARAMETERS.map((parameter) => parameter.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/);
  });

  test('have a default that they would themselves accept', () => {
    for (const parameter of PARAMETERS)
      expect(parameterObjection(parameter, parameter.default), parameter.name).toBeNull();
  });

  test('cite articles of the measure and, where they follow it, a provision of the draft', () => {
    for (const parameter of PARAMETERS) {
      expect(parameter.articles.length).toBeGreaterThan(0);
      for (const number of parameter.articles) {
        expect(number).toBeGreaterThanOrEqual(1);
        expect(number).toBeLessThanOrEqual(77);
      }
      if (parameter.draftRef) expect(parameter.draftRef).toMatch(/^D\d\d$/);
    }
  });

  test('have a floor only where the number stands in the issued text', () => {
    for (const parameter of PARAMETERS) if (parameter.floor) expect(parameter.fromText).toBe(true);
  });

  test('keep units to numbers and choices to strings', () => {
    for (const parameter of PARAMETERS) {
      expect(parameter.unit === 'NONE', parameter.name).toBe(parameter.type !== 'INTEGER');
      expect(parameter.choices !== undefined, parameter.name).toBe(parameter.type === 'STRING');
    }
  });

  test('hold the numbers of the issued text', () => {
    expect(ruleParameter('delisting.market.announcement_working_days').default).toBe(5);
    expect(ruleParameter('offline.lead_working_days').default).toBe(10);
    expect(ruleParameter('log.retention_years').default).toBe(5);
    expect(ruleParameter('incident.level1_outage_minutes').default).toBe(30);
    expect(ruleParameter('incident.level1_progress_minutes').default).toBe(30);
    expect(ruleParameter('incident.level2_progress_minutes').default).toBe(60);
    expect(ruleParameter('filing.commercial_cooperation.period_months').default).toBe(3);
  });
});

describe('a new value', () => {
  test('below what article 39 commands is refused, at or above it is accepted', () => {
    const announcement = ruleParameter('delisting.market.announcement_working_days');
    expect(parameterObjection(announcement, 3)).toBe('PARAMETER_BELOW_REGULATION');
    expect(parameterObjection(announcement, 5)).toBeNull();
    expect(parameterObjection(announcement, 8)).toBeNull();
  });

  test('that reports more rarely than article 62 commands is refused', () => {
    const progress = ruleParameter('incident.level1_progress_minutes');
    expect(parameterObjection(progress, 31)).toBe('PARAMETER_BELOW_REGULATION');
    expect(parameterObjection(progress, 15)).toBeNull();
  });

  test('of the wrong kind is invalid', () => {
    expect(parameterObjection(ruleParameter('password.max_age_days'), '90')).toBe('VALIDATION');
    expect(parameterObjection(ruleParameter('password.max_age_days'), 1.5)).toBe('VALIDATION');
    expect(parameterObjection(ruleParameter('password.max_age_days'), -1)).toBe('VALIDATION');
    expect(parameterObjection(ruleParameter('terminal_check.block'), 1)).toBe('VALIDATION');
    expect(parameterObjection(ruleParameter('listing.public.final_approver'), 'COUNTY')).toBe('VALIDATION');
    const words = ruleParameter('hotline.dedicated.number');
    expect(parameterObjection(words, '0771-5550100')).toBeNull();
    for (const wrong of ['', ' 12345', '两\n行', '长'.repeat(101), 12345])
      expect(parameterObjection(words, wrong)).toBe('VALIDATION');
  });
});
