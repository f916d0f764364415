import gateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';
import { announceServer, readSetup } from '../measure/target.ts';

/** The gateway knows federation 1 alone: owning types lose nothing by it, references have to say `extend`. */
function federation1(sdl: string): string {
  return sdl
    .replace(/extend schema[\s\S]*?\)\n/, '')
    .replace('type Query', 'extend type Query')
    .replace(
      /type (\w+)\s+@key\(fields: "id", resolvable: false\)\s*(?:@extends\s*)?\{/g,
      'extend type $1 @key(fields: "id") {',
    )
    .replace(/, resolvable: true/g, '')
    .replace(/(extend type \w+ @key\(fields: "id"\) \{\s+id: ID!)(?! @external)/g, '$1 @external');
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
