import { now } from '@zgt/runtime/clock.ts';
import type { EventHandler } from '@zgt/runtime/jobs/queue.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import type { HotlineTicketRow } from '../tables.ts';
import { hotlineTicket } from './actions.ts';
import { type HotlineConnector, SIGNATURE_HEADER, signatureOf, TIMESTAMP_HEADER } from './signature.ts';
import { findTicket, noteTaken, waitingAnswers, waitingTransfers } from './store.ts';

const TIMEOUT_MS = 5000;
const RESEND_AFTER_MS = 120_000;
const RESENT_AT_ONCE = 20;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
/** What an answer with one of these says is about this platform or this moment; any other refusal is about one message. */
const NOT_ABOUT_THE_MESSAGE = [401, 403, 408, 425, 429];

/** The other side understood the message and does not take it; others may fare better. */
class MessageRefused extends Error {}

/** Sends one message; the same key every time lets the other side take it once. Throws when it was not taken. */
async function post(
  { url, secret }: HotlineConnector,
  path: string,
  key: string,
  message: object,
): Promise<Record<string, unknown>> {
  const body = JSON.stringify(message);
  const timestamp = String(Math.floor(now().getTime() / 1000));
  const answer = await fetch(`${url.replace(/\/$/, '')}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      [TIMESTAMP_HEADER]: timestamp,
      [SIGNATURE_HEADER]: signatureOf(secret, timestamp, body),
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) {
    const { status } = answer;
    const Fault = status < 500 && !NOT_ABOUT_THE_MESSAGE.includes(status) ? MessageRefused : Error;
    throw new Fault(`the 12345 platform answered ${status} to ${path}`);
  }
  return (await answer.json()) as Record<string, unknown>;
}

/** Hands a ticket over and takes down the number that it has there; nothing when it is handed over already. */
async function sendTransfer(
  runtime: Runtime,
  connector: HotlineConnector,
  ticket: HotlineTicketRow,
  requestId: string,
): Promise<void> {
  const { number, topic, question, transferNote } = ticket;
  const taken = await post(connector, '/tickets', `transfer:${number}`, {
    ticketNumber: number,
    topic,
    question,
    note: transferNote,
  });
  if (typeof taken.externalNumber !== 'string' || !/^[\w-]{1,64}$/.test(taken.externalNumber))
    throw new MessageRefused(
      'the 12345 platform gave no externalNumber: expected 1 to 64 letters, digits, hyphens or underscores',
    );
  const { refusal } = await act(runtime, hotlineTicket, 'confirmTransfer', {
    context: systemRequest(requestId),
    id: ticket.id,
    input: { externalNumber: taken.externalNumber },
  });
  // Taken over by hand, or answered, while it was on its way.
  if (refusal && refusal.code !== 'ILLEGAL_TRANSITION')
    throw new Error(`handing over ${number} was refused: ${refusal.code}`);
}

/** Tells the other line what its ticket was answered with, and notes that it took the answer. */
async function sendAnswer(
  runtime: Runtime,
  connector: HotlineConnector,
  { id, number, externalNumber, answer, answeredAt }: HotlineTicketRow,
): Promise<void> {
  await post(connector, '/answers', `answer:${number}`, {
    ticketNumber: number,
    externalNumber,
    answer,
    answeredAt,
  });
  await noteTaken(runtime.db, id, now());
}

/** What follows of tickets that leave for the other line, or are answered for it; without a connector people do it by hand. */
export function hotlineHandlers(
  runtime: Runtime,
  connector: HotlineConnector | null,
): Record<string, EventHandler[]> {
  if (!connector) return {};
  return {
    transferHotlineTicket: [
      async ({ recordId }, jobId) => {
        const ticket = await findTicket(runtime.db, recordId);
        if (ticket?.state === 'TRANSFERRING') await sendTransfer(runtime, connector, ticket, jobId);
      },
    ],
    answerHotlineTicket: [
      async ({ recordId }) => {
        const ticket = await findTicket(runtime.db, recordId);
        if (ticket?.channel === 'GOV_12345' && ticket.answerTakenAt === null)
          await sendAnswer(runtime, connector, ticket);
      },
    ],
  };
}

/** Sends the tickets of one kind that wait, the oldest first; returns how many were taken. Ends when the other side is down. */
async function sendWaiting(
  runtime: Runtime,
  waiting: (after: string) => Promise<HotlineTicketRow[]>,
  send: (ticket: HotlineTicketRow) => Promise<void>,
): Promise<number> {
  let taken = 0;
  for (let after = FIRST_ID; ; ) {
    const tickets = await waiting(after);
    for (const ticket of tickets)
      try {
        await send(ticket);
        taken += 1;
      } catch (error) {
        runtime.log.warn({ err: error, ticket: ticket.number }, 'ticket not handed over');
        // The other side is down: the next tick is soon enough for the rest.
        if (!(error instanceof MessageRefused)) return taken;
      }
    if (tickets.length < RESENT_AT_ONCE) return taken;
    after = tickets.at(-1)!.id;
  }
}

/** Tries again to hand over, and to answer, what the job queue has given up on; returns how many were taken. Duty 59.3. */
export async function resendTickets(
  runtime: Runtime,
  connector: HotlineConnector | null,
  at: Date,
): Promise<number> {
  if (!connector) return 0;
  const { db } = runtime;
  const before = new Date(at.getTime() - RESEND_AFTER_MS);
  const transfers = await sendWaiting(
    runtime,
    (after) => waitingTransfers(db, before, after, RESENT_AT_ONCE),
    (ticket) => sendTransfer(runtime, connector, ticket, ticket.id),
  );
  const answers = await sendWaiting(
    runtime,
    (after) => waitingAnswers(db, before, after, RESENT_AT_ONCE),
    (ticket) => sendAnswer(runtime, connector, ticket),
  );
  return transfers + answers;
}
