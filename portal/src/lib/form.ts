/** One thing to mend in a form; without `field` it concerns the whole form. */
export interface Problem {
  field?: string;
  message: string;
}

/** Trimmed text of a field; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

export function problemOf(problems: readonly Problem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message;
}
