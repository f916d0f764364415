import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { refuseOtherMethods } from './other-methods.ts';

async function open() {
  const app = Fastify();
  const others = refuseOtherMethods(app);
  app.register(async (api) => {
    api.post('/oauth/token', async () => ({ token: 'a' }));
    api.get('/documents/:id', async () => 'document');
    api.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      exposeHeadRoute: false,
      handler: async () => 'answer',
    });
  });
  app.register(others);
  app.get('/*', async () => 'page');
  return app;
}

test('an address that only takes other methods says which, whatever is sent to it', async () => {
  const app = await open();
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'] as const) {
    const answer = await app.inject({
      method,
      url: '/oauth/token?a=1',
      headers: { 'content-type': 'application/x-unknown' },
      payload: method === 'GET' ? undefined : 'x',
    });
    expect(answer.statusCode, method).toBe(405);
    expect(answer.headers.allow).toBe('POST');
    expect(answer.json().errors[0]).toMatchObject({
      message: `此地址不接受 ${method}，只接受 POST。`,
      extensions: { code: 'METHOD_NOT_ALLOWED' },
    });
  }
  const graphql = await app.inject({ method: 'DELETE', url: '/graphql' });
  expect([graphql.statusCode, graphql.headers.allow]).toEqual([405, 'GET, POST']);
});

test('what the address takes, addresses with parameters and pages are answered as before', async () => {
  const app = await open();
  expect((await app.inject({ method: 'POST', url: '/oauth/token' })).json()).toEqual({ token: 'a' });
  expect((await app.inject('/graphql')).body).toBe('answer');
  expect((await app.inject('/documents/1')).body).toBe('document');
  expect((await app.inject('/standards')).body).toBe('page');
});
