import { type Builder, basis, type SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { asParent, publicFor } from '@zgt/runtime/graphql/cache-hints.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { isId } from '@zgt/runtime/id.ts';
import { readMany } from '@zgt/runtime/lifecycle/read.ts';
import { CODE_LISTS } from '@zgt/schema/dictionary/code-lists.ts';
import { KIND_CODE_LISTS } from '@zgt/schema/dictionary/code-lists-kinds.ts';
import type { DataElement } from '@zgt/schema/dictionary/data-element-type.ts';
import { GraphQLError } from 'graphql';
import { STANDARD_KINDS } from '../choices.ts';
import type { VersionItem } from '../conformance/yardstick.ts';
import { standard } from '../standard/actions.ts';
import { orNobody } from '../standard/provided.ts';
import type { StandardVersionRow } from '../tables.ts';
import { standardVersion } from './actions.ts';
import { bodyDifferences, type Difference, differences } from './differences.ts';
import { readAllEntries, readEntries } from './store.ts';

/** The most entries of a page: the dictionary is read whole by those who build on it. */
const MOST_ENTRIES = 500;
const LONGEST_TEXT = 100;
const CODE = /^[A-Z0-9-]{1,20}$/;

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

interface EntryPage {
  rows: DataElement[];
  hasNextPage: boolean;
}

interface Compared {
  before: StandardVersionRow;
  after: StandardVersionRow;
  bodyChanges: Difference[];
  itemChanges: Difference[];
  entryChanges: Difference[];
}

/** The check item type, for whatever shows items. */
export function checkItemType(builder: Builder) {
  return builder.objectRef<VersionItem>('CheckItem').implement({
    ...basis([19], '标准的一个检查项。'),
    fields: (t) => ({
      id: t.string({ description: '检查项编号，各版本不变，不重复使用。', resolve: ({ id }) => id }),
      level: t.field({
        type: enumOf(builder, 'ConformanceLevel', KIND_CODE_LISTS.checkLevel.labels),
        resolve: ({ level }) => level as never,
      }),
      text: t.exposeString('text', { description: '要求。' }),
      howToCheck: t.exposeString('howToCheck', { description: '怎样检查。' }),
      article: t.exposeInt('article', { description: '依据管理办法第几条。' }),
      rules: t.exposeStringList('rules', { description: '由哪些程序规则检查；为空的由审核人员检查。' }),
    }),
  });
}

/** The versions of standards in the API, with the entries of the dictionary and what two versions differ in. */
export function addStandardVersion(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  standardType: ReturnType<typeof addNoun>,
) {
  const item = checkItemType(builder);
  const version = addNoun(builder, shared, standardVersion, {
    plural: 'standardVersions',
    organization: orNobody(organization),
    published: true,
    reads: { title: ['standardName', 'versionText'], standard: ['standardId'] },
    filters: {
      standardId: { column: 'standardId', description: '只要这项标准的。', reference: true },
    },
    fields: (t) => ({
      standard: t.field({ ...asParent(recordIn(standard, 'standardId', { type: standardType })) }),
      standardCode: t.exposeString('standardCode'),
      standardName: t.exposeString('standardName'),
      kind: t.field({
        type: enumOf(builder, 'StandardKind', STANDARD_KINDS),
        resolve: (row: StandardVersionRow) => row.kind,
      }),
      versionText: t.exposeString('versionText'),
      summary: t.exposeString('summary', { description: '变更说明。' }),
      body: t.exposeString('body', { description: '正文；“## ”开头的行是一节的标题，其余每行一段。' }),
      items: t.field({
        type: [item],
        ...asParent({ description: '检查项，按编号。' }),
        resolve: ({ items }: StandardVersionRow) => [...items.list],
      }),
      entryCount: t.exposeInt('entryCount', { description: '数据元的个数；不是数据字典的为 0。' }),
      publishedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '发布的时刻；草稿为空。',
        resolve: (row: StandardVersionRow) => row.publishedAt,
      }),
      effectiveFrom: t.field({
        type: 'Date',
        nullable: true,
        description: '施行日期；草稿为空。',
        resolve: (row: StandardVersionRow) => row.effectiveFrom,
      }),
      transitionUntil: t.field({
        type: 'Date',
        nullable: true,
        description: '过渡期的最后一天；没有新版的为空。',
        resolve: (row: StandardVersionRow) => row.transitionUntil,
      }),
    }),
  });
  addEntries(builder, shared);
  addDifferences(builder, version);
  return { version, item };
}

/** The versions with these identifiers, as far as the viewer may see them. */
async function seen({ runtime, viewer }: SubgraphContext, ids: readonly string[]) {
  const known = ids.filter((id) => isId(id));
  if (known.length < ids.length) return [];
  return (await readMany(runtime.readDb, standardVersion, viewer, known)) as (StandardVersionRow | null)[];
}

function addEntries(builder: Builder, shared: SharedTypes): void {
  const entry = builder.objectRef<DataElement>('DataDictionaryEntry').implement({
    ...basis([19], '数据字典的一个数据元：某个对象的某个字段的含义、格式和取值。'),
    fields: (t) => ({
      code: t.exposeString('code', { description: '数据元代码，各版本不变。' }),
      object: t.exposeString('object', { description: '所在的对象；Record 指任何记录。' }),
      name: t.exposeString('name', { description: '字段名。' }),
      title: t.exposeString('title', { description: '中文名称。' }),
      definition: t.exposeString('definition', { description: '含义。' }),
      format: t.exposeString('format', {
        description: 'an..18 为至多 18 个字符，n..4 为至多 4 位数字，code 为代码表中的值，[] 为列表。',
      }),
      constraint: t.exposeString('constraint', { nullable: true, description: '其他约束。' }),
      codeList: t.string({
        nullable: true,
        description: '代码表的名称；不是代码的为空。',
        resolve: ({ codeList }) => codeList,
      }),
      sensitivity: t.field({
        type: enumOf(builder, 'Sensitivity', CODE_LISTS.sensitivity.labels),
        resolve: ({ sensitivity }) => sensitivity as never,
      }),
      since: t.exposeString('since', { description: '从哪个版本起有。' }),
      articles: t.intList({ description: '依据的条款号。', resolve: ({ articles }) => [...articles] }),
    }),
  });
  const edge = builder.objectRef<DataElement>('DataDictionaryEntryEdge').implement({
    fields: (t) => ({
      cursor: t.string({ resolve: ({ code }) => code }),
      node: t.field({ type: entry, ...asParent({}), resolve: (row) => row }),
    }),
  });
  const connection = builder.objectRef<EntryPage>('DataDictionaryEntryConnection').implement({
    fields: (t) => ({
      edges: t.field({ type: [edge], ...asParent({}), resolve: ({ rows }) => rows }),
      pageInfo: t.field({
        type: shared.pageInfo,
        ...asParent({}),
        resolve: ({ rows, hasNextPage }) => ({ hasNextPage, endCursor: rows.at(-1)?.code ?? null }),
      }),
    }),
  });
  builder.queryField('dataDictionaryEntries', (t) =>
    t.field({
      type: connection,
      ...publicFor(
        'PUBLISHED',
        basis([19], '数据字典一个版本的数据元，按代码排列；不存在或无权查看的版本没有。'),
      ),
      args: {
        versionId: t.arg.id({ required: true, description: '数据字典的版本（StandardVersion 的 id）。' }),
        first: t.arg.int({ description: `每页条数，1 到 ${MOST_ENTRIES}，默认 100。` }),
        after: t.arg.string({ description: '上一页的 endCursor。' }),
        text: t.arg.string({ description: '代码、字段、名称或含义中含有的文字。' }),
      },
      resolve: async (_, { versionId, first, after, text }, context) => {
        const size = first ?? 100;
        if (size < 1 || size > MOST_ENTRIES)
          throw badInput(`first 应在 1 到 ${MOST_ENTRIES} 之间，现为 ${size}。`);
        if (after && !CODE.test(after)) throw badInput('after 应为上一页 pageInfo.endCursor 的值。');
        if (text && text.length > LONGEST_TEXT) throw badInput(`text 最多 ${LONGEST_TEXT} 字。`);
        const [found] = await seen(context, [versionId]);
        if (!found) return { rows: [], hasNextPage: false };
        return readEntries(context.runtime.readDb, found.id, {
          first: size,
          after: after ?? null,
          text: text?.trim() || null,
        });
      },
    }),
  );
}

function addDifferences(builder: Builder, version: any): void {
  const part = builder.objectRef<Difference['parts'][number]>('StandardDifferencePart').implement({
    description: '改动的一处。',
    fields: (t) => ({
      part: t.exposeString('part', { description: '哪一部分，字段名。' }),
      before: t.exposeString('before', { description: '原来的；没有的为空文字。' }),
      after: t.exposeString('after', { description: '现在的；没有的为空文字。' }),
    }),
  });
  const difference = builder.objectRef<Difference>('StandardDifference').implement({
    ...basis([19], '两个版本之间的一处差别。'),
    fields: (t) => ({
      change: t.field({
        type: enumOf(builder, 'StandardChange', { ADDED: '新增', REMOVED: '删去', CHANGED: '改动' }),
        resolve: ({ change }) => change as never,
      }),
      key: t.exposeString('key', { description: '检查项编号或数据元代码；正文的段落为空文字。' }),
      title: t.exposeString('title'),
      parts: t.field({ type: [part], ...asParent({}), resolve: ({ parts }) => [...parts] }),
    }),
  });
  const list = (description: string) => ({
    type: [difference] as [typeof difference],
    ...asParent({ description }),
  });
  const compared = builder.objectRef<Compared>('StandardDifferences').implement({
    ...basis([19], '同一标准的两个版本之间的全部差别。'),
    fields: (t) => ({
      before: t.field({ type: version, ...asParent({}), resolve: ({ before }) => before as never }),
      after: t.field({ type: version, ...asParent({}), resolve: ({ after }) => after as never }),
      bodyChanges: t.field({ ...list('正文增删的段落。'), resolve: ({ bodyChanges }) => bodyChanges }),
      itemChanges: t.field({ ...list('检查项的差别，按编号。'), resolve: ({ itemChanges }) => itemChanges }),
      entryChanges: t.field({
        ...list('数据元的差别，按代码。'),
        resolve: ({ entryChanges }) => entryChanges,
      }),
    }),
  });
  builder.queryField('standardDifferences', (t) =>
    t.field({
      type: compared,
      nullable: true,
      ...publicFor(
        'PUBLISHED',
        basis([19], '比较同一标准的两个版本；不存在、无权查看或不是同一标准的为空。'),
      ),
      args: {
        before: t.arg.id({ required: true, description: '原来的版本。' }),
        after: t.arg.id({ required: true, description: '后来的版本。' }),
      },
      resolve: async (_, ids, context): Promise<Compared | null> => {
        const [before, after] = await seen(context, [ids.before, ids.after]);
        if (!before || !after || before.standardId !== after.standardId) return null;
        const entries = await readAllEntries(context.runtime.readDb, [before.id, after.id]);
        return {
          before,
          after,
          bodyChanges: bodyDifferences(before.body, after.body),
          itemChanges: differences(before.items.list, after.items.list, 'id', 'text'),
          entryChanges: differences(entries.get(before.id)!, entries.get(after.id)!, 'code', 'title'),
        };
      },
    }),
  );
}
