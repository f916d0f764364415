import { fromLocalTime, isLocalTime, toLocalTime } from './dates.ts';
import { linesOf, type Problem, textOf } from './form.ts';
import type { ActionField, ActionForm, ApiRefusal } from './offered-action.ts';

/** What was typed into an action's form, by field; several values for checkboxes. */
export type Values = Record<string, string | string[]>;

/** A file that has been uploaded and waits for the action to attach it. */
export interface Upload {
  id: string;
  name: string;
}

type Uploads = Record<string, Upload[]>;

const REASON = 'reason';

/** Refusals that are about one field although they name none. */
const FIELD_OF_CODE: Record<string, string> = { REASON_REQUIRED: REASON, BASIS_REQUIRED: 'clause' };

/** Name of the form's field for a kind of document; the API uses the same as the path of its faults. */
export const documentField = (kind: string): string => `documents.${kind}`;

/** What was typed, as typed, so that it can be shown again. */
export function readValues(form: FormData, action: ActionForm): Values {
  const values: Values = {};
  for (const { name, kind, multiline } of action.fields)
    values[name] =
      kind === 'choices'
        ? form.getAll(name).filter((one) => typeof one === 'string')
        : multiline
          ? linesOf(form, name)
          : textOf(form, name);
  if (action.reason !== 'NONE') values[REASON] = textOf(form, REASON);
  return values;
}

/** The values of a record as the form of an action that changes it shows them. */
export function valuesOfRecord(record: Readonly<Record<string, unknown>>, action: ActionForm): Values {
  const values: Values = {};
  for (const { name, kind } of action.fields) {
    const value = record[name];
    if (value === null || value === undefined) continue;
    if (kind === 'texts') values[name] = (value as string[]).join('\n');
    else if (kind === 'instant') values[name] = toLocalTime(value as string);
    else values[name] = Array.isArray(value) ? (value as string[]) : String(value);
  }
  return values;
}

const isBlank = (value: string | string[] | undefined): boolean => value === undefined || value.length === 0;

function inputValue(field: ActionField, value: string | string[] | undefined): unknown {
  switch (field.kind) {
    case 'choices':
      return value ?? [];
    case 'texts':
      return String(value ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    case 'accept':
      return !isBlank(value);
    case 'instant':
      return isBlank(value) ? null : fromLocalTime(value as string);
    case 'integer':
      return isBlank(value) ? null : Number(value);
    default:
      return isBlank(value) ? null : value;
  }
}

/** The values as the action's input takes them. */
export function toInput(action: ActionForm, values: Values, uploads: Uploads): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of action.fields) input[field.name] = inputValue(field, values[field.name]);
  if (!isBlank(values[REASON])) input[REASON] = values[REASON];
  if (action.documents.length > 0)
    input.documents = Object.entries(uploads).flatMap(([kind, files]) =>
      files.map(({ id }) => ({ kind, documentId: id })),
    );
  return input;
}

/** How many characters the API counts of a text. */
const lengthOf = (text: string): number => [...text.normalize('NFC').trim()].length;

/** What is missing before the API can be asked at all, in the API's own words; everything else it judges itself. */
export function missingIn(
  action: ActionForm,
  values: Values,
  uploads: Uploads,
  attached: ReadonlySet<string>,
  labelOfDocument: (kind: string) => string,
): Problem[] {
  const problems: Problem[] = [];
  for (const { name, label, kind, required, maxLength } of action.fields) {
    const value = values[name];
    if (isBlank(value)) {
      if (required) problems.push({ field: name, message: `${label}：必填` });
    } else if (kind === 'text' && maxLength !== null && lengthOf(value as string) > maxLength)
      problems.push({
        field: name,
        message: `${label}：最多 ${maxLength} 个字，现有 ${lengthOf(value as string)} 个字`,
      });
    else if (kind === 'integer' && !/^-?\d{1,9}$/.test(value as string))
      problems.push({ field: name, message: `${label}：应为整数` });
    else if (kind === 'instant' && !isLocalTime(value as string))
      problems.push({ field: name, message: `${label}：应为北京时间的日期和时刻，例如 2026-11-23T09:30` });
  }
  if (action.reason === 'REQUIRED' && isBlank(values[REASON]))
    problems.push({ field: REASON, message: '理由：必填，对方会看到这段文字' });
  for (const { kind, required } of action.documents)
    if (required && !uploads[kind]?.length && !attached.has(kind))
      problems.push({ field: documentField(kind), message: `缺少材料：${labelOfDocument(kind)}` });
  return problems;
}

/** The details of a refusal at the fields that they name; those that name none stand for the whole form. */
export function problemsOf(refusal: ApiRefusal, action: ActionForm): Problem[] {
  const known = new Set([
    REASON,
    ...action.fields.map((field) => field.name),
    ...action.documents.map(({ kind }) => documentField(kind)),
  ]);
  const problems = refusal.details.map(({ path, message }) =>
    known.has(path) ? { field: path, message } : { message },
  );
  const place = FIELD_OF_CODE[refusal.code];
  if (place && known.has(place) && problems.length === 0)
    problems.push({ field: place, message: refusal.message });
  return problems;
}
