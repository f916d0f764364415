import type { PartyKind } from '@zgt/schema/parties.ts';

export interface DemonstrationSignIn {
  username: string;
  name: string;
  description: string;
  /** Null for those whose organisation comes into being by registering a unit. */
  organization: { name: string; party: PartyKind; code: string; region?: string } | null;
  roles: readonly string[];
}

/** The people of the demonstration; names, organisations and codes are invented, the codes' check digits are right. */
export const DEMONSTRATION_SIGN_INS: readonly DemonstrationSignIn[] = [
  {
    username: 'guanli',
    name: '韦管理',
    description: '管理单位 · 审批 (management unit, approver)',
    organization: { name: '自治区大数据发展局（演示）', party: 'MANAGEMENT_UNIT', code: '11450000DEMA0001' },
    roles: ['HEAD', 'APPROVER'],
  },
  {
    username: 'gongsi',
    name: '黄经办',
    description: '项目公司 · 经办与审核 (project company, operator and reviewer)',
    organization: { name: '智桂通项目公司（演示）', party: 'PROJECT_COMPANY', code: '91450100DEMA0002' },
    roles: ['HEAD', 'OPERATOR', 'REVIEWER', 'BRAND_MANAGER'],
  },
  {
    username: 'yezhu',
    name: '李业主',
    description: '业主单位 (owner unit)',
    organization: { name: '数字产业投资集团（演示）', party: 'OWNER_UNIT', code: '91450000DEMA0003' },
    roles: ['HEAD', 'OPERATOR'],
  },
  {
    username: 'jichu',
    name: '陆基础',
    description: '公共服务应用基础设施提供方 (infrastructure provider)',
    organization: {
      name: '自治区信息中心（演示）',
      party: 'INFRASTRUCTURE_PROVIDER',
      code: '12450000DEMA0004',
    },
    roles: ['HEAD', 'OPERATOR'],
  },
  {
    username: 'weijian',
    name: '覃卫健',
    description: '政府部门 · 卫生健康 (a health department)',
    organization: {
      name: '自治区卫生健康委员会（演示）',
      party: 'GOVERNMENT_DEPARTMENT',
      code: '11450000DEMA0005',
      region: '450000',
    },
    roles: ['HEAD', 'OPERATOR'],
  },
  {
    username: 'danwei-a',
    name: '张晓桂',
    description: '生态单位甲 (ecosystem unit A)',
    organization: null,
    roles: [],
  },
  {
    username: 'danwei-b',
    name: '刘乙文',
    description: '生态单位乙 (ecosystem unit B)',
    organization: null,
    roles: [],
  },
];
