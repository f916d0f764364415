import type { APIRoute } from 'astro';
import { signOut } from '../lib/identity.ts';
import { seeOther } from '../lib/local-path.ts';

/** Ends the session and passes on the cookies that say so; a session that could not be ended is never shown as ended. */
export const POST: APIRoute = async ({ locals }) => {
  const answer = await signOut(locals.auth);
  if (!answer.ok && answer.setCookie.length === 0)
    throw new Error(`Sign-out failed: ${answer.problems[0]?.message}`);
  return seeOther('/', answer.setCookie);
};

/** The address typed by hand or reloaded: nothing to show, nothing changes. */
export const GET: APIRoute = () => seeOther('/');
