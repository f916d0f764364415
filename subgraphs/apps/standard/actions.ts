import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { standardVersion } from '../standard-version/actions.ts';
import type { StandardRow } from '../tables.ts';
import { standardLifecycle } from './lifecycle.ts';

/** The register of standards; one that is abolished takes its versions with it. */
export const standard = noun<StandardRow>({
  lifecycle: standardLifecycle,
  table: 'apps.standard',
  numberPrefix: 'BZ',
  searchColumns: ['name', 'code'],
  title: ({ name }) => name,
  after: {
    abolish: async ({ record: { id }, alsoEach }) => {
      await alsoEach(standardVersion, { standardId: id }, ['DRAFT'], 'discard');
      await alsoEach(
        standardVersion,
        { standardId: id },
        ['ANNOUNCED', 'PUBLISHED', 'TRANSITION'],
        'abolish',
      );
    },
  },
});
