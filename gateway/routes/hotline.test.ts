import { createServer, type Server } from 'node:http';
import { hotlineTicket } from '@zgt/operations/hotline-ticket/actions.ts';
import { hotlineHandlers, resendTickets } from '@zgt/operations/hotline-ticket/send.ts';
import { signatureFault, signatureOf } from '@zgt/operations/hotline-ticket/signature.ts';
import { openWorld, type World } from '@zgt/operations/testing/world.ts';
import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hotlineRoutes } from './hotline.ts';

const SECRET = 'a secret that both platforms share';
const NINE = '2026-11-23T09:00:00+08:00';

interface Arrived {
  path: string;
  key: string | undefined;
  signature: string | null;
  body: any;
}

/** A 12345 platform on a real port: takes each key once, and answers as it is told to. */
async function openPlatform() {
  const arrived: Arrived[] = [];
  const known = new Map<string, string>();
  const platform = {
    status: 200,
    refuses: (_body: any): boolean => false,
    arrived,
    url: '',
    close: async () => undefined as void,
  };
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const header = (name: string) => request.headers[name] as string | undefined;
    const key = header('idempotency-key');
    arrived.push({
      path: request.url!,
      key,
      signature: signatureFault(
        SECRET,
        { timestamp: header('x-zgt-timestamp'), signature: header('x-zgt-signature'), body },
        now(),
      ),
      body: JSON.parse(body),
    });
    const status = platform.refuses(JSON.parse(body)) ? 422 : platform.status;
    if (status !== 200) {
      response.writeHead(status).end('{}');
      return;
    }
    if (!known.has(key!)) known.set(key!, `GX-${known.size + 1}`);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ externalNumber: known.get(key!) }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  platform.url = `http://127.0.0.1:${(server.address() as { port: number }).port}/hotline`;
  platform.close = () => new Promise<void>((closed) => server.close(() => closed()));
  return platform;
}

let world: World;
let platform: Awaited<ReturnType<typeof openPlatform>>;
let front: FastifyInstance;
beforeAll(async () => {
  world = await openWorld(NINE);
  platform = await openPlatform();
  front = Fastify();
  await front.register(hotlineRoutes({ runtime: world.runtime, connector: connector() }));
}, 60_000);
afterAll(async () => {
  await front?.close();
  await platform?.close();
  await world?.runtime.close();
});
beforeEach(() => {
  startClockAt(NINE);
  platform.status = 200;
  platform.refuses = () => false;
  platform.arrived.length = 0;
});

const connector = () => ({ url: platform.url, secret: SECRET });

const transferring = async () => {
  const { id, number } = await world.take(hotlineTicket, 'open', ANONYMOUS, {
    input: { topic: 'POLICY', question: '怎样办理居住证？' },
  });
  const ticket = await world.take(hotlineTicket, 'transfer', world.company, {
    id,
    input: { transferNote: '请答复' },
  });
  return { id, number, ticket };
};
const handle = async (name: string, id: string) => {
  const event = { name, recordId: id, organizationId: '', state: '' };
  for (const one of hotlineHandlers(world.runtime, connector())[name]!) await one(event, 'job-1');
};
const ticketOf = async (id: string) => {
  const { hotlineTicket: asked } = await world.ask(
    world.company,
    'query ($id: ID!) { hotlineTicket(id: $id) { number status externalNumber answer } }',
    { id },
  );
  return asked;
};
const send = async (path: string, message: unknown, more: { timestamp?: string; secret?: string } = {}) => {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  const timestamp = more.timestamp ?? String(Math.floor(now().getTime() / 1000));
  const answer = await front.inject({
    method: 'POST',
    url: path,
    headers: {
      'content-type': 'application/json',
      'x-zgt-timestamp': timestamp,
      'x-zgt-signature': signatureOf(more.secret ?? SECRET, timestamp, body),
    },
    payload: body,
  });
  return { status: answer.statusCode, body: answer.json() };
};

describe('a ticket is handed over to the 12345 platform (article 59)', () => {
  it('signed, and taken once however often it is sent [duty 59.3]', async () => {
    const { id, number } = await transferring();
    await handle('transferHotlineTicket', id);
    await handle('transferHotlineTicket', id);
    expect(platform.arrived).toEqual([
      {
        path: '/hotline/tickets',
        key: `transfer:${number}`,
        signature: null,
        body: { ticketNumber: number, topic: 'POLICY', question: '怎样办理居住证？', note: '请答复' },
      },
    ]);
    expect(await ticketOf(id)).toMatchObject({ number, status: 'TRANSFERRED', externalNumber: 'GX-1' });
  });

  it('waits while the other side is down, and goes when it is back, under the same key and number [duty 59.3]', async () => {
    platform.status = 503;
    const { id, number } = await transferring();
    await expect(handle('transferHotlineTicket', id)).rejects.toThrow('answered 503');
    expect(await ticketOf(id)).toMatchObject({ number, status: 'TRANSFERRING', externalNumber: null });
    startClockAt('2026-11-23T09:01:00+08:00');
    expect(await resendTickets(world.runtime, connector(), now())).toBe(0);
    expect(platform.arrived).toHaveLength(1);
    startClockAt('2026-11-23T09:03:00+08:00');
    expect(await resendTickets(world.runtime, connector(), now())).toBe(0);
    expect(platform.arrived).toHaveLength(2);
    platform.status = 200;
    expect(await resendTickets(world.runtime, connector(), now())).toBe(1);
    expect(new Set(platform.arrived.map(({ key }) => key))).toEqual(new Set([`transfer:${number}`]));
    expect(await ticketOf(id)).toMatchObject({ number, status: 'TRANSFERRED' });
    expect(await resendTickets(world.runtime, connector(), now())).toBe(0);
  });

  it('one that the other side does not take holds up no other [duty 59.3]', async () => {
    const [wrong, other] = [await transferring(), await transferring()];
    platform.refuses = (body) => body.ticketNumber === wrong.number;
    startClockAt('2026-11-23T09:03:00+08:00');
    expect(await resendTickets(world.runtime, connector(), now())).toBe(1);
    expect((await ticketOf(wrong.id)).status).toBe('TRANSFERRING');
    expect((await ticketOf(other.id)).status).toBe('TRANSFERRED');
    platform.refuses = () => false;
    expect(await resendTickets(world.runtime, connector(), now())).toBe(1);
    expect((await ticketOf(wrong.id)).status).toBe('TRANSFERRED');
  });

  it('stays where it is when the other side cannot be reached at all', async () => {
    const { id } = await transferring();
    const nowhere = { url: 'http://127.0.0.1:1/hotline', secret: SECRET };
    const [send] = hotlineHandlers(world.runtime, nowhere).transferHotlineTicket!;
    await expect(
      send!({ name: 'transferHotlineTicket', recordId: id, organizationId: '', state: '' }, 'job-1'),
    ).rejects.toThrow();
    expect((await ticketOf(id)).status).toBe('TRANSFERRING');
    expect(hotlineHandlers(world.runtime, null)).toEqual({});
  });
});

describe('the 12345 platform sends back (article 59)', () => {
  it('the answer, which the user sees under the same number; once more changes nothing [duty 59.3]', async () => {
    const { id, number } = await transferring();
    await handle('transferHotlineTicket', id);
    const message = { ticketNumber: number, answer: '持身份证到派出所办理。' };
    expect(await send('/hotline/12345/answers', message)).toEqual({
      status: 200,
      body: { ticketNumber: number, status: 'ANSWERED' },
    });
    expect(await send('/hotline/12345/answers', message)).toMatchObject({ status: 200 });
    expect(await ticketOf(id)).toMatchObject({ number, status: 'ANSWERED', answer: message.answer });
    expect((await world.logged('recordAnswer')).DONE).toBe(1);
    expect((await send('/hotline/12345/answers', { ...message, answer: '另一个答复' })).status).toBe(409);
  });

  it('nothing is believed that is not signed, is signed by others, or is five minutes old', async () => {
    const { number } = await transferring();
    const message = { ticketNumber: number, answer: '答复' };
    const at = (seconds: number) => ({ timestamp: String(Math.floor(now().getTime() / 1000) - seconds) });
    for (const more of [{ secret: 'another secret' }, at(301), at(-310), { timestamp: 'yesterday' }]) {
      const refused = await send('/hotline/12345/answers', message, more);
      expect([refused.status, refused.body.refusal.code]).toEqual([401, 'UNAUTHENTICATED']);
    }
    expect((await send('/hotline/12345/answers', message, at(290))).status).toBe(200);
    const bare = await front.inject({ method: 'POST', url: '/hotline/12345/answers', payload: message });
    expect(bare.statusCode).toBe(401);
  });

  it('a message that is signed and wrong is told what is wrong with it', async () => {
    expect((await send('/hotline/12345/answers', 'not json')).body.refusal.details[0].message).toContain(
      'JSON',
    );
    expect(
      (await send('/hotline/12345/answers', { ticketNumber: 'RX-2026-999999', answer: '无' })).status,
    ).toBe(404);
    expect((await send('/hotline/12345/answers', { ticketNumber: 'RX-2026-000001' })).status).toBe(422);
    expect((await send('/hotline/12345/tickets', { externalNumber: 'GX 1' })).status).toBe(422);
    expect((await send('/hotline/12345/answers', `{"answer":"${'长'.repeat(40_000)}"}`)).status).toBe(413);
  });

  it('tickets of its own for the dedicated line, once each; the answer goes back to it [duty 59.3]', async () => {
    const message = { externalNumber: 'GX-900', topic: 'PAYMENT_ORDER', question: '重复扣款' };
    const [one, other] = await Promise.all([
      send('/hotline/12345/tickets', message),
      send('/hotline/12345/tickets', message),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(one.body.ticketNumber).toBe(other.body.ticketNumber);
    const { hotlineTickets } = await world.ask(
      world.company,
      '{ hotlineTickets(filter: { text: "GX-900" }) { edges { node { id channel line } } } }',
    );
    expect(hotlineTickets.edges).toEqual([
      { node: { id: expect.any(String), channel: 'GOV_12345', line: 'DEDICATED' } },
    ]);
    const { id } = hotlineTickets.edges[0].node;
    await world.take(hotlineTicket, 'answer', world.company, { id, input: { answer: '已退款' } });
    await handle('answerHotlineTicket', id);
    expect(platform.arrived.at(-1)).toMatchObject({
      path: '/hotline/answers',
      key: `answer:${one.body.ticketNumber}`,
      signature: null,
      body: { externalNumber: 'GX-900', answer: '已退款' },
    });
  });

  it('an answer that it could not take is sent again until it does, and then no more [duty 59.3]', async () => {
    const { body } = await send('/hotline/12345/tickets', {
      externalNumber: 'GX-901',
      topic: 'ACCOUNT',
      question: '无法登录',
    });
    const find = '{ hotlineTickets(filter: { text: "GX-901" }) { edges { node { id answerTakenAt } } } }';
    const found = async () => (await world.ask(world.company, find)).hotlineTickets.edges[0].node;
    const { id } = await found();
    await world.take(hotlineTicket, 'answer', world.company, { id, input: { answer: '已重置' } });
    await world.take(hotlineTicket, 'close', world.company, { id });
    platform.status = 503;
    await expect(handle('answerHotlineTicket', id)).rejects.toThrow('answered 503');
    expect((await found()).answerTakenAt).toBeNull();
    platform.status = 200;
    startClockAt('2026-11-23T10:00:00+08:00');
    await resendTickets(world.runtime, connector(), now());
    expect(platform.arrived.at(-1)).toMatchObject({ key: `answer:${body.ticketNumber}`, signature: null });
    expect((await found()).answerTakenAt).toMatch(/^2026-11-23T02:00:0/);
    platform.arrived.length = 0;
    await handle('answerHotlineTicket', id);
    await resendTickets(world.runtime, connector(), now());
    expect(platform.arrived.filter(({ path }) => path === '/hotline/answers')).toEqual([]);
  });
});
