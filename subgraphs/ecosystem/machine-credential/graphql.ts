import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { machineCredential } from './actions.ts';

/** Adds machine credentials; neither a token nor a hash of one can be read through it. */
export function addMachineCredential(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, machineCredential, {
    plural: 'machineCredentials',
    organization,
    reads: { title: ['name'] },
    fields: (t) => ({
      name: t.exposeString('name', { description: '名称。' }),
      purpose: t.exposeString('purpose', { description: '用途。' }),
      roles: t.exposeStringList('roles', { description: '程序的岗位，在签发时确定。' }),
      tokenPrefix: t.exposeString('tokenPrefix', { description: '令牌开头的几个字符，用来辨认是哪一个。' }),
      previousValidUntil: t.expose('previousValidUntil', {
        type: 'DateTime',
        nullable: true,
        description: '更换之前的令牌到此刻为止仍可使用。',
      }),
      validUntil: t.expose('validUntil', { type: 'Date', description: '有效期至，含当日。' }),
      lastUsedAt: t.expose('lastUsedAt', {
        type: 'DateTime',
        nullable: true,
        description: '最近一次使用的时刻。',
      }),
    }),
  });
}
