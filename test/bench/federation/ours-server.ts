import { parse } from 'graphql';
import { announceServer, listenAndAnnounce, readSetup } from '../measure/target.ts';
import { jsonServer } from './http-json.ts';
import { executeWith, openExecutor, openGateway } from './ours.ts';
import { remember } from './remember.ts';

// Our gateway as a target: as the product serves it, or its executor alone behind a bare HTTP server.
const setup = readSetup();

if (setup.form === 'executor') {
  const executor = openExecutor(setup);
  const parsed = remember((text: string) => parse(text));
  listenAndAnnounce(
    jsonServer(async ({ query, variables }: { query: string; variables: Record<string, unknown> }) => {
      return JSON.stringify(
        await executeWith(executor, { document: parsed(query), source: query, variables }),
      );
    }),
  );
} else {
  const gateway = openGateway(setup);
  await gateway.listen({ host: '127.0.0.1', port: 0 });
  announceServer(gateway.server);
}
