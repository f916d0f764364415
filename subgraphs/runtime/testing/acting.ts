import { now } from '../clock.ts';
import { newId } from '../id.ts';
import { type ActRequest, act, type Outcome } from '../lifecycle/act.ts';
import type { Row } from '../lifecycle/declaration.ts';
import type { Noun } from '../lifecycle/noun.ts';
import type { Runtime } from '../runtime.ts';
import type { Viewer } from '../viewer.ts';
import { requestBy } from './test-runtime.ts';

export type TestRequest = Omit<ActRequest, 'context' | 'documents'> & { documents?: readonly string[] };

/** Shorthands of tests that act on a real runtime. */
export interface Acting {
  /** Tries an action; `documents` names kinds, for each of which the viewer uploads a file first. */
  attempt(noun: Noun, action: string, viewer: Viewer, request?: TestRequest): Promise<Outcome>;
  /** Like `attempt`, and throws when it is refused. */
  take(noun: Noun, action: string, viewer: Viewer, request?: TestRequest): Promise<Row>;
  /** The code of the refusal; throws when the action went through. */
  refusal(noun: Noun, action: string, viewer: Viewer, request?: TestRequest): Promise<string>;
}

async function upload(runtime: Runtime, viewer: Viewer, kind: string) {
  const documentId = newId();
  await runtime.db
    .insertInto('runtime.document')
    .values({
      id: documentId,
      organizationId: viewer.organizationId,
      accountId: viewer.accountId,
      name: `${kind}.pdf`,
      mime: 'application/pdf',
      size: 10,
      digest: 'digest',
      storageKey: documentId,
      createdAt: now(),
    })
    .execute();
  return { kind, documentId };
}

/** The three ways in which a test takes an action: whatever comes, surely allowed, surely refused. */
export function actingOn(runtime: Runtime): Acting {
  const attempt: Acting['attempt'] = async (noun, action, viewer, { documents = [], ...request } = {}) =>
    act(runtime, noun, action, {
      context: requestBy(viewer),
      ...request,
      documents: await Promise.all(documents.map((kind) => upload(runtime, viewer, kind))),
    });
  return {
    attempt,
    take: async (noun, action, viewer, request) => {
      const { record, refusal } = await attempt(noun, action, viewer, request);
      if (refusal) throw new Error(`${noun.lifecycle.noun}.${action}: ${JSON.stringify(refusal)}`);
      return record;
    },
    refusal: async (noun, action, viewer, request) => {
      const { refusal } = await attempt(noun, action, viewer, request);
      if (!refusal) throw new Error(`${noun.lifecycle.noun}.${action} went through`);
      return refusal.code;
    },
  };
}
