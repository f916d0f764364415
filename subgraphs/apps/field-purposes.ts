import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';

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

/** Article 71: the fields of lines that are asked for although the app declares no purpose for them. */
export function beyondPurpose(asked: readonly string[], declared: readonly string[]): string[] {
  const known = new Set(declared.map((line) => fieldPurpose(line).field));
  return asked.map((line) => fieldPurpose(line).field).filter((field) => !known.has(field));
}

/**
 * Refuses a request for more than it has a purpose for (article 71): every field is one that the capability returns
 * and has a purpose of its own; each that is not is named. Of a capability that returns fields some have to be asked for.
 */
export function checkFieldPurposes(
  asked: readonly string[] | null,
  returnedFields: readonly string[],
): Refusal | null {
  const wanted = (asked ?? []).map(fieldPurpose);
  if (wanted.length === 0) {
    const message = `字段与用途：该能力返回 ${returnedFields.join('、')}，请逐项写明需要的字段和用途`;
    return returnedFields.length === 0
      ? null
      : refuse('VALIDATION', { details: [{ path: 'fieldPurposes', message }] });
  }
  const faults = wanted.flatMap(({ field, purpose }) => {
    if (!returnedFields.includes(field)) return [`${field}：不在该能力返回的字段之内`];
    return purpose === '' ? [`${field}：没有写明用途`] : [];
  });
  return faults.length === 0
    ? null
    : refuse('PURPOSE_EXCEEDED', {
        details: faults.map((message) => ({ path: 'fieldPurposes', message })),
      });
}
