import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('./peers/', import.meta.url));

/** Installs what we compare ourselves with, exactly as locked, into a folder of its own; a second time it takes a second. */
export async function installPeers(): Promise<void> {
  const pnpm = process.env.npm_execpath;
  if (!pnpm) throw new Error('Start the bench by `pnpm bench`: it installs its peers with the same pnpm.');
  const [command, ...first] = /\.[cm]?js$/.test(pnpm) ? [process.execPath, pnpm] : [pnpm];
  const child = spawn(command!, [...first, 'install', '--frozen-lockfile', '--dir', FOLDER], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The peers could not be installed (pnpm ended with ${code}):\n${output}`);
}
