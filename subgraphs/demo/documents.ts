/** The manifest of an app's pages, which passes the check against the standards. */
export function pageManifest(
  name: string,
  { signsIn, charges }: { signsIn: boolean; charges: boolean },
): string {
  const base = 'https://pages.example.gov.cn/m/';
  return JSON.stringify(
    {
      name,
      version: '1.0.0',
      login: signsIn ? 'UNIFIED_IDENTITY' : 'NONE',
      charges,
      ...(charges && { payment: 'BASE_PAYMENT' }),
      pages: [{ title: '首页', url: base }],
      collects: [{ field: 'phone', purpose: '向本人发送办理结果' }],
      privacyNotice: `${base}privacy`,
      consentPreselected: false,
      smallestWidth: 360,
      largestWidth: 1920,
      bodyFontSize: 16,
      contrast: 7,
      careMode: true,
    },
    null,
    2,
  );
}

/** The description of an interface, which passes the check against the standards. */
export function interfaceDescription(title: string): string {
  return `openapi: 3.1.0
info:
  title: ${title}
  version: 1.0.0
servers:
  - url: https://api.example.gov.cn/v1
security:
  - credential: []
paths:
  /tickets:
    get:
      operationId: listTickets
      summary: 可预约的门票
      responses:
        '200':
          description: 门票
        '429':
          description: 请求过多，请稍后再试
components:
  securitySchemes:
    credential:
      type: http
      scheme: bearer
`;
}
