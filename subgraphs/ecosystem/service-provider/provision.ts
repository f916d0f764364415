import type { ParameterValues } from '@zgt/runtime/parameters.ts';

/** What service providers provide (article 11). */
export const PROVISION_KINDS = {
  DATA: '数据',
  CAPABILITY: '能力',
  APP: '应用',
  POLICY: '政策',
  OTHER: '其他',
} as const;

export type ProvisionKind = keyof typeof PROVISION_KINDS;

const ALL = Object.keys(PROVISION_KINDS) as ProvisionKind[];

/** Article 11, duty 11: what an active provider may provide; by the draft's option policies come from governments alone. */
export function provisionOf(
  noun: string,
  { state }: { state: string },
  parameters: ParameterValues,
): ProvisionKind[] {
  if (state !== 'ACTIVE') return [];
  const governmentOnly = parameters['provider.kind_matrix'] === true;
  return noun === 'EcosystemUnit' && governmentOnly ? ALL.filter((kind) => kind !== 'POLICY') : ALL;
}
