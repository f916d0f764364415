import type { CodeList } from './code-list-type.ts';

/** The kinds of documents that an action may demand. */
export const DOCUMENT_CODE_LISTS = {
  documentKind: {
    title: '材料种类',
    labels: {
      BUSINESS_LICENSE: '营业执照',
      CONTACT_LETTER: '联系人授权书',
      SIGNED_AGREEMENT: '已签署的授权协议',
      CONCESSION_AGREEMENT: '特许经营协议',
      USAGE_PLAN: '品牌使用方案',
      SAMPLE_ARTWORK: '使用样稿',
      LICENSE_PROCEDURE: '商标许可程序文件',
      TRADEMARK_CERTIFICATE: '商标注册证',
      SECURITY_TEST_REPORT: '安全检测报告',
      CODE_AUDIT_REPORT: '代码审计报告',
      APP_TEST_REPORT: '应用测试报告',
      PERFORMANCE_TEST_REPORT: '性能测试报告',
      CRYPTO_ASSESSMENT_REPORT: '密码应用安全性评估报告',
      LEGAL_REVIEW: '法律审查意见',
      SECURITY_PLAN: '数据安全预案',
      DISPOSAL_CERTIFICATE: '数据处置凭证',
      RISK_ASSESSMENT_REPORT: '风险评估报告',
      EMERGENCY_PLAN: '应急预案',
      INCIDENT_REPORT: '事件书面报告',
      VERIFICATION_REPORT: '回归验证材料',
      FILING_DOCUMENT: '备案书面文件',
      MECHANISM_DOCUMENT: '机制文件',
      EVIDENCE: '留存材料',
      OTHER: '其他',
    },
  },
  documentMime: {
    title: '文件格式',
    labels: {
      PDF: 'PDF文档',
      PNG: 'PNG图片',
      JPEG: 'JPEG图片',
      DOCX: 'Word文档',
      XLSX: 'Excel表格',
    },
  },
} as const satisfies Record<string, CodeList>;
