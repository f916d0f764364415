import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

type AstroHandler = (
  req: IncomingMessage,
  res: ServerResponse,
  next: ((error?: unknown) => void) | undefined,
  locals: object,
) => Promise<void>;

export interface Portal {
  handler: AstroHandler;
  clientDir: string;
  /** Answers with a file of the build, else with a page; settles when the answer has been written. */
  servePortal(req: IncomingMessage, res: ServerResponse, locals: object): Promise<void>;
}

const DIST = fileURLToPath(new URL('./dist/', import.meta.url));
const CONTENT_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** The policy of every page, error pages included: nothing inline, nothing from elsewhere, no framing. */
const PAGE_HEADERS: Record<string, string> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** Loads the built portal; run `ensurePortalBuilt` first. */
export async function createPortal(): Promise<Portal> {
  const clientDir = join(DIST, 'client');
  const { handler } = (await import(pathToFileURL(join(DIST, 'server/entry.mjs')).href)) as {
    handler: AstroHandler;
  };
  return {
    handler,
    clientDir,
    async servePortal(req, res, locals) {
      if (await serveFile(clientDir, req, res)) return;
      for (const [name, value] of Object.entries(PAGE_HEADERS)) res.setHeader(name, value);
      await handler(req, res, undefined, locals);
    },
  };
}

/** False when the address names no file of a known kind inside the folder; then nothing has been written. */
async function serveFile(clientDir: string, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  if (req.method !== 'GET' && req.method !== 'HEAD') return false;
  const path = decodePath(req.url ?? '/');
  const type = path && CONTENT_TYPES[extname(path)];
  if (!path || !type) return false;
  const file = join(clientDir, path);
  if (!file.startsWith(clientDir + sep)) return false;
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return false;
  const etag = `"${found.size.toString(16)}-${Math.floor(found.mtimeMs).toString(16)}"`;
  const hashed = path.startsWith('/assets/');
  const headers = {
    'content-type': type,
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    vary: 'accept-encoding',
    etag,
  };
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304, headers).end();
    return true;
  }
  if (COMPRESSED.test(path) && /\bbr\b/.test(String(req.headers['accept-encoding'] ?? ''))) {
    const body = await compressed(file, etag);
    res.writeHead(200, { ...headers, 'content-encoding': 'br', 'content-length': body.length });
    res.end(req.method === 'HEAD' ? undefined : body);
    return true;
  }
  res.writeHead(200, { ...headers, 'content-length': found.size });
  if (req.method === 'HEAD') res.end();
  else await pipeline(createReadStream(file), res).catch(ignoreHangUp);
  return true;
}

const COMPRESSED = /\.(css|js|svg|json|txt)$/;
const brotli = promisify(brotliCompress);
const compressedByTag = new Map<string, Promise<Buffer>>();

/** The file compressed, once in the life of the process: a build has few text files and they do not change. */
function compressed(file: string, etag: string): Promise<Buffer> {
  const key = file + etag;
  const known = compressedByTag.get(key) ?? readFile(file).then((content) => brotli(content));
  compressedByTag.set(key, known);
  return known;
}

/** A visitor who leaves in the middle of a file is no fault of ours. */
function ignoreHangUp(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ECONNRESET') throw error;
}

function decodePath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split('?', 1)[0]!);
    return path.includes('\0') || path.split(/[/\\]/).some((part) => part === '..' || part.startsWith('.'))
      ? null
      : path;
  } catch {
    return null;
  }
}
