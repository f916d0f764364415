/** The part of a .cpuprofile that is read here; times in microseconds. */
export interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  startTime: number;
  endTime: number;
  samples: number[];
  timeDeltas: number[];
}

export interface Share {
  name: string;
  /** Of the time that was looked at, 0 to 1. */
  share: number;
}

export interface Shares {
  functions: Share[];
  packages: Share[];
}

/** Where the last `lastMs` of a profile were spent: self time by function and by package, the greatest first. */
export function readShares(profile: CpuProfile, lastMs: number): Shares {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const from = profile.endTime - lastMs * 1000;
  const functions = new Map<string, number>();
  const packages = new Map<string, number>();
  let at = profile.startTime;
  let total = 0;
  for (const [index, id] of profile.samples.entries()) {
    const spent = profile.timeDeltas[index]!;
    at += spent;
    const { functionName, url, lineNumber } = frames.get(id)!;
    if (at < from || functionName === '(idle)') continue;
    total += spent;
    const place = url && ` ${shortPath(url)}:${lineNumber + 1}`;
    add(functions, `${functionName || '(anonymous)'}${place}`, spent);
    add(packages, url ? packageOf(url) : nativeGroup(functionName), spent);
  }
  return { functions: greatestFirst(functions, total), packages: greatestFirst(packages, total) };
}

function add(sums: Map<string, number>, name: string, spent: number): void {
  sums.set(name, (sums.get(name) ?? 0) + spent);
}

function greatestFirst(sums: ReadonlyMap<string, number>, total: number): Share[] {
  return [...sums]
    .map(([name, spent]) => ({ name, share: spent / total }))
    .sort((one, other) => other.share - one.share);
}

/** `pg/lib/client.js` of a package, `gateway/front.ts` of ours, `node:http` as it is. */
function shortPath(url: string): string {
  return url.replace(/^.*\/node_modules\//, '').replace(ROOT, '');
}

/** `(garbage collector)` and its like stay apart from native functions and from what was compiled at run time. */
const nativeGroup = (functionName: string) =>
  functionName.startsWith('(') ? functionName : '(native or generated)';

function packageOf(url: string): string {
  if (url.startsWith('node:')) return 'node';
  const path = shortPath(url).split('/');
  return url.includes('/node_modules/') && path[0]!.startsWith('@') ? `${path[0]}/${path[1]}` : path[0]!;
}

const ROOT = new URL('../../../', import.meta.url).href;
