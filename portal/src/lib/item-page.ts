/// <reference path="../env.d.ts" />
import { currentDeadline, type Deadline } from './deadlines.ts';
import type { HistoryEntry } from './item-timeline.ts';
import type { OfferedAction } from './offered-action.ts';
import type { Register, RegisterRecord } from './register.ts';
import { itemQuery } from './register-queries.ts';
import type { DiagramState, DiagramTransition } from './state-diagram.ts';

type ItemRecord = RegisterRecord & {
  availableActions: OfferedAction[];
  deadlines: Deadline[];
  documents: {
    id: string;
    kind: string;
    name: string;
    mediaType: string;
    size: number;
    attachedAt: string;
    url: string;
  }[];
  history: HistoryEntry[];
};

interface ItemData {
  record: ItemRecord | null;
  lifecycle: {
    description: string;
    articles: number[];
    states: (DiagramState & { final: boolean })[];
    transitions: { action: string; label: string; from: string[]; to: string }[];
  };
}

/**
 * A record with all that its page shows, null when it is not there for this viewer.
 * A purpose unmasks the contact; the API writes that down. Throws when the API does not answer.
 */
export async function loadItem(locals: App.Locals, register: Register, id: string, purpose: string | null) {
  const { data, errors } = await locals.graphql<ItemData>(itemQuery(register), {
    id,
    ...(register.contact && { purpose: purpose || null }),
  });
  if (!data || errors?.length)
    throw new Error(
      `${register.noun} ${id} could not be loaded: ${errors?.map(({ message }) => message).join('; ')}`,
    );
  const { record, lifecycle } = data;
  if (!record) return null;
  const { availableActions, deadlines, documents, history } = record;
  const closed = availableActions.filter(({ allowed }) => !allowed);
  const transitions = lifecycle.transitions.flatMap(({ from, to, label }): DiagramTransition[] =>
    from.filter((state) => state !== to).map((state) => ({ from: state, to, label })),
  );
  return {
    record,
    lifecycle,
    deadlines,
    documents,
    history,
    transitions,
    deadline: currentDeadline(deadlines),
    allowed: availableActions
      .filter(({ allowed }) => allowed)
      .sort((a, b) => Number(a.negative) - Number(b.negative)),
    /** Shut although the state is right: the reason is worth reading. */
    refused: closed.filter(({ refusal }) => refusal!.code !== 'ILLEGAL_TRANSITION'),
    elsewhere: closed.filter(({ refusal }) => refusal!.code === 'ILLEGAL_TRANSITION'),
    certificate: (record.certificateNumber as string | null | undefined) ?? null,
    path: pathOf(record, history, lifecycle),
    next: [...new Set(transitions.filter(({ from }) => from === record.status).map(({ label }) => label))],
    /** The action that the address says was just taken, when the timeline agrees. */
    justTaken: (action: string | null) =>
      history.findLast((entry) => entry.outcome === 'DONE' && entry.action === action) ?? null,
  };
}

const staysAt = ({ from, to }: { from: string[]; to: string }): boolean =>
  from.length === 1 && from[0] === to;

/** The states that the record has been in, in order, with the present one last. */
function pathOf(
  record: ItemRecord,
  history: readonly HistoryEntry[],
  { states, transitions }: ItemData['lifecycle'],
): { name: string; label: string; current: boolean }[] {
  const names = history
    .filter(({ outcome }) => outcome === 'DONE')
    .flatMap(({ action, toLabel }) => {
      const taken = transitions.filter((transition) => transition.action === action && !staysAt(transition));
      const led = taken.find(({ to }) => states.find(({ name }) => name === to)?.label === toLabel);
      return (led ?? taken[0])?.to ?? [];
    });
  const changes = names.filter((name, index) => name !== names[index - 1]);
  if (changes.at(-1) !== record.status) changes.push(record.status);
  return changes.map((name, index) => ({
    name,
    label: states.find((state) => state.name === name)?.label ?? name,
    current: index === changes.length - 1,
  }));
}
