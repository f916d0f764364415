import { defineMiddleware } from 'astro:middleware';
import { isSameOrigin } from './lib/same-origin.ts';
import { ANONYMOUS, loadViewer } from './lib/viewer.ts';

/**
 * Every write comes from this site, and every page knows its viewer.
 * A visitor without a cookie is anonymous, so public pages cost no query about the viewer.
 */
export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, request } = context;
  locals.viewer = ANONYMOUS;
  if (!isSameOrigin(request)) {
    return withHeaders(
      new Response('这个表单不是从本站提交的，没有执行。请打开本站页面重新提交。\n', {
        status: 403,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      }),
      false,
    );
  }
  const hasSession = request.headers.has('cookie') && !context.url.pathname.startsWith('/verify/');
  try {
    if (hasSession) locals.viewer = await loadViewer(locals.graphql);
    return withHeaders(await next(), locals.viewer.account !== null);
  } catch (error) {
    // Astro answers with the 500 page and keeps the error to itself; the operator needs it beside the request id.
    console.error(
      `portal: ${request.method} ${context.url.pathname} failed, request ${locals.requestId}`,
      error,
    );
    throw error;
  }
});

function withHeaders(response: Response, personal: boolean): Response {
  if (response.headers.get('content-type') === 'text/html') {
    response.headers.set('content-type', 'text/html; charset=utf-8');
  }
  if (!response.headers.has('cache-control')) {
    response.headers.set('cache-control', personal ? 'private, no-store' : 'no-cache');
  }
  return response;
}
