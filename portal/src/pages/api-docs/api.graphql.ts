import type { APIRoute } from 'astro';
import { API_SDL } from '../../lib/api-reference.ts';
import { download } from '../../lib/dictionary.ts';

/** The API's SDL as a file, for code generators. */
export const GET: APIRoute = () =>
  API_SDL === null
    ? new Response(null, { status: 404 })
    : download(API_SDL, 'api.graphql', 'application/graphql');
