import gateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';
import { announceServer, readSetup } from '../measure/target.ts';

const OF_FEDERATION_2 = [
  /schema @link[\s\S]*?\n}\n/,
  /^ {2}_(?:entities|service).*\n/gm,
  /^scalar _Any\n|^union _Entity.*\n|^type _Service \{[\s\S]*?\n}\n/gm,
];

/** The gateway knows federation 1 alone: what 2 brought is left out, and a reference to another's type says `extend`. */
function federation1(sdl: string): string {
  const own = OF_FEDERATION_2.reduce((text, pattern) => text.replace(pattern, ''), sdl);
  return own
    .replace('type Query', 'extend type Query')
    .replace(
      /type (\w+) @key\(fields: "id", resolvable: false\) @extends/g,
      'extend type $1 @key(fields: "id")',
    );
}

// @mercuriusjs/gateway on Fastify, compiled after the first request. It calls subgraphs over HTTP alone.
const { subgraphs } = readSetup();
const server = Fastify();
await server.register(
  gateway as never,
  {
    gateway: { services: subgraphs.map(({ name, url, sdl }) => ({ name, url, schema: federation1(sdl) })) },
    jit: 1,
  } as never,
);
await server.listen({ host: '127.0.0.1', port: 0 });
announceServer(server.server);
