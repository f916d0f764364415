/** A closed set of values: the keys are the codes, in their natural order, the values their Chinese labels. */
export interface CodeList {
  readonly title: string;
  readonly labels: Readonly<Record<string, string>>;
}
