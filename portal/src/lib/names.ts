/// <reference path="../env.d.ts" />
import { DATA_ACTIVITIES, DATA_OPERATION_NOUN } from '@zgt/schema/measure/data-operations.ts';
import { API_REFERENCE } from './api-reference.ts';

interface Lifecycle {
  noun: string;
  label: string;
  states: { name: string; label: string }[];
  transitions: { action: string; label: string }[];
}

/** What people call the nouns, states and actions that lists give by name; an unknown name stands for itself. */
export interface Names {
  noun(noun: string): string;
  state(noun: string, state: string): string;
  action(noun: string, action: string): string;
  /** Nouns and actions with their labels, for a choice. */
  nouns: { value: string; label: string }[];
  actions: { value: string; label: string }[];
}

/** What stands in the audit log without a register of its own. */
const OTHER_NOUNS: Record<string, string> = {
  Account: '账号',
  AuditEntry: '审计日志',
  [DATA_OPERATION_NOUN]: '公共数据操作',
  Document: '材料',
  Notification: '通知',
  RuleParameter: '规则参数',
};
const OTHER_ACTIONS: Record<string, string> = {
  upload: '上传材料',
  download: '下载材料',
  read: '查阅',
  acceptUndertaking: '接受保密承诺',
  setRuleParameter: '调整规则参数',
  markNotificationRead: '标为已读',
  markAllNotificationsRead: '全部标为已读',
  dataOperations: '查找公共数据操作',
  ...DATA_ACTIVITIES,
};

/** Root fields in one request, below the API's limit. */
const AT_ONCE = 12;
const FIELDS = '{ noun label states { name label } transitions { action label } }';
const LIFECYCLES = (API_REFERENCE?.queries ?? [])
  .map(({ name }) => name)
  .filter((name) => name.endsWith('Lifecycle'));

let known: Promise<Names> | null = null;

/** Lifecycles do not change while the platform runs, so they are asked once; after a failure they are asked again. */
export function loadNames(locals: App.Locals): Promise<Names> {
  known ??= askNames(locals).catch((error) => {
    known = null;
    throw error;
  });
  return known;
}

async function askLifecycles(locals: App.Locals): Promise<Lifecycle[]> {
  const found: Lifecycle[] = [];
  for (let from = 0; from < LIFECYCLES.length; from += AT_ONCE) {
    const selection = LIFECYCLES.slice(from, from + AT_ONCE).map((name) => `${name} ${FIELDS}`);
    const { data, errors } = await locals.graphql<Record<string, Lifecycle>>(
      `query Names { ${selection.join(' ')} }`,
    );
    if (!data || errors?.length)
      throw new Error(
        `The lifecycles could not be loaded: ${errors?.map(({ message }) => message).join('; ')}`,
      );
    found.push(...Object.values(data));
  }
  return found;
}

async function askNames(locals: App.Locals): Promise<Names> {
  const lifecycles = new Map((await askLifecycles(locals)).map((lifecycle) => [lifecycle.noun, lifecycle]));
  const actions = new Map(Object.entries(OTHER_ACTIONS));
  for (const { transitions } of lifecycles.values())
    for (const { action, label } of transitions) actions.set(action, actions.get(action) ?? label);
  const choices = (labels: Iterable<[string, string]>) =>
    [...labels].map(([value, label]) => ({ value, label }));
  return {
    noun: (noun) => lifecycles.get(noun)?.label ?? OTHER_NOUNS[noun] ?? noun,
    state: (noun, state) => lifecycles.get(noun)?.states.find(({ name }) => name === state)?.label ?? state,
    action: (noun, action) =>
      lifecycles.get(noun)?.transitions.find((transition) => transition.action === action)?.label ??
      OTHER_ACTIONS[action] ??
      action,
    nouns: [
      ...[...lifecycles.values()].map(({ noun, label }) => ({ value: noun, label })),
      ...choices(Object.entries(OTHER_NOUNS)),
    ],
    actions: choices(actions),
  };
}
