import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { trademark } from './actions.ts';

/** Adds trademarks: registered ones are for anyone to read, the others for those who are signed in. */
export function addTrademark(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, trademark, {
    plural: 'trademarks',
    organization,
    reads: { title: ['name'] },
    fields: (t) => ({
      name: t.exposeString('name', { description: '商标名称。' }),
      classNumbers: t.exposeStringList('classNumbers', { description: '商品和服务分类的类号。' }),
      applicationNumber: t.exposeString('applicationNumber', { nullable: true, description: '申请号。' }),
      filedOn: t.expose('filedOn', { type: 'Date', nullable: true, description: '申请日。' }),
      registrationNumber: t.exposeString('registrationNumber', { nullable: true, description: '注册号。' }),
      registeredOn: t.expose('registeredOn', { type: 'Date', nullable: true, description: '注册日。' }),
      renewBy: t.expose('renewBy', { type: 'Date', nullable: true, description: '续展截止日，含当日。' }),
    }),
  });
}
