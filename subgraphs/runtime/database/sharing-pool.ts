import type { PostgresPool } from 'kysely';
import pg from 'pg';

/** A pool's connection that several statements use together. */
interface Line {
  connection: Promise<pg.PoolClient>;
  begun: boolean;
  statements: number;
  /** Set when the connection broke: it is not used again. */
  isLost: boolean;
}

/** What only reads: it may stand behind others of its kind without holding up more than they do. */
const READS = /^\s*(?:select|with)\b/i;

/**
 * Lets single reading statements use so many of a pool's connections together, one behind the other without waiting
 * for answers, each on the line with the fewest before it. Everything else has a connection for itself until that is
 * released; when somebody waits for one, the lines take nobody any more and are given back, so that nobody waits for ever.
 */
export function sharingPool(pool: pg.Pool, most: number): PostgresPool {
  const lines = new Set<Line>();

  const newLine = (): Line => {
    const line: Line = { connection: pool.connect(), begun: false, statements: 0, isLost: false };
    lines.add(line);
    line.connection.then(
      () => {
        line.begun = true;
      },
      () => lines.delete(line),
    );
    return line;
  };

  const shortest = (): Line => {
    const open = [...lines].filter(({ begun }) => !begun || pool.waitingCount === 0);
    const line = open.reduce<Line | null>(
      (least, next) => (least && least.statements <= next.statements ? least : next),
      null,
    );
    return line && (line.statements === 0 || lines.size >= most) ? line : newLine();
  };

  const together = async (text: string, values: unknown[]) => {
    const line = shortest();
    line.statements += 1;
    const client = await line.connection;
    try {
      return await client.query(text, values);
    } catch (error) {
      if (concernsConnection(error)) {
        line.isLost = true;
        lines.delete(line);
      }
      throw error;
    } finally {
      line.statements -= 1;
      if (line.statements === 0) {
        lines.delete(line);
        client.release(line.isLost);
      }
    }
  };

  // Each is lent out again, for Kysely remembers every connection that it saw; one that it discarded is not.
  const idle: ReturnType<typeof connection>[] = [];

  const connection = () => {
    let alone: Promise<pg.PoolClient> | null = null;
    const lent = {
      query: async (text: string, values: unknown[]) => {
        // The protocol takes one statement with parameters at a time, and none that opens a transaction has any.
        if (!alone && values.length > 0 && READS.test(text)) return together(text, values);
        alone ??= pool.connect();
        return (await alone).query(text, values);
      },
      release: (destroy?: boolean) => {
        alone?.then(
          (client) => client.release(destroy),
          () => undefined,
        );
        alone = null;
        if (!destroy) idle.push(lent);
      },
    };
    return lent;
  };

  return {
    connect: async () => (idle.pop() ?? connection()) as never,
    end: () => pool.end(),
    options: pool.options,
  };
}

/** What the server says of a statement leaves the connection as it was; anything else may be its end. */
function concernsConnection(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || error.severity === 'FATAL';
}
