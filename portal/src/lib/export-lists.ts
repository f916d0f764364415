/// <reference path="../env.d.ts" />
import { DATA_ACTIVITIES, DATA_OPERATION_RESULTS } from '@zgt/schema/measure/data-operations.ts';
import type { Connection } from './api.ts';
import { DATA_OPERATIONS_QUERY, type DataOperation, dataOperationFilter } from './data-operations.ts';
import { formatInstant } from './dates.ts';
import { loadDuties } from './duties.ts';
import { enumLabel } from './enum-labels.ts';
import type { ExportCell, ExportSheet } from './export.ts';
import type { WorkItem } from './inbox.ts';
import { addDays, today } from './legal-days.ts';
import { loadNames } from './names.ts';
import { AUDIT_QUERY, WORK_ITEMS_QUERY } from './page-queries.ts';
import { listFilter, listOrder, type Register, type RegisterRecord } from './register.ts';
import { exported, exportQuery } from './register-queries.ts';
import { figureTables, loadSupervision, monthsFrom, spanOf } from './supervision.ts';

const PAGE = 100;

async function pageOf<Node>(
  locals: App.Locals,
  query: string,
  field: string,
  variables: Record<string, unknown>,
): Promise<Connection<Node>> {
  const { data, errors } = await locals.graphql<Record<string, Connection<Node>>>(query, variables);
  const page = data?.[field];
  if (!page || errors?.length)
    throw new Error(`a page of the export did not come: ${errors?.[0]?.message ?? 'no data'}`);
  return page;
}

/** Every page of a list, one after the other; a page that does not come ends it with an error, never as a shorter list. */
async function* eachOf<Node>(
  locals: App.Locals,
  query: string,
  field: string,
  variables: Record<string, unknown>,
): AsyncGenerator<Node> {
  let after: string | null = null;
  for (;;) {
    const page: Connection<Node> = await pageOf(locals, query, field, { ...variables, first: PAGE, after });
    for (const { node } of page.edges) yield node;
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}

async function* mapped<In>(
  source: AsyncIterable<In>,
  write: (one: In) => ExportCell[],
): AsyncGenerator<ExportCell[]> {
  for await (const one of source) yield write(one);
}

/** A register as the list of its page is filtered, with the particulars of each record in words. */
export function registerSheet(
  locals: App.Locals,
  register: Register,
  searchParams: URLSearchParams,
): ExportSheet {
  const filter = listFilter(register, locals.viewer.actingOrganization, searchParams);
  const columns = exported(register);
  const records = eachOf<RegisterRecord>(locals, exportQuery(register), 'page', {
    filter,
    order: listOrder(searchParams),
  });
  return {
    name: register.label,
    header: ['编号', '标题', '状态', '单位', ...columns.map(({ label }) => label), '登记于', '更新于'],
    rows: mapped(records, (record) => [
      record.number,
      record.title,
      record.statusLabel,
      record.organization?.name ?? null,
      ...columns.map((column) => column.read(record, enumLabel).value),
      formatInstant(record.createdAt),
      formatInstant(record.updatedAt),
    ]),
  };
}

async function workItemsSheet(
  locals: App.Locals,
  name: string,
  searchParams: URLSearchParams,
): Promise<ExportSheet> {
  const names = await loadNames(locals);
  const overdueOnly = searchParams.get('late') === '1';
  const items = eachOf<WorkItem>(locals, WORK_ITEMS_QUERY, 'workItems', { overdueOnly });
  return {
    name,
    header: ['种类', '编号', '标题', '状态', '单位', '已等工作日', '最迟', '剩余工作日', '逾期'],
    rows: mapped(items, (item) => [
      names.noun(item.noun),
      item.number,
      item.title,
      names.state(item.noun, item.state),
      item.organizationName,
      item.waitingWorkingDays,
      item.dueAt && formatInstant(item.dueAt),
      item.remainingWorkingDays,
      item.overdue ? '是' : '否',
    ]),
  };
}

/** A year back and ahead of today: what a period asks for in the address is shown on the page, the file has it all. */
async function dutiesSheet(locals: App.Locals): Promise<ExportSheet> {
  const now = today(locals);
  const names = await loadNames(locals);
  async function* duties() {
    // One answer tells of so many duties at most: a year of them is asked for month by month.
    for (let from = -360; from < 360; from += 30) {
      const { data, trouble } = await loadDuties(locals, addDays(now, from), addDays(now, from + 29));
      if (trouble !== null) throw new Error(`duties did not come: ${trouble}`);
      yield* data;
    }
  }
  async function* rows() {
    for await (const duty of duties())
      yield [
        duty.title,
        names.noun(duty.noun),
        duty.number,
        duty.recordTitle,
        duty.automatic ? '系统自动' : duty.owedByLabel,
        formatInstant(duty.dueAt),
        duty.endedAt && formatInstant(duty.endedAt),
        duty.overdue ? '是' : '否',
        duty.articles.map((article) => `第 ${article} 条`).join('、'),
      ];
  }
  return {
    name: '义务日历',
    header: ['应办', '种类', '编号', '标题', '由谁办', '最迟', '办结于', '逾期', '依据'],
    rows: rows(),
  };
}

/** One entry of the audit log, as its page and its files show it. */
export interface AuditEntry {
  at: string;
  noun: string;
  recordId: string | null;
  action: string;
  outcome: string;
  organizationName: string | null;
  reason: string | null;
  refusalCode: string | null;
  articles: number[];
  lane: number;
  seq: string;
  hash: string;
}

const OUTCOMES: Record<string, string> = { DONE: '已办', REFUSED: '不予办理', READ: '查阅' };

async function auditSheet(locals: App.Locals, searchParams: URLSearchParams): Promise<ExportSheet> {
  const names = await loadNames(locals);
  const entries = eachOf<AuditEntry>(
    locals,
    AUDIT_QUERY,
    'auditEntries',
    auditFilter(searchParams, locals.viewer.account!.id),
  );
  return {
    name: '审计日志',
    header: [
      '时刻',
      '种类',
      '动作',
      '结果',
      '单位',
      '理由',
      '拒绝代码',
      '依据',
      '记录',
      '链',
      '序号',
      '摘要',
    ],
    rows: mapped(entries, (entry) => [
      formatInstant(entry.at),
      names.noun(entry.noun),
      names.action(entry.noun, entry.action),
      OUTCOMES[entry.outcome] ?? entry.outcome,
      entry.organizationName,
      entry.reason,
      entry.refusalCode,
      entry.articles.map((article) => `第 ${article} 条`).join('、'),
      entry.recordId,
      entry.lane,
      entry.seq,
      entry.hash,
    ]),
  };
}

/** One table of the overview of supervision: the one that `table` names, over the span that the page shows. */
async function supervisionSheet(locals: App.Locals, searchParams: URLSearchParams): Promise<ExportSheet> {
  const span = spanOf(searchParams);
  const [names, { data, trouble }] = await Promise.all([loadNames(locals), loadSupervision(locals, span)]);
  if (!data) throw new Error(`the overview did not come: ${trouble}`);
  const tables = figureTables(data, monthsFrom(data.supervision.from, span), names);
  const table = tables[searchParams.get('table') ?? ''] ?? tables.late!;
  async function* rows() {
    yield* table.rows;
  }
  return { name: table.title, header: table.header, rows: rows() };
}

/** What the audit log is narrowed to by an address. */
export function auditFilter(searchParams: URLSearchParams, accountId: string): Record<string, unknown> {
  const chosen = (name: string) => searchParams.get(name)?.trim() || null;
  const dayAt = (name: string) => (/^20\d\d-\d\d-\d\d$/.test(chosen(name) ?? '') ? chosen(name) : null);
  const midnight = (day: string) => `${day}T00:00:00+08:00`;
  const [from, to] = [dayAt('from'), dayAt('to')];
  const article = /^([1-9]|[1-6]\d|7[0-7])$/.test(chosen('article') ?? '') ? Number(chosen('article')) : null;
  return {
    noun: chosen('noun'),
    action: chosen('action'),
    accountId: chosen('by') === 'me' ? accountId : null,
    recordId: chosen('record'),
    article,
    from: from && midnight(from),
    to: to && midnight(addDays(to, 1)),
  };
}

async function dataOperationsSheet(locals: App.Locals, searchParams: URLSearchParams): Promise<ExportSheet> {
  const operations = eachOf<DataOperation>(
    locals,
    DATA_OPERATIONS_QUERY,
    'dataOperations',
    dataOperationFilter(searchParams),
  );
  return {
    name: '公共数据操作',
    header: [
      '操作时刻',
      '记入时刻',
      '单位',
      '操作者代号',
      '操作',
      '数据资源',
      '记录或指纹',
      '目的',
      '数据使用申请',
      '结果',
      '链',
      '序号',
      '前一条摘要',
      '摘要',
    ],
    rows: mapped(operations, (one) => [
      formatInstant(one.operatedAt),
      formatInstant(one.loggedAt),
      one.organizationName,
      one.actor,
      DATA_ACTIVITIES[one.activity],
      one.resource,
      one.reference,
      one.purpose,
      one.dataUseRequest,
      DATA_OPERATION_RESULTS[one.result],
      one.lane,
      one.seq,
      one.previousHash,
      one.hash,
    ]),
  };
}

/** Lists of the work area that are no register, by the last part of their address. */
export const WORK_LISTS: Readonly<
  Record<string, (locals: App.Locals, searchParams: URLSearchParams) => Promise<ExportSheet>>
> = {
  queue: (locals, searchParams) => workItemsSheet(locals, '待办', searchParams),
  approvals: (locals, searchParams) => workItemsSheet(locals, '待审批', searchParams),
  duties: dutiesSheet,
  audit: auditSheet,
  'data-operations': dataOperationsSheet,
  supervision: supervisionSheet,
};
