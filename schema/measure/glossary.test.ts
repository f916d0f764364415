import { expect, test } from 'vitest';
import { GLOSSARY } from './glossary.ts';

test('each term and each identifier stands once, so that one word has one name', () => {
  const terms = GLOSSARY.map((entry) => entry.term);
  const identifiers = GLOSSARY.map((entry) => entry.identifier);
  expect(new Set(terms).size).toBe(terms.length);
  expect(new Set(identifiers).size).toBe(identifiers.length);
});

test('identifiers are ASCII camelCase and never say application', () => {
  for (const { identifier } of GLOSSARY) {
    expect(identifier).toMatch(/^[a-z][A-Za-z]*$/);
    expect(identifier).not.toMatch(/application/i);
  }
});

test('the three kinds of reporting stay three words', () => {
  const reporting = GLOSSARY.filter((entry) => entry.group === 'REPORTING');
  expect(reporting.map((entry) => entry.identifier)).toEqual(['report', 'recordReport', 'filing']);
});

test('every term names its articles', () => {
  for (const { articles, term } of GLOSSARY) {
    expect(articles.length, term).toBeGreaterThan(0);
    for (const number of articles) expect(number >= 1 && number <= 77, term).toBe(true);
  }
});
