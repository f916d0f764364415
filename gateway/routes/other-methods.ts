import type { FastifyInstance } from 'fastify';
import { errorBody } from '../http-errors.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Where the API has an address, but not for the method that it is asked with, says which methods it has: without
 * this the portal would answer that there is no such page. To be registered when all routes of the API are.
 */
export function refuseOtherMethods(front: FastifyInstance): (app: FastifyInstance) => Promise<void> {
  const known = new Map<string, Set<string>>();
  front.addHook('onRoute', ({ url, method }) => {
    const methods = known.get(url) ?? new Set<string>();
    known.set(url, methods);
    for (const one of [method].flat()) methods.add(one);
  });
  return async (app) => {
    const exact = [...known].filter(([url]) => !/[:*]/.test(url));
    for (const [url, methods] of exact) {
      const allowed = [...methods].sort();
      app.route({
        method: METHODS.filter((method) => !methods.has(method)),
        url,
        exposeHeadRoute: false,
        // Before the body is read: nothing of it matters.
        onRequest: async (request, reply) => {
          const message = `此地址不接受 ${request.method}，只接受 ${allowed.join('、')}。`;
          await reply
            .code(405)
            .header('allow', allowed.join(', '))
            .send(errorBody({ message, code: 'METHOD_NOT_ALLOWED' }, request.id));
        },
        handler: () => undefined,
      });
    }
  };
}
