import type { Runtime } from '@zgt/runtime/runtime.ts';
import { checkDate } from '@zgt/runtime/validation/date.ts';
import type { FastifyRequest } from 'fastify';
import type { ApiClient } from './portal.ts';

const MOST_WORKING_DAYS = 366;
const MOST_DAYS = 3660;
const DAY_MS = 86_400_000;
const CALENDAR_AGE_MS = 60_000;

/** What a caller got wrong, in words for people. */
export class BadCall {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** What a capability stands on gave no answer. */
export class NoAnswer extends Error {}

/** A capability that the platform gives itself, by its code in the catalogue. */
export interface OwnCapability {
  code: string;
  url: string;
  /** Reads a call: what answers it, or what is wrong with it. */
  read(request: FastifyRequest): (() => Promise<object>) | BadCall;
}

function workingDays(runtime: Runtime): OwnCapability['read'] {
  return ({ query }) => {
    const { from, to, count } = query as Record<string, unknown>;
    const first = checkDate(String(from ?? ''));
    if (!first.ok) return new BadCall(`from：${first.reason}`);
    if ((to === undefined) === (count === undefined))
      return new BadCall('应给出 count（第几个工作日）或 to（数到哪一天）之一。');
    if (count !== undefined) {
      const n = /^\d{1,3}$/.test(String(count)) ? Number(count) : 0;
      if (n < 1 || n > MOST_WORKING_DAYS)
        return new BadCall(`count：应为 1 到 ${MOST_WORKING_DAYS} 的整数。`);
      return async () => {
        await runtime.refreshCalendar(CALENDAR_AGE_MS);
        return { from: first.value, count: n, ...runtime.calendar().nthWorkingDayAfter(n, first.value) };
      };
    }
    const last = checkDate(String(to));
    if (!last.ok) return new BadCall(`to：${last.reason}`);
    const days = (Date.parse(last.value) - Date.parse(first.value)) / DAY_MS;
    if (days < 0 || days > MOST_DAYS) return new BadCall(`to：应不早于 from，且相距不超过 ${MOST_DAYS} 天。`);
    return async () => {
      await runtime.refreshCalendar(CALENDAR_AGE_MS);
      const counted = runtime.calendar().workingDaysBetween(first.value, last.value);
      return { from: first.value, to: last.value, workingDays: counted };
    };
  };
}

const VERIFICATION = `query CapabilityBrandVerification($number: String!) {
  verifyBrandAuthorization(number: $number) {
    number verdict reason status checkedAt holder { name unifiedSocialCreditCode }
    marks activities channels regions materials validFrom validUntil
  }
}`;

function brandVerification(api: ApiClient): OwnCapability['read'] {
  return ({ params }) => {
    const { number } = params as { number: string };
    if (number.length > 64) return new BadCall('number：应为授权证书上的编号，最多 64 个字。');
    return async () => {
      const { body } = await api({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: VERIFICATION, variables: { number } }),
      });
      const found = JSON.parse(body).data?.verifyBrandAuthorization;
      if (!found) throw new NoAnswer('the API gave no verification');
      return found;
    };
  };
}

/** Every capability that the platform gives itself: working days by the State Council's calendar, and whether a brand authorization holds. */
export function ownCapabilities(runtime: Runtime, api: ApiClient): OwnCapability[] {
  return [
    { code: 'CALENDAR.WORKDAY', url: '/capabilities/working-days', read: workingDays(runtime) },
    {
      code: 'BRAND.VERIFICATION',
      url: '/capabilities/brand-verification/:number',
      read: brandVerification(api),
    },
  ];
}
