import type { Tx } from '@zgt/runtime/database/open.ts';
import type { NamedDay } from './days.ts';

/** True when the year's holidays came with the program or were entered before. */
export async function isCovered(tx: Tx, year: number): Promise<boolean> {
  const row = await tx
    .selectFrom('runtime.calendarYear')
    .select('year')
    .where('year', '=', year)
    .executeTakeFirst();
  return row !== undefined;
}

/** Replaces a year's days in the table by which all processes count working days. */
export async function replaceYear(
  tx: Tx,
  year: number,
  source: string,
  days: readonly NamedDay[],
): Promise<void> {
  await tx
    .deleteFrom('runtime.calendarDay')
    .where('date', '>=', `${year}-01-01`)
    .where('date', '<=', `${year}-12-31`)
    .execute();
  if (days.length > 0)
    await tx
      .insertInto('runtime.calendarDay')
      .values([...days])
      .execute();
  await tx
    .insertInto('runtime.calendarYear')
    .values({ year, source })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ source }))
    .execute();
}
