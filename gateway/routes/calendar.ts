import { readFeed } from '@zgt/operations/calendar-feed/icalendar.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import type { FastifyInstance } from 'fastify';

const FILE = /^([\w-]{20,64})\.ics$/;

/** GET /calendar/<token>.ics: the duties of an organisation for calendar programs, which know no sign-in (article 47). */
export function calendarRoutes({ runtime }: { runtime: Runtime }) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
      const token = FILE.exec(request.params.file)?.[1];
      const calendar = token ? await readFeed(runtime, token) : null;
      // The address is the secret: neither caches nor pages that it is opened from may keep it.
      reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer');
      if (calendar === null)
        return reply
          .code(404)
          .type('text/plain; charset=utf-8')
          .send('这个订阅地址不存在或已取消。请登录门户，在义务日历重新建立订阅。\n');
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="duties.ics"')
        .send(calendar);
    });
  };
}
