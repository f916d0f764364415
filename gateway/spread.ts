import { CircuitBreaker } from './executor/circuit-breaker.ts';

export interface SpreadRules {
  /** Whether a failure speaks against the place that was asked. */
  isOutage(error: unknown): boolean;
  /** Whether the same work may be tried once at another place. */
  mayRepeat(error: unknown): boolean;
}

interface Place<T> {
  at: T;
  running: number;
  breaker: CircuitBreaker;
}

const FAILURES = 2;
const LEFT_OUT_MS = 1000;

/**
 * Spreads work over equal places: each piece goes where the least is running. A place that failed twice in a row is
 * left out for a second and then tried with one piece at a time; when all are left out, the work is tried all the same.
 */
export class Spread<T> {
  private readonly places: readonly Place<T>[];
  private turn = 0;

  constructor(places: readonly T[], elapsedMs?: () => number) {
    if (places.length === 0) throw new Error('Spread needs at least one place');
    this.places = places.map((at) => ({
      at,
      running: 0,
      breaker: new CircuitBreaker({
        failures: FAILURES,
        openMs: LEFT_OUT_MS,
        ...(elapsedMs && { elapsedMs }),
      }),
    }));
  }

  /** Does the work at one place, and once more at another where the rules allow it. */
  async run<R>(work: (at: T) => Promise<R>, rules: SpreadRules): Promise<R> {
    const first = this.choose(null);
    try {
      return await this.use(first, work, rules);
    } catch (error) {
      if (this.places.length === 1 || !rules.mayRepeat(error)) throw error;
      return this.use(this.choose(first), work, rules);
    }
  }

  private choose(except: Place<T> | null): Place<T> {
    this.turn += 1;
    const inTurn = this.places.map((_, index) => this.places[(index + this.turn) % this.places.length]!);
    const others = inTurn
      .filter((place) => place !== except)
      .sort((one, other) => one.running - other.running);
    return others.find((place) => place.breaker.allows()) ?? others[0]!;
  }

  private async use<R>(place: Place<T>, work: (at: T) => Promise<R>, rules: SpreadRules): Promise<R> {
    place.running += 1;
    try {
      const result = await work(place.at);
      place.breaker.succeeded();
      return result;
    } catch (error) {
      if (rules.isOutage(error)) place.breaker.failed();
      else place.breaker.succeeded();
      throw error;
    } finally {
      place.running -= 1;
    }
  }
}
