import { isDeepStrictEqual } from 'node:util';
import { bodyOf, type Query } from './queries.ts';

const ASKED = [0, 1, 2, 3];

/** The answers of a target to the same few requests; throws when one holds errors or no data. */
export async function answersOf(url: string, query: Query): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const index of ASKED) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: bodyOf(query, index),
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
    if (errors || !data)
      throw new Error(`wrong answer: ${errors?.[0]?.message ?? `HTTP ${response.status}`}`);
    // Through text: what counts is the JSON that the client is sent.
    answers.push(JSON.parse(JSON.stringify(data)));
  }
  return answers;
}

/** Throws unless a target answers exactly as the reference does: only the same work is worth comparing. */
export function requireSame(answers: readonly unknown[], reference: readonly unknown[]): void {
  if (!isDeepStrictEqual(answers, reference))
    throw new Error(`other data than the reference: ${JSON.stringify(answers[0]).slice(0, 120)}`);
}
