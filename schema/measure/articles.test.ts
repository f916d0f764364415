import { describe, expect, test } from 'vitest';
import { ACTORS, TREATMENTS } from './article-type.ts';
import { ARTICLES, article, DUTIES } from './articles.ts';
import { CHAPTERS } from './chapters.ts';
import { EDITION } from './edition.ts';

describe('the measure as data', () => {
  test('holds articles 1 to 77, each once and in order', () => {
    expect(ARTICLES).toHaveLength(77);
    ARTICLES.forEach((each, index) => {
      expect(each.number).toBe(index + 1);
    });
  });

  test('holds 167 duties with unique ids that belong to their article', () => {
    expect(DUTIES).toHaveLength(167);
    expect(new Set(DUTIES.map((duty) => duty.id)).size).toBe(167);
    for (const each of ARTICLES)
      for (const duty of each.duties)
        expect(duty.id === String(each.number) || duty.id.startsWith(`${each.number}.`), duty.id).toBe(true);
  });

  test('a single duty carries the bare number, several are numbered without a gap', () => {
    for (const each of ARTICLES) {
      const ids = each.duties.map((duty) => duty.id);
      const first = each.number === 2 ? 0 : 1;
      expect(ids).toEqual(
        ids.length === 1 ? [`${each.number}`] : ids.map((_, index) => `${each.number}.${index + first}`),
      );
    }
  });

  test('articles with many duties keep them all', () => {
    const counts = [2, 23, 33, 34, 38, 50, 62, 68, 69].map((number) => article(number).duties.length);
    expect(counts).toEqual([6, 4, 5, 5, 4, 3, 5, 4, 4]);
  });

  test('every text is a sentence of its own and every actor and treatment is known', () => {
    const gists = DUTIES.map((duty) => duty.gist);
    expect(new Set(gists).size).toBe(167);
    for (const each of [...ARTICLES, ...DUTIES]) {
      expect(each.gist).toMatch(/[\p{Script=Han}]{2}.*。$/u);
      expect(TREATMENTS).toContain(each.treatment);
      expect(each.actors.length).toBeGreaterThan(0);
      for (const actor of each.actors) expect(ACTORS).toContain(actor);
    }
  });

  test('the draft is cited by provision, and an article without a counterpart has no draft note', () => {
    for (const each of ARTICLES) {
      for (const reference of each.draftRefs) expect(reference).toMatch(/^D(0[1-9]|[1-7]\d|80)$/);
      if (each.draftRefs.length === 0) expect(each.draftNote, `article ${each.number}`).toBeNull();
      else expect(each.draftNote, `article ${each.number}`).toMatch(/。$/);
    }
  });

  test('an article that does not exist is refused', () => {
    expect(() => article(78)).toThrow('there is no article 78');
    expect(() => article(0)).toThrow(RangeError);
  });
});

describe('chapters', () => {
  test('span articles 1 to 77 without a gap, and agree with the articles', () => {
    let next = 1;
    for (const chapter of CHAPTERS) {
      expect(chapter.from).toBe(next);
      next = chapter.to + 1;
      let inside: number = chapter.from;
      for (const section of chapter.sections) {
        expect(section.from).toBe(inside);
        inside = section.to + 1;
      }
      if (chapter.sections.length > 0) expect(inside).toBe(next);
    }
    expect(next).toBe(78);
    for (const each of ARTICLES) {
      const chapter = CHAPTERS.find(({ from, to }) => from <= each.number && each.number <= to)!;
      const section = chapter.sections.find(({ from, to }) => from <= each.number && each.number <= to);
      expect([each.chapter, each.section]).toEqual([chapter.title, section?.title ?? null]);
    }
  });
});

test('the edition takes effect on the day of issue, not of the web page (article 77)', () => {
  expect(EDITION.documentNumber).toBe('桂数广办发〔2022〕46号');
  expect(EDITION.effectiveFrom).toBe('2022-12-27');
  expect(EDITION.webPublishedOn).toBe('2023-01-31');
});
