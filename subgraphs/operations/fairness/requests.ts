/** What units ask for, in which states they wait for an answer, and which answers there are; those of "no" apart. */
export interface RequestRule {
  label: string;
  waiting: readonly string[];
  granted: Readonly<Record<string, string>>;
  refused: Readonly<Record<string, string>>;
}

/** The requests of units whose treatment is compared (article 46), by register. */
export const UNIT_REQUESTS: Readonly<Record<string, RequestRule>> = {
  EcosystemUnit: {
    label: '入驻',
    waiting: ['SUBMITTED', 'AUTHORIZED'],
    granted: { authorize: '授权', approve: '批准' },
    refused: { return: '退回补正', decline: '不予授权', reject: '不予批准' },
  },
  BrandAuthorization: {
    label: '品牌授权',
    waiting: ['REQUESTED', 'PENDING_CONSENT'],
    granted: { endorse: '授权', consent: '同意授权' },
    refused: { decline: '不予授权', refuse: '不同意' },
  },
  CapabilityRequest: {
    label: '能力申请',
    waiting: ['SUBMITTED'],
    granted: { approve: '批准' },
    refused: { reject: '不予批准' },
  },
  AppVersion: {
    label: '应用上架',
    waiting: ['IN_REVIEW', 'PENDING_CONFIRMATION'],
    granted: { approve: '上架', submitConfirmation: '报请终审', confirm: '终审通过' },
    refused: { return: '退回', refuseConfirmation: '终审退回' },
  },
};
