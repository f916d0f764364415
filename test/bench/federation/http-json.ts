import { createServer, type IncomingMessage, type Server } from 'node:http';

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** The least that an HTTP server can do: reads a JSON body, sends the text that the function gives for it. */
export function jsonServer<T>(answer: (body: T) => Promise<string>): Server {
  return createServer(async (request, response) => {
    try {
      const body = Buffer.from(await answer(JSON.parse(await textOf(request)) as T));
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': body.length,
      });
      response.end(body);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
}
