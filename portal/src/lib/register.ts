import { formatDay, formatInstant } from './dates.ts';
import type { IconName } from './icons.ts';
import type { Tone } from './tones.ts';

/** What the API gives of every record of every register; the register's own fields stand beside. */
export interface RegisterRecord {
  id: string;
  number: string;
  title: string;
  status: string;
  statusLabel: string;
  statusTone: string;
  awaits: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  organization: { id: string; name: string | null } | null;
  [field: string]: unknown;
}

/** The words for a value of an enum of the API. */
export type EnumLabel = (enumName: string, value: string) => string;

/** One particular of a record: what to ask for, and how to show the answer. */
export interface Shown {
  label: string;
  select: string;
  read(record: RegisterRecord, labelOf: EnumLabel): Told;
}

/** Another record, by its register's noun. */
export interface Named {
  noun: string;
  id: string;
}

/** What a record tells of itself. */
export interface Told {
  value: string | number | null;
  href?: string;
  /** The record that the value names. */
  record?: Named;
  /** The value in parts that name different records; shown instead of the value where there is room for links. */
  parts?: readonly { text: string; record: Named }[];
}

/** An action that brings a record into being, offered to these parties (ANYONE: to every account). */
export interface Creation {
  mutation: string;
  label: string;
  parties: readonly string[];
}

/** A record of another register that may be begun from this one, which its form then has chosen already. */
export interface Follow {
  /** Where the other register's pages stand, and the action that brings its record into being. */
  path: string;
  mutation: string;
  /** The field of the form that names this record. */
  field: string;
  /** The states of this record in which it makes sense. */
  states: readonly string[];
  /** Only whoever the record belongs to. */
  own?: true;
}

/** All that the generic pages know about a register; everything else they ask the API. */
export interface Register {
  path: string;
  noun: string;
  plural: string;
  label: string;
  icon: IconName;
  /** Says in the empty list what would stand there and how it gets there. */
  emptyText: string;
  columns: readonly Shown[];
  details: readonly Shown[];
  creations: readonly Creation[];
  /** Codes that the list can be narrowed by besides the state: filters of the API with the enum of their values. */
  narrowedBy?: readonly { field: string; label: string; enumName: string }[];
  /**
   * Registers whose records matter here, by path: those of the same organisation, or with the filter of the API that
   * asks for it those that name this very record.
   */
  related: readonly (string | readonly [path: string, by: string])[];
  /** What goes on from a record. */
  follows?: readonly Follow[];
  /** What the register's own part of the item page asks for. */
  extraSelect?: string;
  /** Parties whose work is about their own records, although they may see others' too. */
  own?: readonly string[];
  /** The API gives a secret with some of its answers, once. */
  discloses?: true;
  /** Has a contact that the API masks until a purpose is given. */
  contact?: true;
  /** Values that an action's form starts with, asked for with `prefillSelect`. */
  prefillSelect?: string;
  prefill?(record: RegisterRecord, action: string): Record<string, unknown>;
}

/** Narrows a register to the records that the work of whoever acts is about; nothing where it is about all. */
export function ownFilter(
  register: Register,
  acting: { id: string; party: string } | null,
): { organizationId?: string } {
  return acting && register.own?.includes(acting.party) ? { organizationId: acting.id } : {};
}

/** The order that a list's address asks for; null for the usual one, in which what was registered last is first. */
export function listOrder(searchParams: URLSearchParams): 'OLDEST' | null {
  return searchParams.get('order') === 'OLDEST' ? 'OLDEST' : null;
}

/** What a list is narrowed to: the records that the work is about, and what its address asks for. */
export function listFilter(
  register: Register,
  acting: { id: string; party: string } | null,
  searchParams: URLSearchParams,
): Record<string, unknown> {
  const text = searchParams.get('text')?.trim().slice(0, 100);
  const status = searchParams.get('status') ?? '';
  return {
    ...ownFilter(register, acting),
    ...narrowing(register, searchParams),
    ...(text && { text }),
    ...(/^[A-Z0-9_]+$/.test(status) && { status: [status] }),
  };
}

/** The filters of a list that its address asks for; what is no code is passed over. */
export function narrowing(register: Register, asked: URLSearchParams): Record<string, string> {
  const wanted = (register.narrowedBy ?? []).map(({ field }) => [field, asked.get(field) ?? '']);
  return Object.fromEntries(wanted.filter(([, code]) => /^[A-Z0-9_]+$/.test(code!)));
}

const shown = (
  field: string,
  label: string,
  write: (value: NonNullable<unknown>, labelOf: EnumLabel) => string | number,
): Shown => ({
  label,
  select: field,
  read: ({ [field]: value }, labelOf) => ({
    value: value === null || value === undefined ? null : write(value, labelOf) || null,
  }),
});

export const text = (field: string, label: string): Shown => shown(field, label, (value) => value as string);

export const list = (field: string, label: string): Shown =>
  shown(field, label, (value) => (value as string[]).join('、'));

export const day = (field: string, label: string): Shown =>
  shown(field, label, (value) => formatDay(value as string));

export const instant = (field: string, label: string): Shown =>
  shown(field, label, (value) => formatInstant(value as string));

export const amount = (field: string, label: string, unit: string): Shown =>
  shown(field, label, (value) => `${(value as number).toLocaleString('zh-CN')} ${unit}`);

export const choice = (field: string, label: string, enumName: string): Shown =>
  shown(field, label, (value, labelOf) => labelOf(enumName, value as string));

export const choices = (field: string, label: string, enumName: string): Shown =>
  shown(field, label, (value, labelOf) =>
    (value as string[]).map((one) => labelOf(enumName, one)).join('、'),
  );

/** A record of another register, linked. */
export const link = (field: string, label: string, path: string): Shown => ({
  label,
  select: `${field} { id title }`,
  read: (record) => {
    const other = record[field] as { id: string; title: string } | null;
    return other ? { value: other.title, href: `/work/${path}/${other.id}` } : { value: null };
  },
});

export const organizationName = (field: string, label: string): Shown => ({
  label,
  select: `${field} { id name }`,
  read: (record) => ({ value: (record[field] as { name: string } | null)?.name ?? null }),
});

/** A term from one day to another, both included. */
export const term = (label: string): Shown => ({
  label,
  select: 'validFrom validUntil',
  read: ({ validFrom, validUntil }) => ({
    value: `${formatDay(validFrom as string)} 至 ${formatDay(validUntil as string)}`,
  }),
});

export const lowerFirst = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);
export const upperFirst = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

const TONES: Record<string, Tone> = {
  NEUTRAL: 'off',
  WAITING: 'wait',
  GOOD: 'ok',
  WARNING: 'warn',
  BAD: 'bad',
};

/** The look of a state from the tone that the API gives it. */
export const toneFrom = (statusTone: string): Tone => TONES[statusTone] ?? 'off';
