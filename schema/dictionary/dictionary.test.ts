import { describe, expect, test } from 'vitest';
import { CODE_LISTS, codes } from './code-lists.ts';
import { SENSITIVITIES } from './data-element-type.ts';
import { DATA_ELEMENTS } from './dictionary.ts';

describe('data elements', () => {
  test('are at least 110, each with a code and a name of its own', () => {
    expect(DATA_ELEMENTS.length).toBeGreaterThanOrEqual(110);
    expect(new Set(DATA_ELEMENTS.map((element) => element.code)).size).toBe(DATA_ELEMENTS.length);
    expect(new Set(DATA_ELEMENTS.map(({ object, name }) => `${object}.${name}`)).size).toBe(
      DATA_ELEMENTS.length,
    );
  });

  test('follow the naming rules', () => {
    for (const { code, name, object } of DATA_ELEMENTS) {
      expect(code).toMatch(/^DE-[A-Z]{3}-\d{3}$/);
      expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(object).toMatch(/^[A-Z][A-Za-z]*$/);
    }
  });

  test('that hold instants end in At, dates in On, By, From or Until', () => {
    for (const { format, name } of DATA_ELEMENTS) {
      if (format === 'datetime') expect(name).toMatch(/(^at|At)$/);
      if (format === 'date') expect(name).toMatch(/(On|By|From|Until)$/);
    }
  });

  test('name a code list exactly when they hold codes, and the list exists', () => {
    for (const { code, codeList, format } of DATA_ELEMENTS) {
      expect(codeList !== null, code).toBe(/^code(\[\])?$/.test(format));
      if (codeList !== null) expect(Object.hasOwn(CODE_LISTS, codeList), code).toBe(true);
    }
  });

  test('of people are marked as personal, and the token as secret', () => {
    const sensitivityOf = (name: string) =>
      DATA_ELEMENTS.find((element) => element.name === name)?.sensitivity;
    for (const name of ['realName', 'phone', 'email', 'contactPhone', 'contactName', 'reporterContact'])
      expect(sensitivityOf(name), name).toBe('PERSONAL');
    expect(sensitivityOf('token')).toBe('SECRET');
    for (const element of DATA_ELEMENTS) expect(SENSITIVITIES).toContain(element.sensitivity);
  });
});

describe('code lists', () => {
  test('hold capital codes with distinct labels', () => {
    for (const [name, list] of Object.entries(CODE_LISTS)) {
      const labels = Object.values<string>(list.labels);
      expect(new Set(labels).size, name).toBe(labels.length);
      for (const code of Object.keys(list.labels))
        expect(code, name).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
    }
  });

  test('hold the states of a brand authorization that article 50 needs, consent before effect', () => {
    expect(codes('brandAuthorizationState')).toEqual([
      'REQUESTED',
      'PENDING_CONSENT',
      'EFFECTIVE',
      'SUSPENDED',
      'REVOKED',
      'EXPIRED',
      'REFUSED',
      'DECLINED',
      'WITHDRAWN',
    ]);
  });

  test('hold the five inspection cycles of article 47', () => {
    expect(codes('inspectionCycle')).toEqual(['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'ANNUAL']);
  });

  test('agree with the sensitivities of the dictionary', () => {
    expect(codes('sensitivity')).toEqual([...SENSITIVITIES]);
  });
});
