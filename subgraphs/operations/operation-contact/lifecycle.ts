import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';

export interface OperationContactFacts {
  /** Whether the app that the input names is the viewer's own; true when it names none. */
  appIsOwn: boolean;
}

const appIsOwn: Guard<OperationContactFacts> = ({ facts, input }) =>
  !input || facts.appIsOwn
    ? null
    : refuse('VALIDATION', { details: [{ path: 'appId', message: '应用：没有这个应用，或它不属于本单位' }] });

const PARTIES = ['GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'] as const;
const bodies = PARTIES.map((party) => ({ party }) as const);
const own = PARTIES.map((party) => ({ party, own: true }) as const);

const particulars = {
  team: { kind: 'text', label: '专门队伍或科室', max: 100 },
  phone: { kind: 'phone', label: '工作电话', hint: '用途：就接入和运营与单位联系' },
  duties: { kind: 'text', label: '负责的事', max: 1000, multiline: true },
  appId: {
    kind: 'reference',
    label: '负责的应用',
    hint: '不选为本单位的全部应用',
    of: 'apps',
    optional: true,
  },
} as const satisfies Fields;

/** 运营联系人: who in a government body works with the company on operation (article 25). */
export const operationContactLifecycle = lifecycle({
  noun: 'OperationContact',
  label: '运营联系人',
  description:
    '各地各部门配合运营的专门队伍和联系方式，由本单位登记；没有联系人的在架应用在接入监管记分中标出，不影响办理。',
  articles: [25],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    ACTIVE: { label: '有效', tone: 'GOOD' },
    ENDED: { label: '已停用', tone: 'NEUTRAL', final: true },
  },
  actions: {
    register: {
      label: '登记联系人',
      effect: '项目公司和管理单位可以看到。',
      from: null,
      to: 'ACTIVE',
      by: bodies,
      articles: [25],
      duties: ['25.1'],
      fields: particulars,
      guards: [appIsOwn],
      tells: ['PROJECT_COMPANY'],
    },
    change: {
      label: '变更',
      effect: '以新的为准。',
      from: ['ACTIVE'],
      to: null,
      by: own,
      articles: [25],
      duties: ['25.1'],
      fields: particulars,
      guards: [appIsOwn],
    },
    end: {
      label: '停用',
      effect: '不再作为联系人。',
      from: ['ACTIVE'],
      to: 'ENDED',
      by: own,
      articles: [25],
      duties: [],
      negative: true,
    },
  },
});
