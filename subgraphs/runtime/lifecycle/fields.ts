import { isId } from '../id.ts';
import type { RefusalDetail } from '../refusal.ts';
import { checkDate, checkInstant } from '../validation/date.ts';
import { checkPhone } from '../validation/phone.ts';
import { checkText } from '../validation/text.ts';
import { checkUnifiedSocialCreditCode } from '../validation/unified-social-credit-code.ts';

interface Common {
  label: string;
  hint?: string;
  optional?: true;
}

/** One thing an action asks for. The same declaration makes the GraphQL input, the check and the portal's form. */
export type Field =
  | (Common & {
      kind: 'text';
      min?: number;
      max: number;
      multiline?: true;
      /** Kept as given, so that places in it stay true. */
      verbatim?: true;
    })
  | (Common & { kind: 'creditCode' | 'phone' | 'date' | 'instant' })
  /** `of` names the list query that offers the records to choose from. */
  | (Common & { kind: 'reference'; of: string })
  | (Common & { kind: 'integer'; min: number; max: number; unit?: string })
  | (Common & { kind: 'accept' })
  | (Common & { kind: 'choice' | 'choices'; enumName: string; options: Readonly<Record<string, string>> })
  | (Common & { kind: 'texts'; max: number; maxItems: number });

export type Fields = Readonly<Record<string, Field>>;

type ValueOf<F extends Field> = F extends { kind: 'choices' | 'texts' }
  ? string[]
  : F extends { kind: 'integer' }
    ? number
    : F extends { kind: 'accept' }
      ? boolean
      : F extends { kind: 'instant' }
        ? Date
        : string;

/** The checked values of a set of fields: optional ones may be null. */
export type ValuesOf<T extends Fields> = {
  [K in keyof T]: T[K] extends { optional: true } ? ValueOf<T[K]> | null : ValueOf<T[K]>;
};

type Checked = { ok: true; value: unknown } | { ok: false; reason: string };

function checkList(raw: unknown, check: (item: unknown) => Checked, maxItems: number): Checked {
  if (!Array.isArray(raw)) return { ok: false, reason: '应为列表' };
  if (raw.length > maxItems) return { ok: false, reason: `最多 ${maxItems} 项，现有 ${raw.length} 项` };
  const values: unknown[] = [];
  for (const item of raw) {
    const checked = check(item);
    if (!checked.ok) return checked;
    if (!values.includes(checked.value)) values.push(checked.value);
  }
  if (values.length === 0) return { ok: false, reason: '至少选择或填写一项' };
  return { ok: true, value: values };
}

function checkOption(options: Readonly<Record<string, string>>, raw: unknown): Checked {
  return typeof raw === 'string' && Object.hasOwn(options, raw)
    ? { ok: true, value: raw }
    : { ok: false, reason: `应为 ${Object.keys(options).join('、')} 之一` };
}

function checkField(field: Field, raw: unknown): Checked {
  switch (field.kind) {
    case 'text': {
      if (typeof raw !== 'string') return { ok: false, reason: '应为文字' };
      const checked = checkText(raw, {
        min: field.min ?? 1,
        max: field.max,
        multiline: field.multiline ?? false,
      });
      return checked.ok ? { ok: true, value: field.verbatim ? raw : checked.value } : checked;
    }
    case 'texts':
      return checkList(
        raw,
        (item) => checkField({ kind: 'text', label: field.label, max: field.max }, item),
        field.maxItems,
      );
    case 'creditCode': {
      const checked = checkUnifiedSocialCreditCode(String(raw));
      return checked.ok ? { ok: true, value: checked.normalized } : checked;
    }
    case 'phone':
      return checkPhone(String(raw));
    case 'date':
      return checkDate(String(raw));
    case 'instant': {
      const checked = checkInstant(String(raw));
      return checked.ok ? { ok: true, value: checked.instant } : checked;
    }
    case 'reference':
      return isId(raw) ? { ok: true, value: raw } : { ok: false, reason: '应为记录的编号（id）' };
    case 'integer':
      return Number.isInteger(raw) && (raw as number) >= field.min && (raw as number) <= field.max
        ? { ok: true, value: raw }
        : {
            ok: false,
            reason: `应为 ${field.min} 到 ${field.max} 的整数${field.unit ? `（${field.unit}）` : ''}`,
          };
    case 'accept':
      return typeof raw === 'boolean'
        ? { ok: true, value: raw }
        : { ok: false, reason: '应为 true 或 false' };
    case 'choice':
      return checkOption(field.options, raw);
    case 'choices':
      return checkList(raw, (item) => checkOption(field.options, item), Object.keys(field.options).length);
  }
}

function isBlank(raw: unknown): boolean {
  return raw === undefined || raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0);
}

/** Checks every field and reports all faults at once, each with the path of the input it belongs to. */
export function checkFields(
  fields: Fields,
  input: Readonly<Record<string, unknown>>,
): { values: Record<string, unknown>; faults: RefusalDetail[] } {
  const values: Record<string, unknown> = {};
  const faults: RefusalDetail[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const raw = input[name];
    if (isBlank(raw)) {
      values[name] = null;
      if (!field.optional) faults.push({ path: name, message: `${field.label}：必填` });
      continue;
    }
    const checked = checkField(field, raw);
    if (checked.ok) values[name] = checked.value;
    else faults.push({ path: name, message: `${field.label}：${checked.reason}` });
  }
  return { values, faults };
}
