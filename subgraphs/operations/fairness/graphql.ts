import { addDays, endOfShanghaiDay, startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { badInput, demandParty } from '../request.ts';
import { type Applicant, applicantsOf, type Decision, decisionsOf, type Waiting } from './reckon.ts';
import { UNIT_REQUESTS } from './requests.ts';
import { readDecisions, readWaiting } from './store.ts';

const MOST_DAYS = 92;
const MOST = 2000;

interface Report {
  decisions: Decision[];
  applicants: Applicant[];
  queue: Waiting[];
  isCut: boolean;
}

/** How units' requests were treated, reckoned from the log and the queue each time: there is no second book (article 46, duty 46.1). */
export function addFairness(builder: Builder): void {
  const decision = builder.objectRef<Decision>('FairnessDecision').implement({
    description: '对一个单位的申请作出的一次决定。',
    fields: (t) => ({
      recordId: t.exposeID('recordId', { description: '申请的 id。' }),
      number: t.exposeString('number', { description: '申请的编号。' }),
      title: t.exposeString('title', { description: '申请的标题。' }),
      requestLabel: t.string({
        description: '申请的是什么。',
        resolve: ({ noun }) => UNIT_REQUESTS[noun]!.label,
      }),
      organizationName: t.exposeString('organizationName', { description: '申请单位。' }),
      actionLabel: t.exposeString('actionLabel', { description: '怎样决定。' }),
      isRefused: t.exposeBoolean('isRefused', { description: '是否不利于单位。' }),
      reason: t.exposeString('reason', { nullable: true, description: '理由；不利的决定必有。' }),
      waitingSince: t.expose('waitingSince', { type: 'DateTime', description: '从何时起等待这一决定。' }),
      decidedAt: t.expose('decidedAt', { type: 'DateTime', description: '决定的时刻。' }),
      workingDays: t.exposeInt('workingDays', { description: '等了几个工作日。' }),
      overtook: t.exposeInt('overtook', {
        description: '决定时，同一环节有几件等得更久而还没有决定。',
      }),
    }),
  });
  const applicant = builder.objectRef<Applicant>('FairnessApplicant').implement({
    description: '一个单位在这段日期里受到的对待。',
    fields: (t) => ({
      organizationId: t.exposeID('organizationId', { description: '单位所属组织的 id。' }),
      organizationName: t.exposeString('organizationName', { description: '单位。' }),
      decisions: t.exposeInt('decisions', { description: '决定的件数。' }),
      refusals: t.exposeInt('refusals', { description: '其中不利的件数。' }),
      averageHours: t.exposeFloat('averageHours', { description: '平均等了多少小时。' }),
      longestHours: t.exposeFloat('longestHours', { description: '最久的等了多少小时。' }),
    }),
  });
  const waiting = builder.objectRef<Waiting>('FairnessWaiting').implement({
    description: '正在等待决定的一件申请。',
    fields: (t) => ({
      recordId: t.exposeID('recordId', { description: '申请的 id。' }),
      number: t.exposeString('number', { description: '申请的编号。' }),
      title: t.exposeString('title', { description: '申请的标题。' }),
      requestLabel: t.string({
        description: '申请的是什么。',
        resolve: ({ noun }) => UNIT_REQUESTS[noun]!.label,
      }),
      organizationName: t.exposeString('organizationName', { description: '申请单位。' }),
      since: t.expose('since', { type: 'DateTime', description: '从何时起等待。' }),
    }),
  });
  const report = builder.objectRef<Report>('FairnessReport').implement({
    description: '各单位的申请怎样办理：多久作出决定、有没有插队、现在谁在等。',
    fields: (t) => ({
      decisions: t.field({
        type: [decision],
        description: '各次决定，后作出的在前。',
        resolve: (row) => row.decisions,
      }),
      applicants: t.field({
        type: [applicant],
        description: '按单位汇总，平均等得最久的在前。',
        resolve: (row) => row.applicants,
      }),
      queue: t.field({
        type: [waiting],
        description: '现在等待决定的，等得最久的在前。',
        resolve: (row) => row.queue,
      }),
      isCut: t.exposeBoolean('isCut', {
        description: `决定或等待的超过 ${MOST} 件，只列了其中 ${MOST} 件；请缩短日期。`,
      }),
    }),
  });
  builder.queryField('fairness', (t) =>
    t.field({
      type: report,
      ...basis(
        [46],
        `一段日期内对各单位申请的决定，从审计日志统计；只有管理单位可以查看。最多 ${MOST_DAYS} 天。`,
      ),
      args: {
        from: t.arg({ type: 'Date', required: true, description: '第一天。' }),
        to: t.arg({ type: 'Date', required: true, description: '最后一天（含）。' }),
      },
      resolve: async (_, { from, to }, context) => {
        demandParty(context, ['MANAGEMENT_UNIT'], '管理单位');
        if (to < from) throw badInput('to 不能早于 from。');
        if (addDays(from, MOST_DAYS) < to) throw badInput(`from 到 to 最多 ${MOST_DAYS} 天。`);
        const { readDb, calendar } = context.runtime;
        const logged = await readDecisions(readDb, startOfShanghaiDay(from), endOfShanghaiDay(to), MOST);
        const queue = await readWaiting(readDb, MOST);
        const decisions = decisionsOf(logged, queue, calendar());
        return {
          decisions,
          applicants: applicantsOf(decisions),
          queue,
          isCut: logged.length === MOST || queue.length === MOST,
        };
      },
    }),
  );
}
