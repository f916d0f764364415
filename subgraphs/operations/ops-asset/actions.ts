import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { OpsAssetRow } from '../tables.ts';
import { opsAssetLifecycle } from './lifecycle.ts';

/** The register of what is operated; each belongs to whoever operates it. */
export const opsAsset = noun<OpsAssetRow>({
  lifecycle: opsAssetLifecycle,
  table: 'operations.opsAsset',
  numberPrefix: 'YW',
  searchColumns: ['name'],
  title: ({ name }) => name,
  effects: {
    register: async ({ input }) => ({
      columns: {
        ...(input as Partial<OpsAssetRow>),
        securityResponsible: (input.securityResponsible ?? input.responsible) as string,
      },
    }),
    guide: async ({ input }) => ({
      columns: { guidance: input.guidance as string },
      details: { guidance: input.guidance },
    }),
  },
});
