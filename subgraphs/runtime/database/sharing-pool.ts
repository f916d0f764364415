import type { PostgresPool } from 'kysely';
import type pg from 'pg';

/** One turn on a pool's connection that several statements take together. */
interface Turn {
  connection: Promise<pg.PoolClient>;
  begun: boolean;
  statements: number;
}

/**
 * Lets single statements with parameters take their turn on a pool's only connection together, one behind the other
 * without waiting for answers; whatever may open a transaction has the connection for itself until it is released.
 * Who comes while another waits for the connection lines up behind, so that nobody waits for ever.
 */
export function sharingPool(pool: pg.Pool): PostgresPool {
  let turn: Turn | null = null;

  const nextTurn = (): Turn => {
    const next: Turn = { connection: pool.connect(), begun: false, statements: 0 };
    next.connection.then(
      () => {
        next.begun = true;
      },
      () => {
        if (turn === next) turn = null;
      },
    );
    return next;
  };

  const together = async (text: string, values: unknown[]) => {
    if (!turn || (turn.begun && pool.waitingCount > 0)) turn = nextTurn();
    const taken = turn;
    taken.statements += 1;
    const client = await taken.connection;
    try {
      return await client.query(text, values);
    } finally {
      taken.statements -= 1;
      if (taken.statements === 0) {
        if (turn === taken) turn = null;
        client.release();
      }
    }
  };

  const connection = () => {
    let alone: Promise<pg.PoolClient> | null = null;
    return {
      query: async (text: string, values: unknown[]) => {
        // The protocol takes one statement with parameters at a time, and none that opens a transaction has any.
        if (!alone && values.length > 0) return together(text, values);
        alone ??= pool.connect();
        return (await alone).query(text, values);
      },
      release: (destroy?: boolean) => {
        alone?.then(
          (client) => client.release(destroy),
          () => undefined,
        );
      },
    };
  };

  return {
    connect: async () => connection() as never,
    end: () => pool.end(),
    options: pool.options,
  };
}
