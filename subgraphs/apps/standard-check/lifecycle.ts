import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { CHECK_BASES, CHECK_SUBJECTS } from '../choices.ts';

/** The longest document in characters; what is longer in bytes is answered by the check itself. */
export const LONGEST_DOCUMENT = 1_000_000;

/** What a check is about: the same for the self-check, which is not kept, and for the one that reviewers read. */
export const checkFields = {
  kind: { kind: 'choice', label: '文档种类', enumName: 'CheckSubject', options: CHECK_SUBJECTS },
  name: { kind: 'text', label: '名称', hint: '应用或接口的名称和版本，便于日后辨认', max: 120 },
  content: {
    kind: 'text',
    label: '文档内容',
    hint: '粘贴全文；不读取文档之外的任何文件或地址',
    max: LONGEST_DOCUMENT,
    multiline: true,
    verbatim: true,
  },
  basis: {
    kind: 'choice',
    label: '标准的版本',
    hint: '不填即按现行版；新版施行后的过渡期内，可以仍按旧版检查',
    enumName: 'CheckBasis',
    options: CHECK_BASES,
    optional: true,
  },
} as const;

const makers = ['HEAD', 'OPERATOR', 'DEVELOPER', 'TESTER'] as const;

/** 规范检查: one document judged by the rules of one version; what was found never changes (articles 19 and 37). */
export const standardCheckLifecycle = lifecycle({
  noun: 'StandardCheck',
  label: '规范检查',
  description:
    '以程序对照标准规范和数据字典检查一份文档；结论与检查所用的规则版本、内容摘要一起保存，不再改变。',
  articles: [19, 20, 21, 37],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    PASSED: { label: '通过', tone: 'GOOD', final: true },
    FAILED: { label: '未通过', tone: 'BAD', final: true },
  },
  actions: {
    run: {
      label: '提交',
      effect: '立即检查并保存结论；必须级问题一个没有才算通过。与自检用同一套规则。',
      from: null,
      to: 'PASSED',
      orTo: 'FAILED',
      by: [
        { party: 'ECOSYSTEM_UNIT', roles: makers },
        { party: 'GOVERNMENT_DEPARTMENT' },
        { party: 'MUNICIPALITY' },
        { party: 'COUNTY' },
        { party: 'OWNER_UNIT' },
        { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'REVIEWER', 'TESTER', 'DEVELOPER'] },
      ],
      articles: [19, 37],
      duties: ['19.3'],
      fields: checkFields,
    },
  },
});
