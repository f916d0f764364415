import { appendAudit } from '@zgt/runtime/audit/append.ts';
import { now } from '@zgt/runtime/clock.ts';
import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { connectionOf } from '@zgt/runtime/graphql/connection.ts';
import { pageSize } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { isId } from '@zgt/runtime/id.ts';
import { ARTICLES } from '@zgt/schema/measure/articles.ts';
import { PARTY_KINDS } from '@zgt/schema/parties.ts';
import { badInput, decodeCursor, demandParty, encodeCursor, INSTANT } from '../request.ts';
import { type AuditEntryRow, readAuditEntries } from './store.ts';

interface Body {
  requestId: string;
  articles: number[];
  reason?: string | null;
  refusal?: { code: string };
}

const MAX_FILTER = 100;

const isArticle = (number: number) => number >= 1 && number <= ARTICLES.length;

const bodyOf = (row: AuditEntryRow) => JSON.parse(row.body) as Body;
const cursorOf = (row: AuditEntryRow) => encodeCursor([row.at.toISOString(), String(row.lane), row.seq]);

/** The audit log: all of it for the management unit, its own doings for everyone else; reading it is logged too (article 69). */
export function addAuditEntries(builder: Builder, shared: SharedTypes): void {
  const entry = builder.objectRef<AuditEntryRow>('AuditEntry').implement({
    ...basis([69], '审计日志的一条：只可追加，逐条以摘要相链。'),
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime' }),
      lane: t.exposeInt('lane', { description: '所在的链。' }),
      seq: t.exposeString('seq', { description: '链内的序号。' }),
      noun: t.exposeString('noun'),
      recordId: t.exposeID('recordId', { nullable: true }),
      action: t.exposeString('action'),
      outcome: t.exposeString('outcome', { description: 'DONE 已办理；REFUSED 被拒绝；READ 查阅。' }),
      organizationName: t.exposeString('organizationName', {
        nullable: true,
        description: '办理人代表的单位。',
      }),
      articles: t.intList({ resolve: (row) => bodyOf(row).articles }),
      refusalCode: t.string({ nullable: true, resolve: (row) => bodyOf(row).refusal?.code ?? null }),
      reason: t.string({ nullable: true, resolve: (row) => bodyOf(row).reason ?? null }),
      requestId: t.string({ resolve: (row) => bodyOf(row).requestId }),
      hash: t.exposeString('hash', { description: '到这一条为止的链摘要（SHA-256，十六进制）。' }),
    }),
  });
  const connection = connectionOf(builder, shared, 'AuditEntry', entry, cursorOf);
  builder.queryField('auditEntries', (t) =>
    t.field({
      type: connection,
      ...basis([69], '审计日志，新的在前：管理单位看全部，其他单位看本单位人员的；每次查阅也留一条记录。'),
      args: {
        first: t.arg.int({ description: '每页条数，1 到 100，默认 20。' }),
        after: t.arg.string({ description: '上一页的 endCursor。' }),
        noun: t.arg.string({ description: '只要这一种类的记录。' }),
        recordId: t.arg.id({ description: '只要这一条记录的。' }),
        action: t.arg.string({ description: '只要这一动作。' }),
        accountId: t.arg.string({ description: '只要这一账号办理的。' }),
        article: t.arg.int({ description: '只要依据这一条的，1 到 77。' }),
        from: t.arg({ type: 'DateTime', description: '从此刻起（含）。' }),
        to: t.arg({ type: 'DateTime', description: '到此刻止（不含）。' }),
      },
      resolve: async (_, { first, after, ...given }, context) => {
        const { runtime, viewer } = context;
        demandParty(context, PARTY_KINDS, '代表单位的账号');
        const size = pageSize(first);
        const position = decodeCursor(after, [INSTANT, /^\d{1,3}$/, /^\d{1,18}$/]);
        for (const name of ['noun', 'action', 'accountId'] as const)
          if ((given[name]?.length ?? 0) > MAX_FILTER) throw badInput(`${name} 最多 ${MAX_FILTER} 字。`);
        if (given.recordId && !isId(given.recordId)) throw badInput('recordId 应为记录的 id。');
        if (given.article != null && !isArticle(given.article))
          throw badInput('article 应为 1 到 77 的条号。');
        const filter = {
          ...given,
          from: given.from ? new Date(given.from) : null,
          to: given.to ? new Date(given.to) : null,
        };
        return runtime.db.transaction().execute(async (tx) => {
          const rows = await readAuditEntries(
            tx,
            viewer.party === 'MANAGEMENT_UNIT' ? null : viewer.organizationId,
            filter,
            size,
            position && { at: position[0]!, lane: position[1]!, seq: position[2]! },
          );
          await appendAudit(tx, context, now(), {
            noun: 'AuditEntry',
            recordId: null,
            action: 'auditEntries',
            outcome: 'READ',
            articles: [69],
            details: { ...given, first: size, after: after ?? null },
          });
          return { rows: rows.slice(0, size), hasNextPage: rows.length > size };
        });
      },
    }),
  );
}
