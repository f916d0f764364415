import { expect, test } from 'vitest';
import { STANDARDS } from './standards.ts';

test('article 19 has its standards: onboarding, interface, data interface and user interface', () => {
  expect(STANDARDS.map((standard) => standard.code)).toEqual([
    'onboarding',
    'interface',
    'data-interface',
    'ui',
  ]);
});

test('check items are numbered without a gap and unique over all standards', () => {
  const ids = STANDARDS.flatMap((standard) => standard.items.map((item) => item.id));
  expect(new Set(ids).size).toBe(ids.length);
  for (const standard of STANDARDS)
    standard.items.forEach((item, index) => {
      expect(item.id).toMatch(new RegExp(`^[A-Z]{2}-${String(index + 1).padStart(3, '0')}$`));
    });
});

test('the two large standards have at least 25 items, the two short ones at least 12', () => {
  const counts = Object.fromEntries(STANDARDS.map((standard) => [standard.code, standard.items.length]));
  expect(counts.interface).toBeGreaterThanOrEqual(25);
  expect(counts.onboarding).toBeGreaterThanOrEqual(25);
  expect(counts.ui).toBeGreaterThanOrEqual(12);
  expect(counts['data-interface']).toBeGreaterThanOrEqual(12);
});

test('every item says how to check it and names an article', () => {
  for (const { items } of STANDARDS)
    for (const item of items) {
      expect(item.text, item.id).toMatch(/。$/);
      expect(item.howToCheck, item.id).toMatch(/。$/);
      expect(item.article >= 1 && item.article <= 77, item.id).toBe(true);
    }
});

test('every standard is published prose with a date', () => {
  for (const standard of STANDARDS) {
    expect(standard.status).toBe('PUBLISHED');
    expect(standard.effectiveFrom).toBe('2026-11-23');
    expect(standard.sections.length).toBeGreaterThanOrEqual(4);
    for (const section of standard.sections) expect(section.paragraphs.length).toBeGreaterThan(0);
  }
});
