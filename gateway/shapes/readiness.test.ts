import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { serveReadiness } from './readiness.ts';

const servers: FastifyInstance[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(isReady: () => Promise<boolean>, drainMs = 0) {
  const server = Fastify();
  servers.push(server);
  serveReadiness(server, { isReady, drainMs });
  server.get('/slow', async () => {
    await delay(200);
    return { done: true };
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const readiness = async () => {
    const answer = await fetch(`${url}/readyz`);
    return { status: answer.status, body: await answer.json(), connection: answer.headers.get('connection') };
  };
  return { server, url, readiness };
}

it('says what is true now', async () => {
  let ready = true;
  const { readiness } = await serve(async () => ready);
  expect(await readiness()).toMatchObject({ status: 200, body: { status: 'ready' } });
  ready = false;
  expect(await readiness()).toMatchObject({ status: 503, body: { status: 'not ready' } });
});

it('is not ready when the question itself fails', async () => {
  const { readiness } = await serve(() => Promise.reject(new Error('the database is gone')));
  expect(await readiness()).toMatchObject({ status: 503, body: { status: 'not ready' } });
});

it('while it drains it is not ready, lets go of connections, and still answers what was asked', async () => {
  const { server, url, readiness } = await serve(async () => true, 500);
  const running = fetch(`${url}/slow`);
  const closed = server.close();
  expect(await readiness()).toEqual({ status: 503, body: { status: 'draining' }, connection: 'close' });
  expect(await (await fetch(`${url}/slow`)).json()).toEqual({ done: true });
  expect(await (await running).json()).toEqual({ done: true });
  await closed;
  await expect(fetch(`${url}/readyz`)).rejects.toThrow();
});
