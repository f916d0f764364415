import type { EventHandler } from '@zgt/runtime/jobs/queue.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { readStandings } from '@zgt/runtime/organizations.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { safetyStanding } from '@zgt/runtime/safety-standing.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { forcedDelisting } from './actions.ts';
import { ofVulnerability } from './store.ts';

interface Published {
  appId: string;
  number: string;
  noticeText: string | null;
}

/** What an app's vulnerability does to its listing (article 73); told twice, it does nothing the second time. */
export function vulnerabilityHandlers(runtime: Runtime): Record<string, EventHandler[]> {
  const context = (requestId: string) => systemRequest(requestId);
  const takeOff: EventHandler = async ({ recordId, organizationId }, jobId) => {
    const kind = safetyStanding('VULNERABILITY', recordId);
    const published = (await readStandings<Published>(runtime.db, kind, [organizationId])).get(
      organizationId,
    );
    if (!published || (await ofVulnerability(runtime.db, recordId))) return;
    const { appId, number, noticeText } = published.scope;
    const { refusal } = await act(runtime, forcedDelisting, 'orderForVulnerability', {
      context: context(jobId),
      organizationId,
      input: {
        appId,
        ground: 'VULNERABILITY',
        findings: `安全漏洞 ${number}，细节见该漏洞的记录。`,
        noticeText,
        vulnerabilityId: recordId,
      },
    });
    // An app that is not listed any more needs no taking off.
    if (refusal && refusal.code !== 'VALIDATION')
      throw new Error(
        `orderForVulnerability of ForcedDelisting for vulnerability ${recordId} was refused: ${refusal.code}`,
      );
  };
  const release: EventHandler = async ({ recordId }, jobId) => {
    const id = await ofVulnerability(runtime.db, recordId);
    if (!id) return;
    const { refusal } = await act(runtime, forcedDelisting, 'settle', { context: context(jobId), id });
    if (refusal && refusal.code !== 'ILLEGAL_TRANSITION')
      throw new Error(`settle of ForcedDelisting ${id} was refused: ${refusal.code}`);
  };
  return { delistVulnerability: [takeOff], passVulnerability: [release] };
}
