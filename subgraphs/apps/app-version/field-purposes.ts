const DECLARED = /^([A-Za-z][A-Za-z0-9_.]*)\s*[：:]\s*(\S.*)$/;
const NAMED = /^([A-Za-z][A-Za-z0-9_.]*)/;

/** The name of the field that a line declares, and its purpose; an empty purpose where the line gives none. */
export function fieldPurpose(line: string): { field: string; purpose: string } {
  const [, field, purpose] = DECLARED.exec(line.trim()) ?? [];
  return field && purpose
    ? { field, purpose }
    : { field: NAMED.exec(line.trim())?.[1] ?? line.trim(), purpose: '' };
}

/** Article 71: the fields for which no purpose is declared. */
export function withoutPurpose(lines: readonly string[]): string[] {
  return lines.map(fieldPurpose).flatMap(({ field, purpose }) => (purpose === '' ? [field] : []));
}

/** Article 71: the fields that are asked for although the app declares no purpose for them. */
export function beyondPurpose(asked: readonly string[], declared: readonly string[]): string[] {
  const known = new Set(declared.map((line) => fieldPurpose(line).field));
  return asked.filter((field) => !known.has(field));
}
