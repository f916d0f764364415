import { setImmediate as turn } from 'node:timers/promises';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

/** Turns of the event loop without a new statement after which nothing more is about to be asked. */
const QUIET_TURNS = 5;

/**
 * Hands answers on in waves: none before every statement asked so far is answered and nothing more is being asked, then
 * all of them, in the order of the statements. What can be read together is: which answer is first decides nothing.
 */
export function inWaves(pool: PostgresPool): PostgresPool {
  let issued = 0;
  let outstanding = 0;
  let answered: { number: number; handOn: () => void }[] = [];

  const handOnWhenQuiet = async () => {
    const before = issued;
    for (let turns = 0; turns < QUIET_TURNS; turns++) {
      await turn();
      if (issued !== before) return;
    }
    const wave = answered.toSorted((one, other) => one.number - other.number);
    answered = [];
    outstanding -= wave.length;
    for (const { handOn } of wave) handOn();
  };
  const wave = (number: number) =>
    new Promise<void>((handOn) => {
      answered.push({ number, handOn });
      if (answered.length === outstanding) void handOnWhenQuiet();
    });

  const gated = (client: PostgresPoolClient) => ({
    query: async (text: string, values: readonly unknown[]) => {
      const number = issued++;
      outstanding += 1;
      try {
        return await client.query(text, values);
      } finally {
        await wave(number);
      }
    },
    release: () => client.release(),
  });

  return {
    connect: async () => gated(await pool.connect()) as PostgresPoolClient,
    end: () => pool.end(),
    options: pool.options,
  };
}
