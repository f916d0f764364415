import type { IconName } from './icons.ts';

export type Tone = 'ok' | 'wait' | 'warn' | 'bad' | 'off';

export const TONE_ICONS: Record<Tone, IconName> = {
  ok: 'circle-check',
  wait: 'clock',
  warn: 'circle-pause',
  bad: 'circle-x',
  off: 'circle',
};

const OK =
  'ACTIVE IN_FORCE EFFECTIVE LISTED LIVE APPROVED PROVISIONED FILED ALLOCATED COMPLETED VERIFIED PUBLISHED LIFTED AVAILABLE PASSED OPEN IN_USE';
const WARN =
  'SUSPENDED RETURNED OFFLINE_REQUESTED EXITING DELISTING ANNOUNCING RECTIFYING DUE DEPRECATED TRANSITION';
const BAD =
  'REFUSED REJECTED DECLINED REVOKED TERMINATED FORCED_DELISTED OVERDUE LATE PERMANENT FAILED ABOLISHED';
const OFF =
  'DRAFT WITHDRAWN EXPIRED EXITED DELISTED OFFLINE RETIRED CLOSED RELEASED NOT_FOUND SUPERSEDED DISCARDED';

const TONES = new Map<string, Tone>();
for (const [tone, states] of [
  ['ok', OK],
  ['warn', WARN],
  ['bad', BAD],
  ['off', OFF],
] as const) {
  for (const state of states.split(' ')) TONES.set(state, tone);
}

/** Tone of a lifecycle state; a state that is not listed is one in which somebody is awaited. */
export function toneOf(state: string): Tone {
  return TONES.get(state) ?? 'wait';
}
