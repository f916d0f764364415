import type { NounOptions } from '@zgt/runtime/graphql/noun.ts';

/** Of nobody: the first versions come with the program, before any organisation is registered. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The organisation of a record that may be of nobody. */
export function orNobody({ type, resolve }: NounOptions['organization']): NounOptions['organization'] {
  return {
    type,
    nullable: true,
    resolve: (row, context) => (row.organizationId === NOBODY ? null : resolve(row, context)),
  };
}
