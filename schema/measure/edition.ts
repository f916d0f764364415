/** One edition of the measure: decisions are pinned to the edition in force when they were made. */
export interface Edition {
  readonly id: string;
  readonly documentNumber: string;
  readonly title: string;
  readonly issuedBy: string;
  /** Dates are calendar dates in Asia/Shanghai. */
  readonly issuedOn: string;
  readonly webPublishedOn: string;
  readonly effectiveFrom: string;
  readonly trial: boolean;
  readonly legalBasis: readonly { readonly title: string; readonly documentNumber: string | null }[];
}

/**
 * The edition in force. It takes effect on the day of the issuing notice (article 77), not on the later day
 * on which the web page was published.
 */
export const EDITION = {
  id: '2022-46',
  documentNumber: '桂数广办发〔2022〕46号',
  title: '“智桂通”移动开放生态体系管理办法（试行）',
  issuedBy: '数字广西建设领导小组办公室（代）',
  issuedOn: '2022-12-27',
  webPublishedOn: '2023-01-31',
  effectiveFrom: '2022-12-27',
  trial: true,
  legalBasis: [
    { title: '中华人民共和国数据安全法', documentNumber: null },
    { title: '全国一体化政务服务平台移动端建设指南', documentNumber: '国办函〔2021〕105号' },
  ],
} as const satisfies Edition;
