import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { GATHERED_PATH, GATHERED_TYPE, type GatheredOperation, SIGNATURE_HEADER } from './gathered.ts';

export interface GatheredServing {
  isSigned(body: Buffer, signature: string | undefined): boolean;
  /** Answers one operation; what it throws is answered as an error that says nothing. */
  answer(operation: GatheredOperation): Promise<object>;
}

/** What anyone but the gateway is told. */
export const NOT_THE_GATEWAY = {
  errors: [{ message: '子图只接受网关的请求。', extensions: { code: 'UNAUTHENTICATED' } }],
};
const FAULT = { data: null, errors: [{ message: 'The operation failed.' }] };

/** Serves gathered operations: all of them begin at once, and each is answered when it is ready. */
export function serveGathered(server: FastifyInstance, { isSigned, answer }: GatheredServing): void {
  server.addContentTypeParser(GATHERED_TYPE, { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  server.post(GATHERED_PATH, async (request, reply) => {
    const body = request.body as Buffer;
    if (!isSigned(body, request.headers[SIGNATURE_HEADER] as string | undefined))
      return reply.code(401).send(NOT_THE_GATEWAY);
    const operations = readOperations(body.toString());
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': GATHERED_TYPE,
    });
    const lines = new Lines(reply.raw);
    const answers = operations.map(async (operation, index) => {
      const text = await answer(operation).then(JSON.stringify, (error: unknown) => {
        request.log.error(
          { err: error, requestId: operation.context.requestId },
          'a gathered operation failed',
        );
        return JSON.stringify(FAULT);
      });
      lines.write(`[${index},${text}]\n`);
    });
    await Promise.all(answers);
    lines.end();
  });
}

const readOperations = (body: string): GatheredOperation[] =>
  body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GatheredOperation);

/** Writes lines to an answer; those of one turn of the event loop go together. */
class Lines {
  private waiting = '';
  private turn: NodeJS.Immediate | null = null;
  private readonly response: ServerResponse;

  constructor(response: ServerResponse) {
    this.response = response;
  }

  write(line: string): void {
    this.waiting += line;
    this.turn ??= setImmediate(() => {
      this.turn = null;
      this.response.write(this.take());
    });
  }

  end(): void {
    if (this.turn) clearImmediate(this.turn);
    this.response.end(this.take());
  }

  // Encoded at once: the socket's own encoding of long Chinese text is slow.
  private take(): Buffer {
    const text = this.waiting;
    this.waiting = '';
    return Buffer.from(text);
  }
}
