import { parseArgs } from 'node:util';
import type { Pace } from './measure/rounds.ts';

export const SECTIONS = ['gateways', 'starts', 'sizes', 'writes', 'pages', 'embedded'] as const;
export type SectionName = (typeof SECTIONS)[number];

export interface Options extends Pace {
  sections: readonly SectionName[];
  /** Each target of ours answers once; nothing is timed and no peer is installed. */
  smoke: boolean;
  /** Only says where our gateway spends its time. */
  profile: boolean;
  connections: readonly number[];
  /** How long a window is in which one connection asks: its latencies differ little, so that it need not be long. */
  aloneMs: number;
  /** How many records the registers have, the reference first. */
  sizes: readonly number[];
  /** Approvals of each kind in a round. */
  approvals: number;
  /** On new data. */
  starts: number;
  /** On each of these, again. */
  restarts: number;
}

const USAGE = `pnpm bench [--quick | --smoke | --profile] [--only ${SECTIONS.join(',')}]`;

const FULL = {
  rounds: 5,
  windowMs: 1000,
  // Programs of many parts need thousands of requests until they are compiled.
  warmUpMs: 2500,
  connections: [32],
  aloneMs: 250,
  sizes: [1000, 10_000, 100_000, 1_000_000],
  approvals: 480,
  starts: 2,
  restarts: 2,
};
const QUICK = {
  rounds: 3,
  windowMs: 150,
  warmUpMs: 200,
  connections: [32],
  aloneMs: 80,
  sizes: [1000, 100_000],
  approvals: 120,
  starts: 1,
  restarts: 1,
};
const SMOKE = {
  ...QUICK,
  rounds: 1,
  windowMs: 0,
  warmUpMs: 0,
  connections: [1],
  aloneMs: 0,
  sizes: [1000],
  approvals: 1,
  starts: 1,
  restarts: 1,
};

/** Reads the command line; throws an error that shows the usage. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      smoke: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const sections = values.only?.split(',') ?? SECTIONS;
  const unknown = sections.filter((name) => !(SECTIONS as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Error(`There is no section ${unknown.join(', ')}.\n${USAGE}`);
  return {
    ...(values.smoke ? SMOKE : values.quick ? QUICK : FULL),
    sections: sections as SectionName[],
    smoke: values.smoke,
    profile: values.profile,
  };
}
