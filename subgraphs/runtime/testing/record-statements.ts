import type pg from 'pg';

/** Writes down the text of every statement that a pool's connections run from now on; call it before the first one. */
export function recordStatements(pool: pg.Pool): string[] {
  const texts: string[] = [];
  pool.on('connect', (client) => {
    const run = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      const [query] = given;
      texts.push(typeof query === 'string' ? query : (query as { text: string }).text);
      return run(...given);
    }) as typeof client.query;
  });
  return texts;
}
