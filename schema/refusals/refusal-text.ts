/** What a refused party reads: what was refused, how to mend it and whom to ask, and the articles behind it. */
export interface RefusalText {
  readonly message: string;
  readonly remedy: string;
  /** Empty when the refusal protects the system rather than a rule of the measure. */
  readonly articles: readonly number[];
}
