import { createHmac } from 'node:crypto';
import { constantTimeEqual } from '@zgt/runtime/crypto/digest.ts';

/** What the 12345 platform and this one agreed on. */
export interface HotlineConnector {
  /** Where tickets and answers are sent. */
  url: string;
  /** Signs what is sent in either direction. */
  secret: string;
}

/** How old or how far ahead a signed message may be, in seconds. */
const TOLERANCE_SECONDS = 300;

export const TIMESTAMP_HEADER = 'x-zgt-timestamp';
export const SIGNATURE_HEADER = 'x-zgt-signature';

/** HMAC-SHA256 over `timestamp.body` in lower-case hex; the timestamp is in seconds since 1970. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/** Why a message is not believed; null when it is. */
export function signatureFault(
  secret: string,
  message: { timestamp: string | undefined; signature: string | undefined; body: string },
  now: Date,
): string | null {
  const { timestamp, signature, body } = message;
  if (!timestamp || !/^\d{1,12}$/.test(timestamp)) return `${TIMESTAMP_HEADER}：应为 1970 年以来的秒数`;
  if (Math.abs(Number(timestamp) - Math.floor(now.getTime() / 1000)) > TOLERANCE_SECONDS)
    return `${TIMESTAMP_HEADER}：与本机时间相差超过 ${TOLERANCE_SECONDS} 秒`;
  if (!signature || !constantTimeEqual(signature, signatureOf(secret, timestamp, body)))
    return `${SIGNATURE_HEADER}：签名不符`;
  return null;
}
