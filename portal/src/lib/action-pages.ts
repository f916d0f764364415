/// <reference path="../env.d.ts" />
import type { FlowOutcome, FlowSubject } from './action-flow.ts';
import { runAction } from './action-flow.ts';
import type { ActionForm } from './offered-action.ts';
import type { Register, RegisterRecord } from './register.ts';
import { actionQuery, creationQuery } from './register-queries.ts';

type SubjectRecord = NonNullable<FlowSubject['record']>;

export interface ActionPage {
  action: ActionForm;
  record: SubjectRecord | null;
  /** Null when the action is shut for this viewer now. */
  outcome: FlowOutcome | null;
}

/** The page of an action on a record; null when there is no such record or action for this viewer. */
export async function recordAction(
  locals: App.Locals,
  request: Request,
  register: Register,
  id: string,
  name: string,
): Promise<ActionPage | null> {
  type Data = {
    record: (RegisterRecord & { documents: { kind: string }[]; availableActions: ActionForm[] }) | null;
  };
  const { data, errors } = await locals.graphql<Data>(actionQuery(register), { id });
  if (!data || errors?.length) throw troubled(register, errors);
  const action = data.record?.availableActions.find((offered) => offered.name === name);
  if (!data.record || !action) return null;
  return pageOf(locals, request, { register, action, record: data.record });
}

/** The page of an action that brings a record into being; null when the register has no such action. */
export async function creation(
  locals: App.Locals,
  request: Request,
  register: Register,
  mutation: string,
  initial?: FlowSubject['initial'],
): Promise<ActionPage> {
  const { data, errors } = await locals.graphql<{ form: ActionForm }>(creationQuery(mutation));
  if (!data?.form || errors?.length) throw troubled(register, errors);
  return pageOf(locals, request, { register, action: data.form, record: null, initial });
}

async function pageOf(locals: App.Locals, request: Request, subject: FlowSubject): Promise<ActionPage> {
  const { action, record } = subject;
  // A second click arrives after the first has changed the state: the key tells the API that it is the same one.
  const open = action.allowed || request.method === 'POST';
  return { action, record, outcome: open ? await runAction(locals, request, subject) : null };
}

function troubled(register: Register, errors: readonly { message: string }[] | undefined): Error {
  return new Error(`${register.noun}: no form, ${errors?.map(({ message }) => message).join('; ')}`);
}
