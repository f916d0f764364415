import { nouns as apps } from '@zgt/apps/nouns.ts';
import { nouns as ecosystem } from '@zgt/ecosystem/nouns.ts';
import { nouns as operations } from '@zgt/operations/nouns.ts';
import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';

/** Every register of the platform with the subgraph that owns it. */
export const REGISTERS: readonly { subgraph: string; noun: Noun }[] = [
  ...ecosystem.map((noun) => ({ subgraph: 'ecosystem', noun })),
  ...apps.map((noun) => ({ subgraph: 'apps', noun })),
  ...operations.map((noun) => ({ subgraph: 'operations', noun })),
];
