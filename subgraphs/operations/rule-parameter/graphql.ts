import { now } from '@zgt/runtime/clock.ts';
import { type Builder, basis, type SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { asParent, publicFor } from '@zgt/runtime/graphql/cache-hints.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { accountRules } from '@zgt/runtime/lifecycle/act-store.ts';
import { checkAccount } from '@zgt/runtime/lifecycle/judge.ts';
import type { Refusal } from '@zgt/runtime/refusal.ts';
import type { RuleParameter } from '@zgt/schema/measure/parameter-type.ts';
import { RULE_PARAMETERS } from '@zgt/schema/measure/parameters.ts';
import { changeOnce } from '../request.ts';
import { checkParameter, parameterNamed } from './set-rule-parameter.ts';
import { addParameterValue, type ParameterChange, parameterChanges } from './store.ts';

/** A parameter with every change of it, the one that takes effect last first. */
export interface DatedParameter {
  declared: RuleParameter;
  changes: readonly ParameterChange[];
}

const loaded = new WeakMap<SubgraphContext, Promise<ParameterChange[]>>();

function changesOf(context: SubgraphContext): Promise<ParameterChange[]> {
  const known = loaded.get(context);
  if (known) return known;
  const changes = parameterChanges(context.runtime.db);
  loaded.set(context, changes);
  return changes;
}

/** The given parameters with their changes; one statement a request, for however many articles they are asked. */
export async function datedParameters(
  context: SubgraphContext,
  declared: readonly RuleParameter[],
): Promise<DatedParameter[]> {
  const changes = await changesOf(context);
  return declared.map((parameter) => ({
    declared: parameter,
    changes: changes.filter((change) => change.name === parameter.name),
  }));
}

function inForce({ changes }: DatedParameter): ParameterChange | null {
  const instant = now();
  return changes.find((change) => change.effectiveFrom <= instant) ?? null;
}

/** Rule parameters: every number that the rules read, with its source, its bounds and its history (article 75). */
export function addRuleParameters(builder: Builder, shared: SharedTypes) {
  const change = builder.objectRef<ParameterChange>('RuleParameterChange').implement({
    description: '规则参数的一次调整。',
    fields: (t) => ({
      value: t.field({ type: 'JSON', resolve: (row) => row.value }),
      effectiveFrom: t.expose('effectiveFrom', { type: 'DateTime' }),
      reason: t.exposeString('reason'),
      createdAt: t.expose('createdAt', { type: 'DateTime' }),
    }),
  });
  const parameter = builder.objectRef<DatedParameter>('RuleParameter').implement({
    ...basis([75], '规则所用的一个数值或开关。'),
    fields: (t) => ({
      name: t.string({ resolve: ({ declared }) => declared.name }),
      title: t.string({ resolve: ({ declared }) => declared.title }),
      description: t.string({ resolve: ({ declared }) => declared.description }),
      type: t.string({ description: 'INTEGER、BOOLEAN、STRING。', resolve: ({ declared }) => declared.type }),
      value: t.field({
        type: 'JSON',
        description: '现行的值。',
        resolve: (row) => inForce(row)?.value ?? row.declared.default,
      }),
      default: t.field({ type: 'JSON', resolve: ({ declared }) => declared.default }),
      unit: t.string({ resolve: ({ declared }) => declared.unit }),
      minimum: t.int({
        nullable: true,
        description: '正式文本写明的下限。',
        resolve: ({ declared }) => declared.floor?.min ?? null,
      }),
      maximum: t.int({
        nullable: true,
        description: '正式文本写明的上限。',
        resolve: ({ declared }) => declared.floor?.max ?? null,
      }),
      choices: t.stringList({ resolve: ({ declared }) => [...(declared.choices ?? [])] }),
      articles: t.intList({ resolve: ({ declared }) => [...declared.articles] }),
      fromText: t.boolean({
        description: '值出自正式文本；否则为本系统的默认。',
        resolve: ({ declared }) => declared.fromText,
      }),
      effectiveFrom: t.field({
        type: 'DateTime',
        nullable: true,
        description: '现行值的生效时刻；从未调整过的为空。',
        resolve: (row) => inForce(row)?.effectiveFrom ?? null,
      }),
      changes: t.field({
        type: [change],
        ...asParent({ description: '历次调整，含尚未生效的，后生效的在前。' }),
        resolve: ({ changes }) => [...changes],
      }),
    }),
  });
  builder.queryField('ruleParameters', (t) =>
    t.field({
      type: [parameter],
      ...publicFor('PARAMETERS', basis([75], '全部规则参数。')),
      resolve: (_, __, context) => datedParameters(context, RULE_PARAMETERS),
    }),
  );
  addMutation(builder, shared, parameter);
  return parameter;
}

function addMutation(builder: Builder, shared: SharedTypes, parameter: any): void {
  interface Payload {
    ruleParameter: DatedParameter | null;
    refusal: Refusal | null;
  }
  const payload = builder.objectRef<Payload>('RuleParameterPayload').implement({
    description: 'ruleParameter 与 refusal 恰有一个不为空。',
    fields: (t) => ({
      ruleParameter: t.field({
        type: parameter,
        nullable: true,
        resolve: (row) => row.ruleParameter as never,
      }),
      refusal: t.field({ type: shared.refusal, nullable: true, resolve: ({ refusal }) => refusal }),
    }),
  });
  const input = builder.inputType('SetRuleParameterInput', {
    fields: (t) => ({
      name: t.string({
        required: true,
        description: '参数名，例如 delisting.market.announcement_working_days。',
      }),
      value: t.field({ type: 'JSON', required: true, description: '新的值，类型与参数一致。' }),
      effectiveFrom: t.field({ type: 'DateTime', description: '从何时起生效；不填为立即。' }),
      reason: t.string({ required: true, description: '理由，必填。' }),
    }),
  });
  builder.mutationField('setRuleParameter', (t) =>
    t.field({
      type: payload,
      ...basis([75], '调整一个规则参数，从生效时刻起适用；正式文本写明的底线不能突破。'),
      args: { input: t.arg({ type: input, required: true }) },
      resolve: async (_, args, context, info): Promise<Payload> => {
        const { viewer } = context;
        const { name, value, effectiveFrom } = args.input;
        const reason = args.input.reason.trim();
        const { refusal } = await changeOnce(
          context,
          info,
          { noun: 'RuleParameter', action: 'setRuleParameter', articles: [75], input: args.input, reason },
          async (tx) => {
            const instant = now();
            const given = {
              name,
              value,
              effectiveFrom: effectiveFrom ? new Date(effectiveFrom) : instant,
              reason,
            };
            const no =
              checkAccount(viewer, await accountRules(tx, viewer)) ?? checkParameter(viewer, given, instant);
            if (no) return { recordId: null, refusal: no };
            const recordId = await addParameterValue(tx, {
              ...given,
              accountId: viewer.accountId,
              now: instant,
            });
            return { recordId, refusal: null };
          },
        );
        if (refusal) return { ruleParameter: null, refusal };
        loaded.delete(context);
        const [changed] = await datedParameters(context, [parameterNamed(name)!]);
        return { ruleParameter: changed!, refusal: null };
      },
    }),
  );
}
