import { defineMiddleware } from 'astro:middleware';
import { isSameOrigin } from './lib/same-origin.ts';
import { ageOf, answerWith, createPageStore, type MadePage, sharedSeconds } from './lib/shared-pages.ts';
import { ANONYMOUS, loadViewer } from './lib/viewer.ts';

const pages = createPageStore(16 * 1024 * 1024);

/**
 * Every write comes from this site, and every page knows its viewer.
 * A visitor without a cookie is anonymous, so public pages cost no query about the viewer, and caches may keep the
 * pages that every such visitor sees alike. All others are kept by nobody.
 */
export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, request, url } = context;
  locals.viewer = ANONYMOUS;
  if (!isSameOrigin(request)) {
    return keptByNobody(
      new Response('这个表单不是从本站提交的，没有执行。请打开本站页面重新提交。\n', {
        status: 403,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      }),
    );
  }
  try {
    const maxAge = showsNobody(request) ? sharedSeconds(url.pathname) : null;
    if (maxAge !== null) return await sharedPage(request, url, locals, maxAge, next);
    const hasSession = request.headers.has('cookie') && !url.pathname.startsWith('/verify/');
    if (hasSession) locals.viewer = await loadViewer(locals.graphql);
    return keptByNobody(await next());
  } catch (error) {
    // Astro answers with the 500 page and keeps the error to itself; the operator needs it beside the request id.
    console.error(`portal: ${request.method} ${url.pathname} failed, request ${locals.requestId}`, error);
    throw error;
  }
});

function showsNobody({ method, headers }: Request): boolean {
  return (method === 'GET' || method === 'HEAD') && !headers.has('cookie') && !headers.has('authorization');
}

async function sharedPage(
  request: Request,
  url: URL,
  locals: App.Locals,
  maxAge: number,
  next: () => Promise<Response>,
): Promise<Response> {
  const { asked, entityTag, hasTag } = locals;
  const startedAt = locals.now().getTime();
  const answer = (page: MadePage, age: number) =>
    answerWith(page, hasTag(request.headers.get('if-none-match'), page.tag), age);
  const kept = pages.get(url.href, startedAt);
  if (kept) return answer(kept, ageOf(kept, startedAt));
  const response = await next();
  // A page that lacks a part, is not there or leads elsewhere is for this visitor alone.
  if (response.status !== 200 || asked.failed || response.headers.has('set-cookie'))
    return keptByNobody(response);
  const body = await response.arrayBuffer();
  const headers = Object.fromEntries(withCharset(response).headers);
  const page = {
    body,
    headers,
    tag: entityTag(headers['content-type'] ?? '', new Uint8Array(body)),
    bornAt: startedAt,
    maxAge,
  };
  // A page that shows records is made anew each time: what was just published or revoked is on it.
  if (!asked.any && url.search === '') pages.keep(url.href, page);
  return answer(page, asked.oldestSeconds);
}

function keptByNobody(response: Response): Response {
  withCharset(response).headers.set('cache-control', 'private, no-store');
  return response;
}

function withCharset(response: Response): Response {
  if (response.headers.get('content-type') === 'text/html')
    response.headers.set('content-type', 'text/html; charset=utf-8');
  return response;
}
