/** Stops asking a party that failed several times in a row; after a pause one request at a time may try again. */
export class CircuitBreaker {
  private readonly failures: number;
  private readonly openMs: number;
  private readonly elapsedMs: () => number;
  private consecutive = 0;
  private openedAt = 0;
  private trying = false;

  constructor(options: { failures: number; openMs: number; elapsedMs?: () => number }) {
    this.failures = options.failures;
    this.openMs = options.openMs;
    this.elapsedMs = options.elapsedMs ?? (() => performance.now());
  }

  allows(): boolean {
    if (this.consecutive < this.failures) return true;
    if (this.trying || this.elapsedMs() - this.openedAt < this.openMs) return false;
    this.trying = true;
    return true;
  }

  succeeded(): void {
    this.consecutive = 0;
    this.trying = false;
  }

  failed(): void {
    this.consecutive += 1;
    this.trying = false;
    if (this.consecutive >= this.failures) this.openedAt = this.elapsedMs();
  }
}
