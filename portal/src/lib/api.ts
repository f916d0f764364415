/// <reference path="../env.d.ts" />
/** An answer of the API: data, or the reason why there is none, in words fit for the page. */
export type Answer<T> = { data: T; trouble: null } | { data: null; trouble: string };

const TROUBLE_BY_CODE: Record<string, string> = {
  UNAUTHENTICATED: '请先登录，再查看这部分内容。',
  FORBIDDEN: '您所代表的单位无权查看这部分内容。',
  NOT_FOUND: '没有找到这条记录，或您所代表的单位无权查看。',
  RATE_LIMITED: '查询过于频繁，请稍后再试。',
};

/**
 * Asks the API for a part of a page. A failure is said on the page in place of that part,
 * so that the rest stays readable; it never becomes an empty list.
 */
export async function ask<T>(
  locals: App.Locals,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Answer<T>> {
  const { data, errors } = await locals.graphql<T>(query, variables);
  if (data && !errors?.length) return { data, trouble: null };
  const code = errors?.[0]?.extensions?.code ?? '';
  return {
    data: null,
    trouble: TROUBLE_BY_CODE[code] ?? `这部分内容暂时取不到，请稍后刷新。请求编号 ${locals.requestId}`,
  };
}

/** One page of a Relay connection. */
export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
