import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';

/** What stands between a field and its purpose in what an applicant writes. */
const BETWEEN = /[：:]/;

/** One field that a request asks for, and what for; the purpose is empty where none was written. */
export interface FieldPurpose {
  field: string;
  purpose: string;
}

/** Reads `field：purpose`, as applicants write it. */
export function readFieldPurpose(text: string): FieldPurpose {
  const at = text.search(BETWEEN);
  return at < 0
    ? { field: text.trim(), purpose: '' }
    : { field: text.slice(0, at).trim(), purpose: text.slice(at + 1).trim() };
}

/**
 * Refuses a request for more than it has a purpose for (article 71): every field is one that the capability returns
 * and has a purpose of its own; each that is not is named. Of a capability that returns fields some have to be asked for.
 */
export function checkFieldPurposes(
  asked: readonly string[] | null,
  returnedFields: readonly string[],
): Refusal | null {
  const wanted = (asked ?? []).map(readFieldPurpose);
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
