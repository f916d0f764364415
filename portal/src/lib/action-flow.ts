/// <reference path="../env.d.ts" />
import {
  documentField,
  missingIn,
  problemsOf,
  readValues,
  toInput,
  type Upload,
  type Values,
  valuesOfRecord,
} from './action-values.ts';
import { ask, type Connection } from './api.ts';
import { labelOf } from './dictionary.ts';
import { type Problem, textOf } from './form.ts';
import type { ActionForm, ApiRefusal } from './offered-action.ts';
import { ownFilter, type Register, type RegisterRecord } from './register.ts';
import { actionMutation, choiceQuery, referenceQuery } from './register-queries.ts';
import { REGISTERS } from './registers.ts';
import { suggestedReasons } from './suggested-reasons.ts';

/** Names of the form's own hidden fields; none of the API's fields begins with an underscore. */
export const KEY = '_key';
export const VERSION = '_version';
export const STEP = '_step';
export const WORDING = '_wording';

const MANY_FIELDS = 4;

type Option = { value: string; label: string };

/** Everything that the form shows: what was typed, what is uploaded, what is wrong, what references can be chosen. */
export interface FormState {
  action: ActionForm;
  values: Values;
  uploads: Record<string, Upload[]>;
  attached: ReadonlySet<string>;
  problems: Problem[];
  refusal: ApiRefusal | null;
  key: string;
  version: number | null;
  references: Record<string, Option[]>;
}

export interface ActedRecord {
  id: string;
  number: string;
  title: string;
  statusLabel: string;
  awaits: string | null;
  organization: { id: string } | null;
}

export type FlowOutcome =
  | { kind: 'FORM' | 'CHECK'; state: FormState }
  | { kind: 'DONE'; record: ActedRecord; secret: string | null };

/** What the action is about: the register, its form, and the record, null when one comes into being. */
export interface FlowSubject {
  register: Register;
  action: ActionForm;
  record: (RegisterRecord & { documents: { kind: string }[] }) | null;
  /** Values that the form starts with when there is no record. */
  initial?: Values;
}

/**
 * The whole way of an action's form: shown, filled, checked, taken. What was typed and uploaded is never lost.
 * The key is made when the form is first shown, so that sending it twice does it once; after a refusal it is a new one.
 */
export async function runAction(
  locals: App.Locals,
  request: Request,
  subject: FlowSubject,
): Promise<FlowOutcome> {
  const state = await startState(locals, subject);
  if (request.method !== 'POST') return { kind: 'FORM', state };
  const form = await request.formData();
  state.values = readValues(form, subject.action);
  state.key = textOf(form, KEY) || state.key;
  state.version = Number(textOf(form, VERSION)) || state.version;
  await takeUploads(locals, form, state);
  const wording = textOf(form, WORDING);
  if (wording) {
    state.values.reason =
      suggestedReasons(subject.action.name, subject.action.negative)[Number(wording) - 1] ?? '';
    return { kind: 'FORM', state };
  }
  const step = textOf(form, STEP);
  if (step === 'edit') return { kind: 'FORM', state };
  state.problems.push(
    ...missingIn(subject.action, state.values, state.uploads, state.attached, (kind) =>
      labelOf('documentKind', kind),
    ),
  );
  if (state.problems.length > 0) return { kind: 'FORM', state };
  if (step !== 'confirm' && needsCheck(subject.action)) return { kind: 'CHECK', state };
  return act(locals, subject, state);
}

/** Long forms and those with files are read over before they are sent. */
export function needsCheck({ fields, documents }: ActionForm): boolean {
  return documents.length > 0 || fields.length >= MANY_FIELDS;
}

async function startState(
  locals: App.Locals,
  { register, action, record, initial }: FlowSubject,
): Promise<FormState> {
  const start = record && register.prefill ? register.prefill(record, action.name) : {};
  const values: Values = { ...initial, ...valuesOfRecord(start, action) };
  const references: Record<string, Option[]> = {};
  for (const { name, of } of action.fields)
    if (of && /^[a-zA-Z]+$/.test(of))
      references[name] = await optionsOf(locals, of, String(values[name] ?? ''));
  return {
    action,
    values,
    uploads: {},
    attached: new Set(record?.documents.map(({ kind }) => kind)),
    problems: [],
    refusal: null,
    key: crypto.randomUUID(),
    version: record?.version ?? null,
    references,
  };
}

type Choice = { id: string; number: string; title: string; statusLabel: string };

/** The newest records of a list to choose from, with the one that is chosen already wherever it stands. */
async function optionsOf(locals: App.Locals, of: string, chosen: string): Promise<Option[]> {
  const register = REGISTERS.find(({ plural }) => plural === of) ?? null;
  const filter = register && ownFilter(register, locals.viewer.actingOrganization);
  const { data } = await ask<{ page: Connection<Choice> }>(
    locals,
    referenceQuery(of, register),
    filter ? { filter } : {},
  );
  const choices = (data?.page.edges ?? []).map(({ node }) => node);
  if (chosen && register && !choices.some(({ id }) => id === chosen)) {
    const one = await ask<{ record: Choice | null }>(locals, choiceQuery(register), { id: chosen });
    if (one.data?.record) choices.unshift(one.data.record);
  }
  return choices.map(({ id, number, title, statusLabel }) => ({
    value: id,
    label: `${title}（${number}，${statusLabel}）`,
  }));
}

/** Uploads new files at once and keeps them by their ids, so that no later fault costs a second upload. */
async function takeUploads(locals: App.Locals, form: FormData, state: FormState): Promise<void> {
  for (const { kind } of state.action.documents) {
    const field = documentField(kind);
    const files: Upload[] = [];
    for (const kept of form.getAll(`${field}.kept`)) {
      const [id, ...name] = String(kept).split(' ');
      if (id) files.push({ id, name: name.join(' ') });
    }
    for (const file of form.getAll(field)) {
      if (!(file instanceof File) || (file.size === 0 && !file.name)) continue;
      const answer = await locals.upload(file);
      if ('id' in answer) files.push({ id: answer.id, name: file.name });
      else state.problems.push({ field, message: `${file.name}：${messageOf(answer.refusal)}` });
    }
    if (files.length > 0) state.uploads[kind] = files;
  }
}

function messageOf(refusal: { message: string; remedy: string; details?: { message: string }[] }): string {
  return refusal.details?.[0]?.message ?? `${refusal.message}${refusal.remedy}`;
}

interface Acted {
  acted: { record: ActedRecord | null; secret?: string | null; refusal: ApiRefusal | null };
}

async function act(
  locals: App.Locals,
  { register, action, record }: FlowSubject,
  state: FormState,
): Promise<FlowOutcome> {
  const input = {
    ...(record && { id: record.id, expectedVersion: state.version }),
    ...toInput(action, state.values, state.uploads),
  };
  const { data, errors } = await locals.graphql<Acted>(
    actionMutation(register, action.mutation),
    { input },
    { idempotencyKey: state.key },
  );
  const acted = data?.acted;
  if (acted?.record) return { kind: 'DONE', record: acted.record, secret: acted.secret ?? null };
  if (!acted?.refusal) {
    console.error(`portal: ${action.mutation} got no answer, request ${locals.requestId}`, errors);
    state.problems.push({
      message: `系统没有给出结果，您填写的内容都还在，请再试一次。请求编号 ${locals.requestId}`,
    });
    return { kind: 'FORM', state };
  }
  state.problems = problemsOf(acted.refusal, action);
  state.refusal = acted.refusal;
  state.key = crypto.randomUUID();
  // Whoever has been told that the record changed may decide on what it is now.
  if (acted.refusal.code === 'VERSION_CONFLICT') state.version = record?.version ?? null;
  return { kind: 'FORM', state };
}
