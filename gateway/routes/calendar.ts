import { readFeed } from '@zgt/operations/calendar-feed/icalendar.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import type { FastifyInstance } from 'fastify';
import { entityTag, hasTag } from '../cache/entity-tag.ts';

const TYPE = 'text/calendar; charset=utf-8';
const FILE = /^([\w-]{20,64})\.ics$/;

/** GET /calendar/<token>.ics: the duties of an organisation for calendar programs, which know no sign-in (article 47). */
export function calendarRoutes({ runtime }: { runtime: Runtime }) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
      const token = FILE.exec(request.params.file)?.[1];
      const calendar = token ? await readFeed(runtime, token) : null;
      // The address is the secret: neither shared caches nor pages that it is opened from may keep it.
      reply.header('referrer-policy', 'no-referrer');
      if (calendar === null)
        return reply
          .header('cache-control', 'private, no-store')
          .code(404)
          .type('text/plain; charset=utf-8')
          .send('这个订阅地址不存在或已取消。请登录门户，在义务日历重新建立订阅。\n');
      // Calendar programs ask again and again; what they have is sent once.
      const tag = entityTag(TYPE, calendar);
      reply.header('cache-control', 'private, no-cache').header('etag', tag);
      if (hasTag(request.headers['if-none-match'], tag)) return reply.code(304).send();
      return reply.type(TYPE).header('content-disposition', 'inline; filename="duties.ics"').send(calendar);
    });
  };
}
