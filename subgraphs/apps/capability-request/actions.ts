import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { ENVIRONMENTS } from '../choices.ts';
import type { CapabilityRequestRow } from '../tables.ts';
import { keepPrevious, lastDay, newSecret } from './credential.ts';
import { requestFacts } from './facts.ts';
import { type CapabilityRequestFacts, capabilityRequestLifecycle } from './lifecycle.ts';

/** The register of capability requests; provisioning hands the secret out once and keeps its hash. */
export const capabilityRequest = noun<CapabilityRequestRow, CapabilityRequestFacts>({
  lifecycle: capabilityRequestLifecycle,
  table: 'apps.capabilityRequest',
  numberPrefix: 'NS',
  discloses: '凭证的密钥。只在开通或换发时出现这一次，请立即妥善保存；系统只存摘要，无法找回。',
  searchColumns: ['capabilityCode', 'purpose'],
  title: ({ capabilityCode, environment }) => `${capabilityCode}（${ENVIRONMENTS[environment]}）`,
  facts: (db, requests, viewer, input) =>
    requestFacts(
      db,
      requests.map((request) => ({
        organizationId: request?.organizationId ?? viewer.organizationId,
        capabilityId: request?.capabilityId ?? (input?.capabilityId as string | null | undefined) ?? null,
        appId: request ? request.appId : ((input?.appId as string | null | undefined) ?? null),
      })),
    ),
  effects: {
    submit: async ({ input, facts }) => {
      const { capability } = facts as CapabilityRequestFacts;
      if (!capability) return { refusal: refuse('NOT_FOUND') };
      return { columns: { ...(input as Partial<CapabilityRequestRow>), capabilityCode: capability.code } };
    },
    provision: async ({ record, input, facts, parameters, today, disclose }) => {
      const { provider, capability } = facts as CapabilityRequestFacts;
      const { secret, columns } = newSecret();
      disclose(secret);
      return {
        columns: {
          ...columns,
          dailyQuota:
            (input.dailyQuota as number | null) ?? Math.min(record.dailyVolume, capability!.dailyQuota),
          validUntil: lastDay(record.environment, today, provider.agreement?.validUntil ?? null, parameters),
        },
      };
    },
    suspend: async ({ viewer }) => ({ columns: { suspendedWithUnit: viewer.via === 'SYSTEM' } }),
    resume: async () => ({ columns: { suspendedWithUnit: false } }),
    reissue: async ({ record, input, now, parameters, disclose }) => {
      const kept = keepPrevious(record, input.overlapHours as number | null, now, parameters);
      if ('refusal' in kept) return kept;
      const { secret, columns } = newSecret();
      disclose(secret);
      return { columns: { ...columns, ...kept.columns } };
    },
  },
});
