import { isId } from '@zgt/runtime/id.ts';
import { OUTAGE_SCOPES, type OutageScope } from '@zgt/schema/measure/incident-levels.ts';
import { z } from 'zod';

/** How many alerts one call may bring; Alertmanager's `max_alerts` can be set to it. */
export const MOST_ALERTS = 1000;
const LONGEST_NAME = 200;
const LONGEST_TEXT = 2000;
const MOST_TEXTS = 64;

/** A text as every database takes it: without null characters and halves of pairs. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');

/** The beginning of a text, ending in an ellipsis when it was longer. */
function shortened(text: string, longest: number): string {
  return storable(
    text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`,
  );
}

/** An alarm is never turned away for being wordy: what is too long is cut, what is too much left out. */
const texts = z.record(z.string(), z.string()).transform((given) =>
  Object.fromEntries(
    Object.entries(given)
      .slice(0, MOST_TEXTS)
      .map(([name, text]) => [shortened(name, LONGEST_NAME), shortened(text, LONGEST_TEXT)]),
  ),
);
const key = (longest: number) => z.string().max(longest).transform(storable).pipe(z.string().min(1));

const EARLIEST = Date.parse('1970-01-01T00:00:00Z');
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
/** Alertmanager writes the year 1 for an instant that it does not know. */
const known = (given: Date | undefined): string | null =>
  given && given.getTime() >= EARLIEST ? given.toISOString() : null;

const Alert = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: texts,
  annotations: texts.default({}),
  startsAt: instant.refine((given) => known(given) !== null, { message: '应为 1970 年以后的时刻' }),
  endsAt: instant.optional(),
  fingerprint: key(128),
});

/** What Alertmanager sends to a webhook (version 4), as it is; what is not named here is passed over. */
const Payload = z.object({
  version: z.literal('4'),
  groupKey: key(4000),
  alerts: z.array(Alert).min(1).max(MOST_ALERTS),
});

/** An alert as it is kept. */
export interface ReceivedAlert {
  fingerprint: string;
  groupKey: string;
  status: 'firing' | 'resolved';
  startsAt: string;
  endsAt: string | null;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** The alerts of a call, or what is wrong with it: each fault with its place and what was expected. */
export function readPayload(
  body: unknown,
): { alerts: ReceivedAlert[] } | { faults: { path: string; message: string }[] } {
  const parsed = Payload.safeParse(body);
  if (!parsed.success)
    return {
      faults: parsed.error.issues.slice(0, 20).map(({ path, message }) => ({
        path: path.join('.'),
        message: `${path.join('.') || '请求体'}：不合 Alertmanager webhook 第 4 版的格式（${message}）`,
      })),
    };
  const { groupKey, alerts } = parsed.data;
  return {
    alerts: alerts.map(({ status, startsAt, endsAt, ...alert }) => ({
      ...alert,
      groupKey,
      status,
      startsAt: startsAt.toISOString(),
      // While it fires, Alertmanager gives an end that is nothing but a guess, or the year 1.
      endsAt: status === 'resolved' ? known(endsAt) : null,
    })),
  };
}

/** What labels say of the incident: `zgt_outage_scope` how far it reaches, `zgt_app_id` which app it hits. */
export function hintsOf(labels: Readonly<Record<string, string>>): {
  outageScope: OutageScope;
  appId: string | null;
} {
  const { zgt_outage_scope: scope = '', zgt_app_id: appId } = labels;
  const known = Object.hasOwn(OUTAGE_SCOPES, scope) && scope !== 'NONE';
  return { outageScope: known ? (scope as OutageScope) : 'UNSTABLE', appId: isId(appId) ? appId : null };
}
