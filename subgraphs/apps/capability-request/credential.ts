import { addDays } from '@zgt/runtime/calendar/work-calendar.ts';
import { hashSecret, randomToken } from '@zgt/runtime/crypto/digest.ts';
import { numberParameter, type ParameterValues } from '@zgt/runtime/parameters.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { Environment } from '../choices.ts';
import type { CapabilityRequestRow } from '../tables.ts';

const PREFIX = 'zgtc_';
const SHOWN = PREFIX.length + 6;

export interface NewSecret {
  /** For the caller, once. */
  secret: string;
  /** What stays: enough to tell credentials apart, and to recognise the secret when it is presented. */
  columns: { secretPrefix: string; secretHash: string };
}

/** A new secret of 256 random bits, and the only form of it that may be stored (articles 38 and 68). */
export function newSecret(): NewSecret {
  const secret = `${PREFIX}${randomToken()}`;
  return { secret, columns: { secretPrefix: secret.slice(0, SHOWN), secretHash: hashSecret(secret) } };
}

const HOUR_MS = 3_600_000;

/** How long the replaced secret goes on: as asked within the rule parameter, which counts where nothing is asked. */
export function keepPrevious(
  { secretHash }: Pick<CapabilityRequestRow, 'secretHash'>,
  askedHours: number | null,
  now: Date,
  parameters: ParameterValues,
):
  | { columns: Pick<CapabilityRequestRow, 'previousSecretHash' | 'previousValidUntil'> }
  | { refusal: Refusal } {
  const most = numberParameter(parameters, 'credential.overlap_hours');
  const hours = askedHours ?? most;
  if (hours > most) {
    const message = `旧密钥继续可用的小时数：最多 ${most} 小时`;
    return { refusal: refuse('VALIDATION', { details: [{ path: 'overlapHours', message }] }) };
  }
  if (hours === 0) return { columns: { previousSecretHash: null, previousValidUntil: null } };
  const previousValidUntil = new Date(now.getTime() + hours * HOUR_MS);
  return { columns: { previousSecretHash: secretHash, previousValidUntil } };
}

/** The last day of a credential: its own term counted from today, but never beyond the agreement, if there is one (article 38). */
export function lastDay(
  environment: Environment,
  today: string,
  agreementUntil: string | null,
  parameters: ParameterValues,
): string {
  const name = environment === 'SANDBOX' ? 'credential.sandbox_days' : 'credential.production_days';
  const own = addDays(today, numberParameter(parameters, name));
  return agreementUntil === null || own < agreementUntil ? own : agreementUntil;
}
