/** The path when it stays on this site, else the fallback: a sign-in link must not send people to another host. */
export function localPath(path: unknown, fallback: string): string {
  if (typeof path !== 'string' || !path.startsWith('/')) return fallback;
  const base = 'http://portal.invalid';
  if (!URL.canParse(path, base)) return fallback;
  const url = new URL(path, base);
  return url.origin === base ? url.pathname + url.search + url.hash : fallback;
}

/** Answer to a form that succeeded: a GET of another page, so that reloading does not send the form again. */
export function seeOther(path: string, setCookie: readonly string[] = []): Response {
  const headers = new Headers({ location: path, 'cache-control': 'no-store' });
  for (const cookie of setCookie) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
