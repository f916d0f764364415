import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { HOTLINE_TOPICS, type HotlineTopic, isGovernmentTopic, lineFor } from '../choices-hotline.ts';
import { readKnown } from '../subjects/store.ts';
import type { HotlineTicketRow } from '../tables.ts';
import { hashCode, newCode } from './code.ts';
import { encryptContact } from './contact.ts';
import { hotlineTicketLifecycle } from './lifecycle.ts';

/** The register of tickets; each belongs to the project company, whoever asked. */
export const hotlineTicket = noun<HotlineTicketRow>({
  lifecycle: hotlineTicketLifecycle,
  table: 'operations.hotlineTicket',
  numberPrefix: 'RX',
  discloses: '查询码：凭工单编号和它查看办理情况和答复。只在提交之后给出一次。',
  searchColumns: ['question', 'externalNumber'],
  title: ({ topic, question }) => `${HOTLINE_TOPICS[topic as HotlineTopic]}：${question.slice(0, 30)}`,
  effects: {
    open: async ({ tx, input, record, runtime, disclose }) => {
      const company = await singletonOf(tx, 'PROJECT_COMPANY');
      if (!company)
        return {
          refusal: refuse('VALIDATION', {
            details: [{ path: '', message: '还没有登记项目公司，暂时无人受理；政府业务请拨打 12345' }],
          }),
        };
      const { contact, ...asked } = input;
      if (input.appId !== null && (await readKnown(tx, [input.appId])).get(input.appId)?.noun !== 'App')
        return {
          refusal: refuse('VALIDATION', { details: [{ path: 'appId', message: '应用：没有这个应用' }] }),
        };
      const code = newCode();
      disclose(code);
      const governmentRelated = isGovernmentTopic(input.topic as string);
      return {
        columns: {
          ...(asked as Partial<HotlineTicketRow>),
          organizationId: company.id,
          channel: 'PORTAL',
          governmentRelated,
          line: lineFor(governmentRelated),
          contactCipher: encryptContact(runtime.keys, contact as string | null, record.id),
          codeHash: hashCode(code),
        },
      };
    },
    route: async () => ({ columns: {} }),
    reclassify: async ({ input, record }) => {
      const governmentRelated = input.relation === 'GOVERNMENT';
      return {
        columns: { governmentRelated, line: lineFor(governmentRelated) },
        details: { from: record.line, to: lineFor(governmentRelated) },
      };
    },
    answer: async ({ input, now }) => ({ columns: { answer: input.answer as string, answeredAt: now } }),
    recordAnswer: async ({ input, now }) => ({
      columns: { answer: input.answer as string, answeredAt: now },
    }),
    relayAnswer: async ({ input, now }) => ({ columns: { answer: input.answer as string, answeredAt: now } }),
  },
});
