import { DATA_ELEMENTS } from '@zgt/schema/dictionary/dictionary.ts';
import { REFUSALS } from '@zgt/schema/errors.ts';
import { ARTICLES } from '@zgt/schema/measure/articles.ts';
import { GLOSSARY } from '@zgt/schema/measure/glossary.ts';
import { STANDARDS } from '@zgt/schema/standards/standards.ts';
import { CODE_LISTS } from './dictionary.ts';
import { articleLabel } from './numerals.ts';
import type { SearchEntry } from './search.ts';

/** All that the search of the header finds: the documents, not the records of the parties. */
export const SEARCH_INDEX: readonly SearchEntry[] = [
  ...ARTICLES.map((article) => ({
    kind: '条款',
    title: `${articleLabel(article.number)} ${article.title}`,
    text: [article.gist, ...article.duties.map(({ gist }) => gist)].join(' '),
    href: `/measure/${article.number}`,
  })),
  ...STANDARDS.flatMap((standard) => [
    {
      kind: '标准',
      title: standard.title,
      text: standard.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).join(' '),
      href: `/standards/${standard.code}`,
    },
    ...standard.items.map((item) => ({
      kind: '检查项',
      title: `${item.id} ${item.text}`,
      text: `${item.howToCheck} ${standard.title}`,
      href: `/standards/${standard.code}#${item.id}`,
    })),
  ]),
  ...GLOSSARY.map((term) => ({
    kind: '术语',
    title: `${term.term} ${term.identifier}`,
    text: term.meaning,
    href: `/glossary#${term.identifier}`,
  })),
  ...DATA_ELEMENTS.map((element) => ({
    kind: '数据元',
    title: `${element.title} ${element.code}`,
    text: `${element.definition} ${element.object}.${element.name}`,
    href: `/dictionary/${element.code}`,
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
