import { sql } from 'kysely';
import { endOfShanghaiDay, type WorkCalendar } from '../calendar/work-calendar.ts';
import { now } from '../clock.ts';
import type { Db, Tx } from '../database/open.ts';
import { newId } from '../id.ts';
import { act } from '../lifecycle/act.ts';
import type { Noun } from '../lifecycle/noun.ts';
import type { Runtime } from '../runtime.ts';
import { systemRequest } from '../viewer.ts';

/** Where the records of a noun live: the runtime whose database role may write them. */
export type NounRegistry = ReadonlyMap<string, { noun: Noun; runtime: Runtime }>;

const BATCH = 100;

interface Due {
  id: string;
  noun: string;
  recordId: string;
  name: string;
  dueAt: Date;
  title: string;
  articles: number[];
  owedBy: string;
  organizationId: string;
  action: string | null;
  reminder: boolean;
}

/**
 * Who is told besides by another clock of the record that ends at the same instant: everybody, when this clock was told
 * as late before and an action only started it anew; the management unit, when it hears of the record by another one
 * that is late too, which is the first of them by name.
 */
async function alreadyTold(tx: Tx, due: Due): Promise<{ everybody: boolean; managementUnit: boolean }> {
  const others = await tx
    .selectFrom('runtime.deadline')
    .select(['name', 'endedAt', 'firedAt'])
    .where('recordId', '=', due.recordId)
    .where('dueAt', '=', due.dueAt)
    .where('id', '!=', due.id)
    .where('action', 'is', null)
    .where('reminder', '=', due.reminder)
    .execute();
  return {
    everybody: others.some(({ name, firedAt }) => name === due.name && firedAt !== null),
    managementUnit: others.some(({ name, endedAt }) => endedAt === null && name < due.name),
  };
}

/** Tells those who owe it, and the management unit, that a deadline passed or a reminder is due; once, in the transaction that marks it. */
async function markLate(db: Db, due: Due, at: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const marked = await tx
      .updateTable('runtime.deadline')
      .set({ firedAt: at })
      .where('id', '=', due.id)
      .where('firedAt', 'is', null)
      .where('endedAt', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!marked) return;
    const known = await alreadyTold(tx, due);
    if (known.everybody) return;
    const told = await tx
      .selectFrom('runtime.organization')
      .select('id')
      .where('status', '=', 'ACTIVE')
      .where((where) =>
        where.or([
          ...(known.managementUnit ? [] : [where('party', '=', 'MANAGEMENT_UNIT')]),
          due.owedBy === 'OWNER' ? where('id', '=', due.organizationId) : where('party', '=', due.owedBy),
        ]),
      )
      .execute();
    if (told.length === 0) return;
    await tx
      .insertInto('runtime.notification')
      .values(
        told.map(({ id }) => ({
          id: newId(),
          organizationId: id,
          noun: due.noun,
          recordId: due.recordId,
          action: due.reminder ? 'reminder' : 'overdue',
          title: `${due.reminder ? '提醒' : '逾期'}：${due.title}`,
          body: due.reminder ? '临近期限，请及早办理。' : '时限已过而尚未办理，请尽快办理并说明原因。',
          articles: due.articles,
          createdAt: at,
          readAt: null,
        })),
      )
      .execute();
  });
}

/** The deadlines that are due after one of them, in their order. */
function dueAfterThat(db: Db, at: Date, last: Due | undefined): Promise<Due[]> {
  return db
    .selectFrom('runtime.deadline')
    .select([
      'id',
      'noun',
      'recordId',
      'name',
      'title',
      'articles',
      'owedBy',
      'organizationId',
      'action',
      'reminder',
      'dueAt',
    ])
    .where('endedAt', 'is', null)
    .where('firedAt', 'is', null)
    .where('dueAt', '<=', at)
    .$if(last !== undefined, (query) =>
      query.where(sql<boolean>`(due_at, id) > (${last!.dueAt}::timestamptz, ${last!.id}::uuid)`),
    )
    .orderBy('dueAt')
    .orderBy('id')
    .limit(BATCH)
    .execute();
}

/**
 * Fires every deadline that has passed: takes its action as the system, or tells that it is late. Each fires once;
 * several workers may run this at the same time, and one that dies leaves its deadlines to the next. One that cannot be
 * fired holds up no other: it is tried again the next time, and what went wrong is thrown when all others are done.
 */
export async function fireDeadlines(db: Db, registry: NounRegistry): Promise<number> {
  let fired = 0;
  const failures: unknown[] = [];
  for (let last: Due | undefined; ; ) {
    const at = now();
    const batch = await dueAfterThat(db, at, last);
    for (const due of batch)
      try {
        if (due.action === null) await markLate(db, due, at);
        else await takeAction(db, registry, due, at);
        fired++;
      } catch (error) {
        failures.push(error);
      }
    if (batch.length < BATCH) break;
    last = batch.at(-1);
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} deadlines were not fired`);
  return fired;
}

async function takeAction(db: Db, registry: NounRegistry, due: Due, at: Date): Promise<void> {
  const place = registry.get(due.noun);
  if (!place) throw new Error(`no register for ${due.noun}, whose deadline ${due.name} fell due`);
  const outcome = await act(place.runtime, place.noun, due.action!, {
    context: systemRequest(due.id),
    id: due.recordId,
    deadlineId: due.id,
  });
  if (outcome.refusal)
    place.runtime.log.warn({ deadline: due.id, refusal: outcome.refusal.code }, 'timer refused');
  await db.updateTable('runtime.deadline').set({ firedAt: at }).where('id', '=', due.id).execute();
}

/** Counts provisional ends again, once the holidays of the year that they reached into are known. */
export async function recountProvisional(db: Db, calendar: WorkCalendar): Promise<number> {
  const rows = await db
    .selectFrom('runtime.deadline')
    .select(['id', 'recordId', 'dueAt', 'countedFrom', 'workingDays'])
    .where('provisional', '=', true)
    .where('endedAt', 'is', null)
    .where('firedAt', 'is', null)
    .where('workingDays', 'is not', null)
    .execute();
  let settled = 0;
  for (const { id, recordId, dueAt, countedFrom, workingDays } of rows) {
    const end = calendar.nthWorkingDayAfter(workingDays!, countedFrom!);
    if (end.provisional) continue;
    const settledAt = endOfShanghaiDay(end.date);
    await db.transaction().execute(async (tx) => {
      await tx
        .updateTable('runtime.deadline')
        .set({ dueAt: settledAt, provisional: false })
        .where('id', '=', id)
        .where('endedAt', 'is', null)
        .execute();
      await tx
        .updateTable('runtime.item')
        .set({ dueAt: settledAt })
        .where('recordId', '=', recordId)
        .where('dueAt', '=', dueAt)
        .execute();
    });
    settled++;
  }
  return settled;
}
