import type { Viewer } from '@zgt/runtime/viewer.ts';
import { consolidationException } from '../consolidation-exception/actions.ts';
import type { World } from './world.ts';

/** What a body fills in that asks for an exception. */
export const exceptionWish = (more: object = {}) => ({
  kind: 'RETAIN',
  appName: '桂水务通',
  audiences: ['CITIZEN'],
  specialReason: '与国家部委的统一系统同版运行，不能拆分',
  ...more,
});

/** An exception that the management unit has agreed to until that day. */
export async function agreedException(
  { take, management }: World,
  by: Viewer,
  kind = 'RETAIN',
  validUntil = '2028-12-31',
): Promise<string> {
  const { id } = await take(consolidationException, 'draft', by, { input: exceptionWish({ kind }) });
  await take(consolidationException, 'submit', by, { id });
  await take(consolidationException, 'startConsultation', management, { id });
  await take(consolidationException, 'agree', management, {
    id,
    input: { validUntil },
    reason: '原因成立',
  });
  return id;
}
