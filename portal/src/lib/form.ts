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

/** Text of several lines as it was typed, but for the line ends that browsers add; empty when nothing visible is in it. */
export function linesOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.replace(/\r\n?/g, '\n') : '';
}

export function problemOf(problems: readonly Problem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message;
}
