import { PARTY_KINDS } from '@zgt/schema/parties.ts';
import { choice, choices, day, instant, list, type Register, text } from './register.ts';

const identity = [text('organizationName', '单位名称')];

/** Who takes part, and who belongs to them. */
export const ORGANIZATION_REGISTERS: readonly Register[] = [
  {
    path: 'members',
    noun: 'Member',
    plural: 'members',
    label: '成员',
    icon: 'users',
    emptyText: '本单位的成员会列在这里。负责人按用户名或邮箱添加已注册的账号。',
    columns: [choices('roles', '岗位', 'MemberRole'), instant('verifiedAt', '实名核验于')],
    details: [
      text('username', '账号'),
      choices('roles', '岗位', 'MemberRole'),
      instant('verifiedAt', '实名核验于'),
      instant('sharingSuspectedAt', '疑似多人共用于'),
    ],
    creations: [{ mutation: 'addMember', label: '添加成员', parties: PARTY_KINDS }],
    related: [],
    prefillSelect: 'roles',
    prefill: ({ roles }) => ({ roles }),
  },
  {
    path: 'owner-units',
    noun: 'OwnerUnit',
    plural: 'ownerUnits',
    label: '业主单位',
    icon: 'landmark',
    emptyText: '管理单位登记业主单位和特许经营协议之后会列在这里，有效期内只有一家。',
    columns: [text('concessionNumber', '协议编号'), day('validUntil', '截止日')],
    details: [
      ...identity,
      text('concessionNumber', '特许经营协议编号'),
      choices('concessionScopes', '范围', 'ConcessionScope'),
      day('grantedOn', '授予日'),
      day('validUntil', '截止日'),
    ],
    creations: [{ mutation: 'registerOwnerUnit', label: '登记业主单位', parties: ['MANAGEMENT_UNIT'] }],
    related: [],
  },
  {
    path: 'project-companies',
    noun: 'ProjectCompany',
    plural: 'projectCompanies',
    label: '项目公司',
    icon: 'building-2',
    emptyText: '业主单位登记项目公司和股东之后会列在这里，同时只有一家。',
    columns: [list('shareholders', '股东')],
    details: [...identity, list('shareholders', '股东和出资比例')],
    creations: [{ mutation: 'registerProjectCompany', label: '登记项目公司', parties: ['OWNER_UNIT'] }],
    related: [],
  },
  {
    path: 'government-bodies',
    noun: 'GovernmentBody',
    plural: 'governmentBodies',
    label: '政府单位',
    icon: 'landmark',
    emptyText: '管理单位登记的政府部门、设区市和县会列在这里。',
    columns: [choice('party', '类别', 'GovernmentParty'), text('regionCode', '行政区划代码')],
    details: [
      ...identity,
      choice('party', '类别', 'GovernmentParty'),
      choice('level', '层级', 'GovernmentLevel'),
      choice('verticalSystem', '主管条线', 'IndustryCategory'),
      text('regionCode', '行政区划代码'),
      choices('provides', '现在可以提供', 'ProvisionKind'),
    ],
    creations: [{ mutation: 'registerGovernmentBody', label: '登记政府单位', parties: ['MANAGEMENT_UNIT'] }],
    related: [],
  },
];
