import { LRUCache } from 'lru-cache';

/** What a run gives: the answer, and its size when it may be kept; null keeps nothing. */
export interface Made<T> {
  value: T;
  bytes: number | null;
}

/** An answer, how it came, and how long ago the work began that it tells of. */
export interface Given<T> {
  value: T;
  how: 'HIT' | 'JOINED' | 'MISS';
  ageMs: number;
}

export interface AnswersStatistics {
  readonly hits: number;
  readonly joined: number;
  readonly misses: number;
  readonly entries: number;
  readonly bytes: number;
}

export interface Answers<T> {
  /** Gives the answer of `key` that is younger than `maxAgeMs`, or lets `run` make it: once for all who ask meanwhile. */
  get(key: string, maxAgeMs: number, run: () => Promise<Made<T>>): Promise<Given<T>>;
  /** From this call on nobody is given an answer whose work began before it. */
  forget(): void;
  statistics(): AnswersStatistics;
}

export interface AnswersOptions {
  /** The most that is kept, by the sizes that the runs give; the least recently used goes first. */
  bytes: number;
  /** Milliseconds of a clock that never jumps. */
  elapsed?: () => number;
}

interface Entry<T> {
  value: T;
  bytes: number;
  startedAt: number;
}

interface Flight<T> {
  made: Promise<Made<T>>;
  startedAt: number;
}

/**
 * Keeps answers in memory. An answer's age counts from the beginning of the work, because what it read may have
 * changed while the work went on; so nobody joins work that began too long ago either.
 */
export function createAnswers<T>({ bytes, elapsed = () => performance.now() }: AnswersOptions): Answers<T> {
  const entries = new LRUCache<string, Entry<T>>({ maxSize: bytes, sizeCalculation: (entry) => entry.bytes });
  const flights = new Map<string, Flight<T>>();
  const counts = { hits: 0, joined: 0, misses: 0 };
  let generation = 0;

  async function start(key: string, maxAgeMs: number, run: () => Promise<Made<T>>): Promise<Given<T>> {
    const startedAt = elapsed();
    const begunIn = generation;
    const flight: Flight<T> = { made: run(), startedAt };
    flights.set(key, flight);
    try {
      const { value, bytes: size } = await flight.made;
      const ageMs = elapsed() - startedAt;
      if (size !== null && begunIn === generation && ageMs < maxAgeMs)
        entries.set(key, { value, bytes: Math.max(1, size), startedAt });
      return { value, how: 'MISS', ageMs };
    } finally {
      if (flights.get(key) === flight) flights.delete(key);
    }
  }

  return {
    async get(key, maxAgeMs, run) {
      const asked = elapsed();
      const entry = entries.get(key);
      if (entry && asked - entry.startedAt < maxAgeMs) {
        counts.hits += 1;
        return { value: entry.value, how: 'HIT', ageMs: asked - entry.startedAt };
      }
      entries.delete(key);
      const flight = flights.get(key);
      if (flight && asked - flight.startedAt < maxAgeMs) {
        counts.joined += 1;
        const { value } = await flight.made;
        return { value, how: 'JOINED', ageMs: elapsed() - flight.startedAt };
      }
      counts.misses += 1;
      return start(key, maxAgeMs, run);
    },
    forget() {
      generation += 1;
      entries.clear();
      flights.clear();
    },
    statistics: () => ({ ...counts, entries: entries.size, bytes: entries.calculatedSize }),
  };
}
