import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import type { FastifyInstance } from 'fastify';
import { type Asset, explorerAssets } from './build.ts';

// Monaco writes style elements at run time; scripts come from this origin only.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "font-src 'self' data:; connect-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>接口探索器</title>
<link rel="stylesheet" href="/graphiql/assets/client.css">
<script type="module" src="/graphiql/assets/client.js"></script>
</head>
<body><div id="explorer">正在打开接口探索器……（需要启用 JavaScript）</div></body>
</html>
`;

export interface ExplorerOptions {
  authenticate(headers: IncomingHttpHeaders): Promise<Viewer>;
}

/** Serves GraphiQL and its assets to signed-in viewers; sends others to sign in. */
export async function explorerRoutes(
  front: FastifyInstance,
  { authenticate }: ExplorerOptions,
): Promise<void> {
  let assets: Promise<ReadonlyMap<string, Asset>> | undefined;
  const load = () => {
    assets ??= explorerAssets().catch((error: unknown) => {
      assets = undefined;
      throw error;
    });
    return assets;
  };
  front.addHook('onListen', async () => {
    load().catch((error: unknown) => front.log.error({ err: error }, 'the explorer could not be built'));
  });
  front.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', POLICY);
    const viewer = await authenticate(request.headers).catch(() => null);
    if (viewer?.accountId == null) return reply.redirect('/sign-in?next=/graphiql', 302);
  });
  front.get('/graphiql', async (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  front.get<{ Params: { file: string } }>('/graphiql/assets/:file', async (request, reply) => {
    const asset = (await load()).get(request.params.file);
    if (!asset) return reply.code(404).send();
    return reply.header('cache-control', 'private, max-age=3600').type(asset.type).send(asset.content);
  });
}
