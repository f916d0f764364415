import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import type { Period } from './filing/periods.ts';

/** Opens a record of an organisation for each period; returns how many, without those that were there already. */
export async function openPeriods(
  runtime: Runtime,
  noun: Noun,
  organizationId: string,
  periods: readonly Period[],
  particulars: Readonly<Record<string, unknown>>,
): Promise<number> {
  let opened = 0;
  for (const { key, start, end } of periods) {
    const { record } = await act(runtime, noun, 'open', {
      context: systemRequest(),
      organizationId,
      input: { ...particulars, periodKey: key, periodStart: start, periodEnd: end },
    });
    if (record) opened += 1;
  }
  return opened;
}
