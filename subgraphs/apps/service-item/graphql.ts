import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { isId } from '@zgt/runtime/id.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { app } from '../app/actions.ts';
import { INDUSTRY_CATEGORIES } from '../choices.ts';
import { consolidationException } from '../consolidation-exception/actions.ts';
import type { ServiceItemRow } from '../tables.ts';
import { serviceItem } from './actions.ts';
import { serviceItemLifecycle } from './lifecycle.ts';
import { type AccessCoverage, readCoverage } from './store.ts';

/** A body reads its own coverage, those who read every item read everyone's. */
function readsCoverageOf({ party, organizationId }: Viewer, wanted: string): boolean {
  return (
    organizationId === wanted || serviceItemLifecycle.readers.some((reader) => reader === (party as unknown))
  );
}

/** Service items in the API, and how far an organisation has come with connecting its own. */
export function addServiceItem(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  appType: ReturnType<typeof addNoun>,
  exceptionType: ReturnType<typeof addNoun>,
) {
  const coverage = builder.objectRef<AccessCoverage>('AccessCoverage').implement({
    // duty 16.1
    ...basis([16], '一个单位的服务事项接入得怎样；目标是全部接入。'),
    fields: (t) => ({
      organization: t.field({
        type: organization.type,
        resolve: ({ organizationId }) => ({ id: organizationId }) as never,
      }),
      total: t.exposeInt('total', { description: '事项总数，不含已注销的。' }),
      connected: t.exposeInt('connected', { description: '已接入的。' }),
      exempt: t.exposeInt('exempt', { description: '凭例外免于接入的。' }),
      ratio: t.float({
        nullable: true,
        description: '接入率：已接入 ÷（总数 − 免于接入），从 0 到 1；没有应当接入的事项时为空。',
        resolve: ({ total, connected, exempt }) => (total === exempt ? null : connected / (total - exempt)),
      }),
    }),
  });
  builder.queryField('accessCoverage', (t) =>
    t.field({
      type: coverage,
      nullable: true,
      ...basis([16], '一个单位的接入率；不写是本单位的。无权查看时为空。'),
      args: { organizationId: t.arg.id({ description: '哪个单位；政府单位只能查本单位。' }) },
      resolve: (_, args, { runtime, viewer }) => {
        const wanted = args.organizationId ?? viewer.organizationId;
        return isId(wanted) && readsCoverageOf(viewer, wanted)
          ? readCoverage(runtime.readDb as never, wanted)
          : null;
      },
    }),
  );
  return addNoun(builder, shared, serviceItem, {
    plural: 'serviceItems',
    organization,
    reads: { title: ['name'], app: ['appId'], exception: ['exceptionId'] },
    filters: {
      verticalSystem: {
        column: 'verticalSystem',
        description: '只要这一条线的。',
        enumName: 'IndustryCategory',
        options: INDUSTRY_CATEGORIES,
      },
    },
    fields: (t) => ({
      name: t.exposeString('name'),
      verticalSystem: t.field({
        type: enumOf(builder, 'IndustryCategory', INDUSTRY_CATEGORIES),
        description: '所属条线。',
        resolve: (row: ServiceItemRow) => row.verticalSystem,
      }),
      regionCode: t.exposeString('regionCode', { description: '行政区划代码。' }),
      app: t.field(
        recordIn(app, 'appId', {
          type: appType,
          description: '关联的应用；没有关联或访问者无权查看时为空。',
        }),
      ),
      exception: t.field(
        recordIn(consolidationException, 'exceptionId', {
          type: exceptionType,
          description: '免于接入所凭的例外。',
        }),
      ),
    }),
  });
}
