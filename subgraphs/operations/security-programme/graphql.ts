import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { SECURITY_DOMAINS } from '../choices-safety.ts';
import type { SecurityProgrammeRow } from '../tables-safety.ts';
import { securityProgramme } from './actions.ts';

/** Measures of security in the API. */
export function addSecurityProgramme(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, securityProgramme, {
    plural: 'securityProgrammes',
    organization,
    reads: { title: ['domain'] },
    filters: {
      domain: {
        column: 'domain',
        description: '只要这一种的。',
        enumName: 'SecurityDomain',
        options: SECURITY_DOMAINS,
      },
    },
    fields: (t) => ({
      domain: t.field({
        type: enumOf(builder, 'SecurityDomain', SECURITY_DOMAINS),
        description: '安全领域。',
        resolve: (row: SecurityProgrammeRow) => row.domain,
      }),
      measures: t.exposeString('measures', { description: '措施。' }),
      chargeOf: t.exposeString('chargeOf', { description: '负责人。' }),
      guidance: t.exposeString('guidance', { nullable: true, description: '业主单位的指导意见。' }),
    }),
  });
}
