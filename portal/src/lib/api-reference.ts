/// <reference path="../env.d.ts" />
import { type ApiReference, readApi } from './sdl.ts';

const files = import.meta.glob<string>('../../../schema/graphql/api.graphql', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const sdl = Object.values(files)[0];

/** The public API as generated into the schema package; null before the first generation. */
export const API_REFERENCE: ApiReference | null = sdl ? readApi(sdl) : null;
export const API_SDL: string | null = sdl ?? null;
