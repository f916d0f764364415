import { act } from '@zgt/runtime/lifecycle/act.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { checkText } from '@zgt/runtime/validation/text.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { HOTLINE_TOPICS } from '../choices-hotline.ts';
import { hotlineTicket } from './actions.ts';
import { findByNumber, findReceived } from './store.ts';

const LONGEST = 4000;

export type Received = { ticketNumber: string; status: string } | { refusal: Refusal };

const invalid = (path: string, message: string): Received => ({
  refusal: refuse('VALIDATION', { details: [{ path, message }] }),
});

/** Takes the answer of the 12345 platform to a ticket that was handed over; the same answer again changes nothing. */
export async function receiveAnswer(
  runtime: Runtime,
  message: Readonly<Record<string, unknown>>,
): Promise<Received> {
  const { ticketNumber, answer } = message;
  const text = checkText(String(answer ?? ''), { min: 1, max: LONGEST, multiline: true });
  if (!text.ok) return invalid('answer', `答复：${text.reason}`);
  const ticket = await findByNumber(runtime.db, String(ticketNumber ?? '').slice(0, 32));
  if (!ticket || ticket.line !== 'GOV_12345') return { refusal: refuse('NOT_FOUND') };
  if (ticket.answer === text.value) return { ticketNumber: ticket.number, status: ticket.state };
  const { record, refusal } = await act(runtime, hotlineTicket, 'recordAnswer', {
    context: systemRequest(),
    id: ticket.id,
    input: { answer: text.value },
  });
  return refusal ? { refusal } : { ticketNumber: record.number, status: record.state };
}

/** Takes a ticket that the 12345 platform hands over; the same one again is known by the number that it has there. */
export async function receiveTicket(
  runtime: Runtime,
  message: Readonly<Record<string, unknown>>,
): Promise<Received> {
  const { externalNumber, topic, question } = message;
  if (typeof externalNumber !== 'string' || !/^[\w-]{1,64}$/.test(externalNumber))
    return invalid('externalNumber', '对方的工单编号：应为 1 到 64 个字母、数字、连字符或下划线');
  if (typeof topic !== 'string' || !Object.hasOwn(HOTLINE_TOPICS, topic))
    return invalid('topic', `所问的事：应为 ${Object.keys(HOTLINE_TOPICS).join('、')} 之一`);
  const text = checkText(String(question ?? ''), { min: 1, max: LONGEST, multiline: true });
  if (!text.ok) return invalid('question', `问题：${text.reason}`);
  const known = await findReceived(runtime.db, externalNumber);
  if (known) return { ticketNumber: known.number, status: known.state };
  const company = await singletonOf(runtime.db, 'PROJECT_COMPANY');
  if (!company) return { refusal: refuse('NOT_FOUND') };
  const { record, refusal } = await act(runtime, hotlineTicket, 'receive', {
    context: systemRequest(),
    organizationId: company.id,
    input: {
      channel: 'GOV_12345',
      topic,
      question: text.value,
      governmentRelated: false,
      line: 'DEDICATED',
      externalNumber,
    },
  });
  if (record) return { ticketNumber: record.number, status: record.state };
  if (refusal.code !== 'ALREADY_EXISTS') return { refusal };
  const other = (await findReceived(runtime.db, externalNumber))!;
  return { ticketNumber: other.number, status: other.state };
}
