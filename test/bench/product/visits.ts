import type { Request } from '../measure/load.ts';
import { residentMegabytes } from '../measure/process.ts';
import type { Subject } from '../measure/rounds.ts';
import type { Place } from '../place.ts';
import type { Product } from './product.ts';

/** Something that people or programs ask the product for. */
export interface Visit {
  title: string;
  request: Request;
}

export const page = (path: string, sign: string, headers: Record<string, string> = {}): Request => ({
  method: 'GET',
  path,
  headers,
  sign,
});

/** How long a visit is repeated before it is measured, and in each window. */
export interface Lengths {
  warmUpMs: number;
  windowMs: number;
}

/** So many connections ask for the same again and again. */
export function visiting(
  { load, options }: Place,
  product: Product,
  { title, request }: Visit,
  connections: number,
  { warmUpMs, windowMs }: Lengths,
): Subject {
  const drive = (ms: number) =>
    load.drive({
      url: product.url,
      requests: [request],
      connections,
      limit: options.smoke ? { requests: 1 } : { ms },
    });
  return {
    target: title,
    measure: async (round) => {
      if (round === 0) await drive(warmUpMs);
      const { perSecond, p50, p99, bytes } = await drive(windowMs);
      const MB = await residentMegabytes(product.pid);
      return { value: perSecond, more: { 'p50 ms': p50, 'p99 ms': p99, MB, bytes } };
    },
  };
}

/** The cookies of a browser in which the management unit's person has signed in. */
export async function sessionCookie(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'guanli', password: 'Zgt-demo-2026' }),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
