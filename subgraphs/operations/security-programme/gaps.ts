import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { basis } from '@zgt/runtime/graphql/builder.ts';
import { SECURITY_DOMAINS } from '../choices-safety.ts';
import { coveredDomains, hasSafetyAgreement } from './store.ts';

interface SecurityGap {
  name: string;
  label: string;
  remedy: string;
}

const OVERSEERS = ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'];

/** What is missing of security, for those who look after it (articles 64 and 65, duty 64.2). */
export function addSecurityGaps(builder: Builder): void {
  const gap = builder.objectRef<SecurityGap>('SecurityGap').implement({
    description: '安全工作的一处缺口。',
    fields: (t) => ({
      name: t.exposeString('name', { description: '安全领域的代码，或 SAFETY_AGREEMENT。' }),
      label: t.exposeString('label', { description: '缺什么。' }),
      remedy: t.exposeString('remedy', { description: '怎样补上。' }),
    }),
  });
  builder.queryField('securityGaps', (t) =>
    t.field({
      type: [gap],
      ...basis(
        [64, 65],
        '没有措施的安全领域和没有生效的安全管理协议；管理单位、业主单位和项目公司可以查看，其他人为空。',
      ),
      resolve: async (_, _args, { runtime, viewer }) => {
        if (viewer.party === null || !OVERSEERS.includes(viewer.party)) return [];
        const [covered, agreed] = await Promise.all([
          coveredDomains(runtime.readDb),
          hasSafetyAgreement(runtime.readDb),
        ]);
        const missing = Object.entries(SECURITY_DOMAINS)
          .filter(([domain]) => !covered.has(domain))
          .map(([name, label]) => ({
            name,
            label: `${label}：没有安全措施`,
            remedy: '请由项目公司安全人员登记这一领域的安全措施。',
          }));
        return agreed
          ? missing
          : [
              {
                name: 'SAFETY_AGREEMENT',
                label: '没有生效的安全管理协议',
                remedy: '请由管理单位与业主单位签署并登记。',
              },
              ...missing,
            ];
      },
    }),
  );
}
