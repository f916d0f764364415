import type { APIRoute } from 'astro';
import { localPath, seeOther } from '../../lib/local-path.ts';

/**
 * Sends the visitor to the external identity provider; it sends them back signed in, to `next`.
 * A link and not a form: the pages' policy lets forms go nowhere but to this site, redirects included.
 */
export const GET: APIRoute = async ({ url, locals }) => {
  const { status, body, setCookie } = await locals.auth('sign-in/social', {
    provider: 'unified-identity',
    callbackURL: localPath(url.searchParams.get('next'), '/work'),
    errorCallbackURL: '/sign-in?external=failed',
  });
  const provider = (body as { url?: string } | null)?.url;
  return status === 200 && provider ? seeOther(provider, setCookie) : seeOther('/sign-in?external=failed');
};
