import { RULE_PARAMETERS, type RuleParameterName } from '@zgt/schema/measure/parameters.ts';
import { sql } from 'kysely';
import { now } from './clock.ts';
import type { Db, Tx } from './database/open.ts';

export type ParameterValues = Record<RuleParameterName, number | boolean | string>;

/** Every rule parameter as it stands at this instant: the newest value in effect, else the default of the measure. */
export async function readParameters(db: Db | Tx): Promise<ParameterValues> {
  const rows = await db
    .selectFrom('runtime.ruleParameter')
    .distinctOn('name')
    .select(['name', 'value'])
    .where('effectiveFrom', '<=', now())
    .orderBy('name')
    .orderBy('effectiveFrom', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const values: Record<string, unknown> = Object.fromEntries(
    RULE_PARAMETERS.map((parameter) => [parameter.name, parameter.default]),
  );
  for (const row of rows) values[row.name] = row.value;
  return values as ParameterValues;
}

/** A parameter that counts something; throws when its declaration is not a number. */
export function numberParameter(values: ParameterValues, name: RuleParameterName): number {
  const value = values[name];
  if (typeof value !== 'number') throw new Error(`rule parameter ${name} is not a number`);
  return value;
}

/** A value as jsonb, whatever its shape: node-postgres would send an array as a PostgreSQL array. */
export function json(value: unknown) {
  return sql<any>`${JSON.stringify(value)}::jsonb`;
}
