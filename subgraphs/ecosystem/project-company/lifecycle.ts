import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { institutionFields, noSecond } from '../organization/institution.ts';
import { readShareholders } from './shareholders.ts';

const sharesInOrder: Guard = ({ input, viewer }) => {
  if (!input) return null;
  const read = readShareholders(input.shareholders as string[], viewer.organizationName ?? '');
  return read.fault === null
    ? null
    : refuse('VALIDATION', { articles: [6], details: [{ path: 'shareholders', message: read.fault }] });
};

/** 项目公司: founded by the owner unit alone or with others; one at a time (article 6). */
export const projectCompanyLifecycle = lifecycle({
  noun: 'ProjectCompany',
  label: '项目公司',
  description: '业主单位独资或合资设立、承担项目实施的公司及其股东。',
  articles: [6],
  readers: ['MANAGEMENT_UNIT', 'INFRASTRUCTURE_PROVIDER', 'OWNER_UNIT'],
  states: {
    ACTIVE: { label: '在任', tone: 'GOOD' },
    ENDED: { label: '已终止', tone: 'NEUTRAL', final: true },
  },
  actions: {
    register: {
      label: '登记',
      effect: '项目公司成为参与方，其负责人即可登录办理。',
      from: null,
      to: 'ACTIVE',
      by: [{ party: 'OWNER_UNIT', roles: ['HEAD'] }],
      articles: [6],
      duties: ['6'],
      fields: {
        ...institutionFields,
        shareholders: {
          kind: 'texts',
          label: '股东和出资比例',
          hint: '每行一个：名称 比例，例如“某投资集团 60”；合计 100，业主单位须在其中',
          max: 120,
          maxItems: 20,
        },
      },
      documents: { REGISTRATION: 'REQUIRED', OTHER: 'OPTIONAL' },
      guards: [noSecond([6]), sharesInOrder],
      tells: ['MANAGEMENT_UNIT'],
    },
    end: {
      label: '终止',
      effect: '该公司不再作为项目公司参与。',
      from: ['ACTIVE'],
      to: 'ENDED',
      by: [{ party: 'OWNER_UNIT', roles: ['HEAD'] }],
      articles: [6],
      duties: ['6'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
  },
});
