import { capabilityRequest } from '@zgt/apps/capability-request/actions.ts';
import { openWorld, requestInput, type World } from '@zgt/apps/testing/world.ts';
import { machineCredential } from '@zgt/ecosystem/machine-credential/actions.ts';
import { createAuthenticator } from '@zgt/runtime/identity/authenticate.ts';
import { withBrokenLog } from '@zgt/runtime/testing/broken-log.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import Fastify, { type FastifyInstance } from 'fastify';
import { capabilityCallRoutes } from '../capability-calls.ts';
import { capabilityUsageRoutes } from '../capability-usage.ts';
import { dataOperationRoutes } from '../data-operations.ts';
import { type OauthRoutesOptions, oauthRoutes } from '../oauth/routes.ts';
import { localClient } from '../portal.ts';

/** A world whose routes answer at a server without a socket, and what callers of them do. */
export interface CapabilityWorld extends World {
  app: FastifyInstance;
  options: OauthRoutesOptions;
  /** A provisioned request of a unit with its client id and secret. */
  client(
    viewer: Viewer,
    capabilityId: string,
    dailyQuota?: number,
    fieldPurposes?: readonly string[],
  ): Promise<CapabilityCaller>;
  /** A machine credential of the viewer's organization, as an Authorization header. */
  program(viewer: Viewer): Promise<string>;
  /** Posts a form. */
  post(path: string, form: Record<string, string>, authorization?: string): Promise<Answer>;
  /** Reports events as a program. */
  report(events: unknown, authorization?: string): Promise<Answer>;
  /** Reports operations on public data as a program. */
  logged(operations: unknown, authorization?: string): Promise<Answer>;
  /** Calls one of the platform's own capabilities. */
  call(path: string, authorization?: string): Promise<Answer>;
  /** An access token of a client; throws when it gets none. */
  token(caller: CapabilityCaller): Promise<string>;
  /** Does some work while nothing can be written into the audit log. */
  withBrokenLog<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface CapabilityCaller {
  /** Of the request. */
  id: string;
  clientId: string;
  secret: string;
}

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: any;
}

/** The Authorization header of client_secret_basic. */
export function basic(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;
}

/** Opens the world and mounts the routes that credentials are for. */
export async function openCapabilityWorld(): Promise<CapabilityWorld> {
  const world = await openWorld();
  // Programs are known by their credentials alone: no session is judged here.
  const authenticate = createAuthenticator(world.runtime.db, undefined as never);
  const options = { runtime: world.runtime, authenticate };
  const app = Fastify() as unknown as FastifyInstance;
  app.register(oauthRoutes(options));
  app.register(capabilityUsageRoutes(options));
  app.register(dataOperationRoutes(options));
  // No API stands here, so that a capability which needs it is seen to fail.
  app.register(capabilityCallRoutes({ runtime: world.runtime, api: localClient(app) }));
  const secretOf = async (...args: Parameters<World['attempt']>) => {
    const outcome = await world.attempt(...args);
    if (outcome.refusal) throw new Error(`${args[1]} was refused: ${JSON.stringify(outcome.refusal)}`);
    return { secret: outcome.secret!, record: outcome.record };
  };
  const post: CapabilityWorld['post'] = async (url, form, authorization) => {
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(authorization && { authorization }),
      },
      payload: new URLSearchParams(form).toString(),
    });
    const body = answer.body ? JSON.parse(answer.body) : null;
    return { status: answer.statusCode, headers: answer.headers, body };
  };
  return {
    ...world,
    app,
    options,
    post,
    report: async (events, authorization) => {
      const headers = { ...(authorization && { authorization }) };
      const answer = await app.inject({
        method: 'POST',
        url: '/capability-usage',
        headers,
        payload: { events },
      });
      return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) };
    },
    logged: async (operations, authorization) => {
      const answer = await app.inject({
        method: 'POST',
        url: '/data-operations',
        headers: { ...(authorization && { authorization }) },
        payload: { operations },
      });
      return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) };
    },
    call: async (path, authorization) => {
      const answer = await app.inject({
        url: `/capabilities/${path}`,
        headers: { ...(authorization && { authorization }) },
      });
      return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) };
    },
    client: async (viewer, capabilityId, dailyQuota, fieldPurposes = []) => {
      const { id } = await world.take(capabilityRequest, 'submit', viewer, {
        input: { ...requestInput(capabilityId), fieldPurposes },
      });
      await world.take(capabilityRequest, 'approve', world.company, { id });
      const { secret, record } = await secretOf(capabilityRequest, 'provision', world.company, {
        id,
        input: { dailyQuota: dailyQuota ?? null },
      });
      return { id, clientId: record.number, secret };
    },
    program: async (viewer) => {
      const input = { name: '网关', purpose: '校验令牌并上报用量', validUntil: '2027-10-31' };
      const { secret } = await secretOf(machineCredential, 'issue', viewer, { input });
      return `Bearer ${secret}`;
    },
    token: async ({ clientId, secret }) => {
      const { status, body } = await post(
        '/oauth/token',
        { grant_type: 'client_credentials' },
        basic(clientId, secret),
      );
      if (status !== 200) throw new Error(`no token: ${status} ${JSON.stringify(body)}`);
      return body.access_token;
    },
    withBrokenLog: (work) => withBrokenLog(world.runtime.db, work),
    close: async () => {
      await app.close();
      await world.runtime.close();
    },
  };
}
