/// <reference path="../env.d.ts" />
import { REFUSALS } from '@zgt/schema/errors.ts';
import { ARTICLES } from '@zgt/schema/measure/articles.ts';
import { GLOSSARY } from '@zgt/schema/measure/glossary.ts';
import { CODE_LISTS } from './dictionary.ts';
import { articleLabel } from './numerals.ts';
import type { SearchEntry } from './search.ts';
import { dictionaryInForce, sectionsOf, standardHref, standardsInForce } from './standards.ts';

/** What comes with the release. */
const RELEASED: readonly SearchEntry[] = [
  ...ARTICLES.map((article) => ({
    kind: '条款',
    title: `${articleLabel(article.number)} ${article.title}`,
    text: [article.gist, ...article.duties.map(({ gist }) => gist)].join(' '),
    href: `/measure/${article.number}`,
  })),
  ...GLOSSARY.map((term) => ({
    kind: '术语',
    title: `${term.term} ${term.identifier}`,
    text: term.meaning,
    href: `/glossary#${term.identifier}`,
  })),
  ...CODE_LISTS.map((list) => ({
    kind: '代码表',
    title: `${list.title} ${list.name}`,
    text: list.codes.flat().join(' '),
    href: `/dictionary/code-lists#${list.name}`,
  })),
  ...Object.entries(REFUSALS).map(([code, refusal]) => ({
    kind: '不予办理',
    title: refusal.message,
    text: `${code} ${refusal.remedy}`,
    href: refusal.articles[0] ? `/measure/${refusal.articles[0]}#${code}` : `/api-docs#${code}`,
  })),
];

const KEPT_MS = 60_000;
let kept: { at: number; entries: Promise<readonly SearchEntry[]> } | null = null;

/**
 * All documents that the search finds: what comes with the release, and the standards and the dictionary that are in
 * force, as they were within the last minute. After a failure they are asked for again.
 */
export function searchIndex(locals: App.Locals): Promise<readonly SearchEntry[]> {
  const now = performance.now();
  if (!kept || now - kept.at > KEPT_MS) {
    const entries = published(locals).then((found) => [...RELEASED, ...found]);
    kept = { at: now, entries };
    entries.catch(() => {
      if (kept?.entries === entries) kept = null;
    });
  }
  return kept.entries;
}

async function published(locals: App.Locals): Promise<SearchEntry[]> {
  const [standards, dictionary] = await Promise.all([standardsInForce(locals), dictionaryInForce(locals)]);
  if (standards.trouble !== null) throw new Error(standards.trouble);
  return [
    ...standards.data.flatMap(({ standardCode, standardName, body, items }) => [
      {
        kind: '标准',
        title: standardName,
        text: sectionsOf(body)
          .flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])
          .join(' '),
        href: standardHref(standardCode),
      },
      ...items.map((item) => ({
        kind: '检查项',
        title: `${item.id} ${item.text}`,
        text: `${item.howToCheck} ${standardName}`,
        href: `${standardHref(standardCode)}#${item.id}`,
      })),
    ]),
    ...(dictionary?.entries ?? []).map((element) => ({
      kind: '数据元',
      title: `${element.title} ${element.code}`,
      text: `${element.definition} ${element.object}.${element.name}`,
      href: `/dictionary/${element.code}`,
    })),
  ];
}
