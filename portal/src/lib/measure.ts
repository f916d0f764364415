/// <reference path="../env.d.ts" />

import { REFUSALS } from '@zgt/schema/errors.ts';
import type { Article } from '@zgt/schema/measure/article-type.ts';
import { ARTICLES } from '@zgt/schema/measure/articles.ts';
import type { RuleParameter } from '@zgt/schema/measure/parameter-type.ts';
import { RULE_PARAMETERS } from '@zgt/schema/measure/parameters.ts';
import type { RefusalText } from '@zgt/schema/refusals/refusal-text.ts';

/** The article of that number, or null for an address that names none. */
export function findArticle(text: string | undefined): Article | null {
  return text && /^[1-9]\d?$/.test(text) ? (ARTICLES[Number(text) - 1] ?? null) : null;
}

/** Every refusal that cites the article, by code. */
export function refusalsCiting(number: number): ({ code: string } & RefusalText)[] {
  return Object.entries(REFUSALS as Record<string, RefusalText>)
    .filter(([, refusal]) => refusal.articles.includes(number))
    .map(([code, refusal]) => ({ code, ...refusal }));
}

/** Every configurable value whose legal basis is the article. */
export function parametersCiting(number: number): RuleParameter[] {
  return (RULE_PARAMETERS as readonly RuleParameter[]).filter((parameter) =>
    parameter.articles.includes(number),
  );
}

export interface Implementation {
  kind: 'MUTATION' | 'TRANSITION' | 'PAGE' | 'JOB' | 'TEST';
  name: string;
  file: string;
}

const generated = import.meta.glob<Record<string, Implementation[]>>(
  '../../../schema/measure/implementations.json',
  { eager: true, import: 'default' },
);

/** Where the running system carries the article, as generated from the sources; empty before the first generation. */
export function implementationsOf(number: number): Implementation[] {
  return Object.values(generated)[0]?.[String(number)] ?? [];
}

export const IMPLEMENTATION_LABELS: Record<Implementation['kind'], string> = {
  MUTATION: '接口操作',
  TRANSITION: '状态变更',
  PAGE: '页面',
  JOB: '定时任务',
  TEST: '自动检验',
};
