import { RULE_PARAMETERS, type RuleParameterName } from '@zgt/schema/measure/parameters.ts';
import { sql } from 'kysely';
import { now } from './clock.ts';
import type { Db, Tx } from './database/open.ts';

export type ParameterValues = Record<RuleParameterName, number | boolean | string>;

/** The changed rule parameters as they stand at an instant: of each the newest value in effect. */
export function parametersInForce(db: Db | Tx, at: Date) {
  return db
    .selectFrom('runtime.ruleParameter')
    .distinctOn('name')
    .select(['name', 'value'])
    .where('effectiveFrom', '<=', at)
    .orderBy('name')
    .orderBy('effectiveFrom', 'desc')
    .orderBy('id', 'desc');
}

/** Every rule parameter: the changed ones as given, the others by the default of the measure. */
export function withDefaults(changed: Readonly<Record<string, unknown>>): ParameterValues {
  const defaults = RULE_PARAMETERS.map((parameter) => [parameter.name, parameter.default]);
  return { ...Object.fromEntries(defaults), ...changed } as ParameterValues;
}

/** Every rule parameter as it stands at this instant: the newest value in effect, else the default of the measure. */
export async function readParameters(db: Db | Tx): Promise<ParameterValues> {
  const rows = await parametersInForce(db, now()).execute();
  return withDefaults(Object.fromEntries(rows.map((row) => [row.name, row.value])));
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
