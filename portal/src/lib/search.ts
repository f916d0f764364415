import { parseArticleNumber } from './numerals.ts';

export interface SearchEntry {
  kind: string;
  title: string;
  text: string;
  href: string;
}

export interface SearchHit extends SearchEntry {
  score: number;
}

const MOST_TERMS = 8;

/** What people look for before they look for the lists of codes and refusals that speak of it. */
const LESS_LIKELY: Readonly<Record<string, number>> = { 检查项: 8, 数据元: 12, 代码表: 14, 不予办理: 14 };
const likeliness = ({ kind, score }: SearchHit): number => score - (LESS_LIKELY[kind] ?? 0);

/**
 * The entries that hold every word of the query, best first; when none does, those that share its
 * neighbouring characters, because Chinese is typed without spaces. An article is found by its number too.
 */
export function search(entries: readonly SearchEntry[], query: string, limit = 60): SearchHit[] {
  const terms = fold(query).split(/\s+/).filter(Boolean).slice(0, MOST_TERMS);
  if (terms.length === 0) return [];
  const article = parseArticleNumber(query);
  const direct = article === null ? undefined : `/measure/${article}`;
  const exact = rank(entries, (title, text, entry) => {
    if (entry.href === direct) return 1000;
    let score = 0;
    for (const term of terms) {
      const found = scoreOf(term, title, text);
      if (found === 0) return 0;
      score += found;
    }
    return score;
  });
  if (exact.length > 0) return exact.slice(0, limit);
  const pairs = [...new Set(terms.flatMap(pairsOf))];
  const enough = Math.max(1, Math.ceil(pairs.length / 2));
  const near = rank(entries, (title, text) => {
    const shared = pairs.filter((pair) => title.includes(pair) || text.includes(pair));
    return shared.length < enough ? 0 : shared.reduce((sum, pair) => sum + scoreOf(pair, title, text), 0);
  });
  return near.slice(0, limit);
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

const pairsOf = (term: string): string[] =>
  term.length < 2 ? [] : Array.from({ length: term.length - 1 }, (_, index) => term.slice(index, index + 2));

function scoreOf(term: string, title: string, text: string): number {
  if (title === term) return 40;
  if (title.split(' ').includes(term)) return 30;
  if (title.startsWith(term)) return 20;
  if (title.includes(term)) return 10;
  return text.includes(term) ? 2 : 0;
}

function rank(
  entries: readonly SearchEntry[],
  score: (title: string, text: string, entry: SearchEntry) => number,
): SearchHit[] {
  return entries
    .map((entry) => ({ ...entry, score: score(fold(entry.title), fold(entry.text), entry) }))
    .filter((hit) => hit.score > 0)
    .sort((a, b) => likeliness(b) - likeliness(a));
}

/** The text cut into parts, those that the query names marked, for highlighting without raw markup. */
export function markTerms(text: string, query: string): { text: string; hit: boolean }[] {
  const terms = query.trim().split(/\s+/).filter(Boolean).slice(0, MOST_TERMS);
  if (terms.length === 0) return [{ text, hit: false }];
  const pattern = new RegExp(
    `(${terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
    'i',
  );
  return text
    .split(pattern)
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
