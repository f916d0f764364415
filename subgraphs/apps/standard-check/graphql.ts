import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { basis } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { checkFields as faultsOf } from '@zgt/runtime/lifecycle/fields.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import { KIND_CODE_LISTS } from '@zgt/schema/dictionary/code-lists-kinds.ts';
import { CHECK_BASES, CHECK_SUBJECTS } from '../choices.ts';
import type { Finding } from '../conformance/finding.ts';
import type { VersionItem } from '../conformance/yardstick.ts';
import type { StandardCheckRow } from '../tables.ts';
import { standardCheck } from './actions.ts';
import { judgeByStandards, type Verdict } from './judge.ts';
import { checkFields } from './lifecycle.ts';

interface SelfCheck {
  report: Verdict | null;
  refusal: Refusal | null;
}

type Listed<T> = readonly T[] | { list: readonly T[] };

/** A list as a report has it, or as a kept check has it in one column. */
const listIn = <T>(listed: Listed<T>): T[] => [...('list' in listed ? listed.list : listed)];

interface Outcome {
  standardVersions: string[];
  findings: Listed<Finding>;
  handItems: Listed<VersionItem>;
}

/** What a verdict says: the same of a self-check and of a check that is kept. */
function outcomeFields(t: any, finding: any, item: any): Record<string, unknown> {
  return {
    rulesVersion: t.exposeString('rulesVersion', { description: '检查程序的规则版本。' }),
    standardVersions: t.stringList({
      description: '依据的各项标准和版本，例如“界面交互规范 1.0.0”。',
      resolve: ({ standardVersions }: Outcome) => standardVersions,
    }),
    mustCount: t.exposeInt('mustCount', { description: '必须级问题的总数。' }),
    shouldCount: t.exposeInt('shouldCount', { description: '应当级问题的总数。' }),
    findings: t.field({
      type: [finding],
      description: '按在文档中的先后排列，最多 500 个；总数见两个计数。',
      resolve: ({ findings }: Outcome) => listIn(findings),
    }),
    handItems: t.field({
      type: [item],
      description: '程序检查不到的检查项，审核人员逐项回答；提交前可以照此自查。',
      resolve: ({ handItems }: Outcome) => listIn(handItems),
    }),
  };
}

/** Checks in the API: the self-check that keeps nothing, and the register; both judge by the same function. */
export function addStandardCheck(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  item: any,
) {
  const finding = builder.objectRef<Finding>('ConformanceFinding').implement({
    ...basis([19], '检查发现的一个问题：违反哪条规则、在文档何处、怎样改。'),
    fields: (t) => ({
      rule: t.exposeString('rule', { description: '规则编号，各版本不变。' }),
      level: t.field({
        type: enumOf(builder, 'ConformanceLevel', KIND_CODE_LISTS.checkLevel.labels),
        resolve: ({ level }) => level as never,
      }),
      article: t.exposeInt('article', { description: '依据管理办法第几条。' }),
      item: t.exposeString('item', { description: '标准规范的检查条目编号。' }),
      line: t.exposeInt('line', { description: '所在行，从 1 起。' }),
      column: t.exposeInt('column', { description: '所在列，从 1 起。' }),
      path: t.exposeString('path', { description: '在文档结构中的位置；整份文档的问题为空文字。' }),
      message: t.exposeString('message', { description: '哪里不对。' }),
      remedy: t.exposeString('remedy', { description: '怎样改。' }),
    }),
  });
  const report = builder.objectRef<Verdict>('ConformanceReport').implement({
    ...basis([19], '一次检查的结论。'),
    fields: (t) => ({
      passed: t.exposeBoolean('passed', { description: '没有必须级问题。' }),
      ...(outcomeFields(t, finding, item) as object),
    }),
  });
  addSelfCheck(builder, shared, report);
  return addNoun(builder, shared, standardCheck, {
    plural: 'standardChecks',
    organization,
    reads: { title: ['name', 'subjectKind'], kind: ['subjectKind'] },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'CheckSubject', CHECK_SUBJECTS),
        resolve: (row: StandardCheckRow) => row.subjectKind,
      }),
      name: t.exposeString('name'),
      digest: t.exposeString('digest', { description: '内容的 SHA-256，十六进制。' }),
      ...outcomeFields(t, finding, item),
    }),
  });
}

function addSelfCheck(builder: Builder, shared: SharedTypes, report: any): void {
  const input = builder.inputType('CheckConformanceInput', {
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'CheckSubject', CHECK_SUBJECTS),
        required: true,
        description: checkFields.kind.label,
      }),
      content: t.string({ required: true, description: `文档内容。${checkFields.content.hint}` }),
      basis: t.field({
        type: enumOf(builder, 'CheckBasis', CHECK_BASES),
        description: `${checkFields.basis.label}。${checkFields.basis.hint}`,
      }),
    }),
  });
  const payload = builder.objectRef<SelfCheck>('CheckConformancePayload').implement({
    description: '自检的结果：report 与 refusal 恰有一个不为空。',
    fields: (t) => ({
      report: t.field({ type: report, nullable: true, resolve: (outcome) => outcome.report as never }),
      refusal: t.field({ type: shared.refusal, nullable: true, resolve: ({ refusal }) => refusal }),
    }),
  });
  builder.queryField('checkConformance', (t) =>
    t.field({
      type: payload,
      ...basis([19, 37], '自检一份文档，不保存任何内容；与提交的规范检查用同一套规则，结论相同。须登录。'),
      args: { input: t.arg({ type: input, required: true }) },
      resolve: async (_, args: any, { viewer, runtime }): Promise<SelfCheck> => {
        if (viewer.via === 'ANONYMOUS') return { report: null, refusal: refuse('UNAUTHENTICATED') };
        const { kind, content, basis } = checkFields;
        const { values, faults } = faultsOf({ kind, content, basis }, args.input);
        if (faults.length > 0) return { report: null, refusal: refuse('VALIDATION', { details: faults }) };
        const outcome = await judgeByStandards(
          runtime,
          values.kind as never,
          values.content as string,
          values.basis as never,
        );
        return 'refusal' in outcome
          ? { report: null, refusal: outcome.refusal }
          : { report: outcome.prepared, refusal: null };
      },
    }),
  );
}
