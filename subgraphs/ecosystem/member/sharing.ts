import { now } from '@zgt/runtime/clock.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { member } from './actions.ts';
import { markTold, untoldSharing } from './store.ts';

/**
 * Tells the security officers of whose accounts sessions were ended because they were used on two devices (article 68);
 * to be called every minute. One account is told of once, however many of its sessions were ended.
 */
export async function tellOfSharing(runtime: Runtime): Promise<void> {
  for (const { accountId, members } of await untoldSharing(runtime.db)) {
    for (const { id, party } of members) {
      const { refusal } = await act(runtime, member, 'suspectSharing', {
        context: systemRequest(),
        id,
        input: { party },
      });
      if (refusal && refusal.code !== 'ILLEGAL_TRANSITION')
        throw new Error(`suspectSharing of Member ${id} was refused: ${refusal.code}`);
    }
    await markTold(runtime.db, accountId, now());
  }
}
