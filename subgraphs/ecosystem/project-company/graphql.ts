import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { ProjectCompanyRow } from '../tables.ts';
import { projectCompany } from './actions.ts';

/** 项目公司 in the API. */
export function addProjectCompany(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, projectCompany, {
    plural: 'projectCompanies',
    organization,
    reads: { title: ['organizationName'] },
    fields: (t) => ({
      organizationName: t.string({ resolve: (company: ProjectCompanyRow) => company.organizationName }),
      shareholders: t.stringList({
        description: '股东和出资比例，每项为名称和百分数。',
        resolve: (company: ProjectCompanyRow) => company.shareholders,
      }),
    }),
  });
}
