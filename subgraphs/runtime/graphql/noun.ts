import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { shanghaiDate } from '../calendar/work-calendar.ts';
import { now } from '../clock.ts';
import { isId } from '../id.ts';
import { act } from '../lifecycle/act.ts';
import { awaitedOf, mutationName, type Row, type Transition } from '../lifecycle/declaration.ts';
import type { Field } from '../lifecycle/fields.ts';
import { judge } from '../lifecycle/judge.ts';
import type { Noun } from '../lifecycle/noun.ts';
import { LIST_ORDERS, readPage } from '../lifecycle/read.ts';
import type { Refusal } from '../refusal.ts';
import { type Builder, basis, type SubgraphContext } from './builder.ts';
import { asParent, publicFor } from './cache-hints.ts';
import { declareReads, type Reads, wantedColumns } from './columns.ts';
import { connectionOf } from './connection.ts';
import { foundById } from './entities.ts';
import { partyLabel, type SharedTypes } from './types.ts';

const MAX_PAGE = 100;

/** A column that a list can be narrowed by; an index leads to the rows of each of its values. */
export type ListedBy = ListedByCode | ListedByReference;

/** A column of codes. */
export interface ListedByCode {
  column: string;
  description: string;
  enumName: string;
  options: Readonly<Record<string, string>>;
  /** The column holds several codes, of which the wanted one is any. */
  several?: true;
}

/** A column that names a record of another register. */
export interface ListedByReference {
  column: string;
  description: string;
  reference: true;
}

export interface NounOptions {
  plural: string;
  /** Adds the noun's own fields; the common ones (status, actions, history, deadlines) are there already. */
  fields(t: any): Record<string, unknown>;
  /** For each field that does not read the column of its own name alone: the columns that it reads. */
  reads?: Reads;
  /** How a record's organisation is given: the object itself, or the key of another subgraph's. */
  organization: {
    type: any;
    resolve(row: Row, context: SubgraphContext): unknown;
    /** Some records are of no organisation: they come with the program. */
    nullable?: true;
  };
  /** What a list can be narrowed by besides state, organisation and text, by the filter's field. */
  filters?: Readonly<Record<string, ListedBy>>;
  /** Interfaces that its records have besides; their own fields are read as `reads` says. */
  interfaces?: readonly any[];
  /** Everyone without an account reads the same records of it, and may read them for a while. */
  published?: boolean;
}

function lowerFirst(name: string): string {
  return name[0]!.toLowerCase() + name.slice(1);
}

/** What a client got wrong in an argument, in words for whoever wrote it. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A page size from 1 to 100, or an error that says so. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? 20;
  if (size < 1 || size > MAX_PAGE) throw badInput(`first 应在 1 到 ${MAX_PAGE} 之间，现为 ${size}。`);
  return size;
}

/** A cursor of ours, or an error: cursors are taken from a previous page, never made up. */
export function cursorId(after: string | null | undefined): string | null {
  if (after == null) return null;
  if (!isId(after)) throw badInput('after 应为上一页 pageInfo.endCursor 的值。');
  return after;
}

const enums = new WeakMap<Builder, Map<string, unknown>>();

/** The GraphQL enum of a set of values, made once for a builder; values are the same text as in the database. */
export function enumOf(builder: Builder, name: string, options: Readonly<Record<string, string>>): any {
  const known = enums.get(builder) ?? new Map<string, unknown>();
  enums.set(builder, known);
  if (!known.has(name))
    known.set(
      name,
      builder.enumType(name, {
        values: Object.fromEntries(
          Object.entries(options).map(([value, label]) => [value, { value, description: label }]),
        ),
      } as never),
    );
  return known.get(name);
}

function inputField(builder: Builder, t: any, field: Field): unknown {
  const settings = {
    required: field.optional !== true,
    description: field.hint ? `${field.label}。${field.hint}` : field.label,
  };
  switch (field.kind) {
    case 'texts':
      return t.stringList(settings);
    case 'creditCode':
      return t.field({ type: 'UnifiedSocialCreditCode', ...settings });
    case 'date':
      return t.field({ type: 'Date', ...settings });
    case 'instant':
      return t.field({ type: 'DateTime', ...settings });
    case 'reference':
      return t.id(settings);
    case 'integer':
      return t.int(settings);
    case 'accept':
      return t.boolean(settings);
    case 'choice':
      return t.field({ type: enumOf(builder, field.enumName, field.options), ...settings });
    case 'choices':
      return t.field({ type: [enumOf(builder, field.enumName, field.options)], ...settings });
    default:
      return t.string(settings);
  }
}

/** Options of a field that gives the record whose id stands in a column, as far as the viewer may see it; else null. */
export function recordIn<T extends object>(noun: Noun, column: string, options: T) {
  return {
    nullable: true,
    ...options,
    resolve: (row: Row, _: unknown, { loaders }: SubgraphContext, info: GraphQLResolveInfo) =>
      row[column] === null ? null : loaders.record(noun, info).load(row[column] as string),
  };
}

function isPublicAction(transition: Transition): boolean {
  return transition.by.some((actor) => actor.party !== 'SYSTEM');
}

interface Payload {
  record: Row | null;
  refusal: Refusal | null;
  secret?: string;
}

/** Adds a register to a subgraph: its type as an entity, its queries, one mutation an action, its forms and diagram. */
export function addNoun(builder: Builder, shared: SharedTypes, noun: Noun, options: NounOptions) {
  const { lifecycle } = noun;
  const name = lifecycle.noun;
  const single = lowerFirst(name);
  declareReads(noun, options.reads ?? {});
  const status = enumOf(
    builder,
    `${name}Status`,
    Object.fromEntries(Object.entries(lifecycle.states).map(([state, text]) => [state, text.label])),
  );

  const within = hintOf(options).within;
  const object = builder.objectRef<Row>(name);
  object.implement({
    ...basis(lifecycle.articles, lifecycle.description),
    ...({ interfaces: [...(options.interfaces ?? [])] } as object),
    fields: (t) =>
      ({
        id: t.id({ resolve: (row) => row.id }),
        number: t.string({ description: '给人看的编号。', resolve: (row) => row.number }),
        title: t.string({ description: '一行能认出它的名称。', resolve: (row) => noun.title(row) }),
        status: t.field({ type: status, resolve: (row: Row) => row.state as never }),
        statusLabel: t.string({ resolve: (row) => lifecycle.states[row.state]!.label }),
        statusTone: t.string({ resolve: (row) => lifecycle.states[row.state]!.tone }),
        awaits: t.string({
          nullable: true,
          description: '现在等谁办理。',
          resolve: (row) => partyLabel(awaitedOf(lifecycle, row)),
        }),
        version: t.int({
          description: '每次办理加一；作为 expectedVersion 传回可避免覆盖他人的办理。',
          resolve: (row) => row.version,
        }),
        createdAt: t.field({ type: 'DateTime', resolve: (row) => row.createdAt }),
        updatedAt: t.field({ type: 'DateTime', resolve: (row) => row.updatedAt }),
        organization: t.field({
          type: options.organization.type,
          nullable: options.organization.nullable === true,
          ...within({
            description: options.organization.nullable
              ? '这条记录属于哪个单位；随系统提供的为空。'
              : '这条记录属于哪个单位。',
          }),
          resolve: (row: Row, _: unknown, context: SubgraphContext) =>
            options.organization.resolve(row, context) as never,
        } as never),
        availableActions: t.field({
          type: [shared.action],
          description: '当前访问者的可办事项；不能办的附原因。',
          resolve: async (row, _, { loaders }) =>
            (await loaders.actions(noun).load(row)).map((offered) => ({ ...offered, lifecycle })),
        }),
        history: t.field({
          type: [shared.history],
          description: '时间线，自早至晚。',
          resolve: async (row, _, { loaders }) =>
            (await loaders.history.load(row.id)).map((entry) => ({ ...entry, lifecycle })),
        }),
        deadlines: t.field({
          type: [shared.deadline],
          description: '时限，含已了结的。',
          resolve: (row, _, { loaders }) => loaders.deadlines.load(row.id),
        }),
        documents: t.field({
          type: [shared.document],
          description: '附上的材料。',
          resolve: (row, _, { loaders }) => loaders.documents.load(row.id),
        }),
        ...options.fields(t),
      }) as never,
  });
  builder.asEntity(object as never, {
    key: builder.selection<{ id: string }>('id') as never,
    resolveReference: foundById((ids, { loaders }: SubgraphContext, info) =>
      loaders.records(noun, info).load(ids),
    ) as never,
  });

  addQueries(builder, shared, noun, options, object, status);
  addMutations(builder, shared, noun, single, object);
  return object;
}

type Hint = <T extends object>(options: T) => T;

const asGiven: Hint = (options) => options;

/** The cache hints of a register's root fields and of the objects within them. */
function hintOf({ published }: NounOptions): { root: Hint; within: Hint } {
  if (!published) return { root: asGiven, within: asGiven };
  return { root: (options) => publicFor('PUBLISHED', options), within: asParent };
}

function addQueries(
  builder: Builder,
  shared: SharedTypes,
  noun: Noun,
  options: NounOptions,
  object: any,
  status: any,
): void {
  const { lifecycle } = noun;
  const { root, within } = hintOf(options);
  const name = lifecycle.noun;
  const filters = Object.entries(options.filters ?? {});
  const filter = builder.inputType(`${name}Filter`, {
    fields: (t) => ({
      status: t.field({ type: [status], description: '只要这些状态。' } as never),
      organizationId: t.id({ description: '只要这个单位的。' }),
      text: t.string({
        description:
          '编号或名称中含有的文字，最多 100 字；只有数字、或数字与字母连写的，须在一串的开头或结尾，如编号的末几位。',
      }),
      ...Object.fromEntries(
        filters.map(([field, listed]) => [
          field,
          'reference' in listed
            ? t.id({ description: listed.description })
            : t.field({
                type: enumOf(builder, listed.enumName, listed.options),
                description: listed.description,
              } as never),
        ]),
      ),
    }),
  });
  const connection = connectionOf(builder, shared, name, object, ({ id }: Row) => id, within({}));
  builder.queryFields((t) => ({
    [lowerFirst(name)]: t.field({
      type: object,
      nullable: true,
      ...root(basis(lifecycle.articles, `按 id 取一条${lifecycle.label}；不存在或无权查看时为空。`)),
      args: { id: t.arg.id({ required: true }) },
      resolve: (_, { id }, { loaders }, info) =>
        (isId(id) ? loaders.record(noun, info).load(id) : null) as never,
    }),
    [options.plural]: t.field({
      type: connection,
      ...root(basis(lifecycle.articles, `${lifecycle.label}的列表，只含访问者可以查看的。`)),
      args: {
        first: t.arg.int({ description: '每页条数，1 到 100，默认 20。' }),
        after: t.arg.string({ description: '上一页的 endCursor。' }),
        filter: t.arg({ type: filter }),
        order: t.arg({
          type: enumOf(builder, 'ListOrder', LIST_ORDERS),
          description: '次序，默认 NEWEST；翻页时不能改变。',
        }),
      },
      resolve: async (_, args: any, { runtime, viewer }, info) => {
        const { filter: wanted } = args;
        if (wanted?.organizationId && !isId(wanted.organizationId))
          throw badInput('filter.organizationId 应为单位的 id。');
        for (const [field, listed] of filters)
          if ('reference' in listed && wanted?.[field] && !isId(wanted[field]))
            throw badInput(`filter.${field} 应为记录的 id。`);
        const text = wanted?.text ?? null;
        if (text && text.length > 100) throw badInput('filter.text 最多 100 字。');
        return readPage(
          runtime.readDb,
          noun,
          viewer,
          {
            states: wanted?.status,
            organizationId: wanted?.organizationId,
            text,
            order: args.order,
            having: filters.flatMap(([field, listed]) =>
              wanted?.[field]
                ? [{ column: listed.column, value: wanted[field], several: 'several' in listed }]
                : [],
            ),
          },
          pageSize(args.first),
          cursorId(args.after),
          wantedColumns(noun, info, ['edges', 'node']),
        );
      },
    }),
    [`${lowerFirst(name)}Lifecycle`]: t.field({
      type: shared.lifecycle,
      ...publicFor('RELEASE', basis(lifecycle.articles, `${lifecycle.label}的状态与动作，可据此画流程图。`)),
      resolve: () => lifecycle,
    }),
  }));
}

async function offeredCreation(noun: Noun, action: string, context: SubgraphContext) {
  const { lifecycle } = noun;
  const transition: Transition = lifecycle.actions[action]!;
  const { runtime, viewer, loaders } = context;
  const instant = now();
  const facts = (await noun.facts?.(runtime.db, [null], viewer, null, loaders.parameters))?.[0] ?? {};
  const refusal = judge({
    lifecycle,
    transition,
    record: null,
    viewer,
    now: instant,
    today: shanghaiDate(instant),
    accountRules: await loaders.accountRules(),
    facts,
    input: null,
    ownActions: new Set(),
  });
  return { lifecycle, action, transition, refusal };
}

function addMutations(builder: Builder, shared: SharedTypes, noun: Noun, single: string, object: any): void {
  const { lifecycle } = noun;
  const payload = builder.objectRef<Payload>(`${lifecycle.noun}Payload`).implement({
    description: `${lifecycle.label}办理的结果：${single} 与 refusal 恰有一个不为空。`,
    fields: (t) => ({
      [single]: t.field({ type: object, nullable: true, resolve: ({ record }: Payload) => record as never }),
      refusal: t.field({ type: shared.refusal, nullable: true, resolve: ({ refusal }) => refusal }),
      ...(noun.discloses && {
        secret: t.string({
          nullable: true,
          description: noun.discloses,
          resolve: (outcome: Payload) => outcome.secret ?? null,
        }),
      }),
    }),
  });
  for (const [action, transition] of Object.entries<Transition>(lifecycle.actions)) {
    if (!isPublicAction(transition)) continue;
    const mutation = mutationName(lifecycle, action);
    const input = builder.inputType(`${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`, {
      fields: (t) =>
        ({
          ...(transition.from && {
            id: t.id({ required: true, description: `${lifecycle.label}的 id。` }),
            expectedVersion: t.int({
              description: '办理人看到的 version；不一致时拒绝（VERSION_CONFLICT）。',
            }),
          }),
          ...Object.fromEntries(
            Object.entries(transition.fields ?? {}).map(([field, declared]) => [
              field,
              inputField(builder, t, declared),
            ]),
          ),
          ...(transition.reason && {
            reason: t.string({
              description: transition.reason === 'REQUIRED' ? '理由，必填。' : '理由，选填。',
            }),
          }),
          ...(transition.documents && {
            documents: t.field({
              type: [shared.documentInput],
              description: `材料：${Object.entries(transition.documents)
                .map(([kind, need]) => `${kind}${need === 'REQUIRED' ? '（必附）' : ''}`)
                .join('、')}。`,
            }),
          }),
          ...(!transition.from && !transition.fields && { note: t.string({ description: '备注。' }) }),
        }) as never,
    });
    builder.mutationField(mutation, (t) =>
      t.field({
        type: payload,
        ...basis(transition.articles, `${transition.label}${lifecycle.label}。${transition.effect}`),
        args: { input: t.arg({ type: input, required: true }) },
        resolve: async (_, args: any, context, info) => {
          const { id, expectedVersion, reason, documents, ...fields } = args.input;
          return act(context.runtime, noun, action, {
            context: requestContext(context, info),
            id,
            expectedVersion,
            reason,
            documents: documents ?? [],
            input: fields,
          });
        },
      }),
    );
    if (transition.from === null)
      builder.queryField(`${mutation}Form`, (t) =>
        t.field({
          type: shared.action,
          ...basis(
            transition.articles,
            `“${transition.label}${lifecycle.label}”的表单，以及当前访问者能否办理。`,
          ),
          resolve: (_, __, context) => offeredCreation(noun, action, context),
        }),
      );
  }
}

/** The request as the engine takes it: with several mutations in one document, each has a key of its own. */
export function requestContext(context: SubgraphContext, info: GraphQLResolveInfo) {
  const { viewer, requestId, idempotencyKey } = context;
  return { viewer, requestId, idempotencyKey: idempotencyKey && `${idempotencyKey}:${info.path.key}` };
}
