import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { MisuseReportRow } from '../tables.ts';
import { encryptContact } from './contact.ts';
import { misuseReportLifecycle } from './lifecycle.ts';

/** The register of misuse reports; each belongs to the project company, whoever sent it. */
export const misuseReport = noun<MisuseReportRow>({
  lifecycle: misuseReportLifecycle,
  table: 'ecosystem.misuseReport',
  numberPrefix: 'QQ',
  searchColumns: ['suspectedParty', 'certificateNumber'],
  title: (report) => report.suspectedParty.slice(0, 40),
  effects: {
    report: async ({ tx, input, record, runtime }) => {
      const company = await singletonOf(tx, 'PROJECT_COMPANY');
      if (!company)
        return {
          refusal: refuse('VALIDATION', {
            details: [{ path: '', message: '还没有登记项目公司，暂时无人受理' }],
          }),
        };
      const { reporterContact, ...particulars } = input;
      return {
        columns: {
          ...(particulars as Partial<MisuseReportRow>),
          organizationId: company.id,
          reporterContactCipher: encryptContact(runtime.keys, reporterContact, record.id),
        },
      };
    },
  },
});
