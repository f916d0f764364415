import { activeToken } from '@zgt/apps/capability-access/access-token.ts';
import { grantedFields } from '@zgt/apps/capability-access/client.ts';
import type { CapabilityClient } from '@zgt/apps/capability-access/store.ts';
import { admitCall, failCall } from '@zgt/apps/capability-usage/store.ts';
import { LogNotWritten, logDataOperations } from '@zgt/runtime/audit/data-operations.ts';
import { endOfShanghaiDay, shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import { sha256Hex } from '@zgt/runtime/crypto/digest.ts';
import { newId } from '@zgt/runtime/id.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import type { DataOperationResult } from '@zgt/schema/measure/data-operations.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { INTERNAL_MESSAGE } from '../executor/failure.ts';
import { BadCall, NoAnswer, type OwnCapability, ownCapabilities } from './own-capabilities.ts';
import type { ApiClient } from './portal.ts';
import { bearerToken } from './resource-server.ts';

export interface CapabilityCallsOptions {
  /** The apps subgraph's, which keeps credentials and counts calls. */
  runtime: Runtime;
  /** The API, for capabilities that stand on it. */
  api: ApiClient;
}

/** A refusal of a call in the form of RFC 6750: the code and a description in ASCII, and a message for people. */
interface CallRefusal {
  status: number;
  error: string | null;
  description: string;
  message: string;
  headers?: Record<string, string>;
}

function send(reply: FastifyReply, { status, error, description, message, headers }: CallRefusal) {
  const challenge = [
    'Bearer realm="zgt"',
    ...(error ? [`error="${error}"`, `error_description="${description}"`] : []),
  ].join(', ');
  if (status === 401 || status === 403) reply.header('www-authenticate', challenge);
  return reply
    .code(status)
    .headers(headers ?? {})
    .send({ ...(error && { error, error_description: description }), message });
}

const NO_TOKEN: CallRefusal = {
  status: 401,
  error: null,
  description: '',
  message: '请先以客户端编号和密钥在 /oauth/token 换取访问令牌，再以 Authorization: Bearer 携带。',
};

const DEAD_TOKEN: CallRefusal = {
  status: 401,
  error: 'invalid_token',
  description: 'The token is not ours, has ended, or its credential is not in force.',
  message: '访问令牌无效、已过期，或者凭证已暂停、撤销、到期。请重新换取；仍不行的，请查看能力申请的状态。',
};

const NOT_LOGGED: CallRefusal = {
  status: 503,
  error: 'temporarily_unavailable',
  description: 'LOG_WRITE_FAILED: the call could not be logged, so nothing is given out.',
  message: refuse('LOG_WRITE_FAILED').message,
  headers: { 'retry-after': '2' },
};

/** Seconds until the day's quota begins anew. */
function secondsLeft(day: string): number {
  return Math.max(1, Math.ceil((endOfShanghaiDay(day).getTime() - now().getTime()) / 1000));
}

/** What of an answer the client has declared a purpose for; the whole of it where fields are not listed (article 71). */
function onlyFields(answer: object, fields: readonly string[] | null): object {
  return fields === null
    ? answer
    : Object.fromEntries(Object.entries(answer).filter(([name]) => fields.includes(name)));
}

/**
 * The capabilities that the platform itself gives, at GET /capabilities/…: called with the token of a provisioned
 * request, within its daily quota, and each admitted call is counted exactly once (articles 18 and 38). Each is logged
 * as an operation on public data before its answer is given; what cannot be logged is not given (article 69).
 */
export function capabilityCallRoutes({ runtime, api }: CapabilityCallsOptions) {
  const log = async (
    { code }: OwnCapability,
    { id, clientId, organizationId, party }: CapabilityClient,
    { url }: FastifyRequest,
    result: DataOperationResult,
  ) => {
    const viewer = {
      ...ANONYMOUS,
      accountName: clientId,
      organizationId,
      party: party as PartyKind,
      via: 'MACHINE' as const,
      credentialId: id,
    };
    const requestId = newId();
    await logDataOperations(runtime.db, { viewer, requestId, idempotencyKey: null }, now(), [
      {
        eventId: requestId,
        operatedAt: now(),
        actor: clientId,
        activity: 'QUERY',
        resource: code,
        reference: `sha256:${sha256Hex(url)}`,
        purpose: '调用能力',
        dataUseRequest: null,
        result,
      },
    ]);
  };

  const admit = async (capability: OwnCapability, request: FastifyRequest, reply: FastifyReply) => {
    const token = bearerToken(request.headers);
    if (!token) return send(reply, NO_TOKEN);
    const active = await activeToken(runtime, token);
    if (!active) return send(reply, DEAD_TOKEN);
    if (active.claims.scope !== capability.code)
      return send(reply, {
        status: 403,
        error: 'insufficient_scope',
        description: `This needs a token of the scope ${capability.code}.`,
        message: `这个令牌不能调用能力 ${capability.code}。请用该能力的凭证换取令牌；没有的，请先申请。`,
      });
    return call(capability, active.client, request, reply);
  };

  const call = async (
    capability: OwnCapability,
    client: CapabilityClient,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const day = shanghaiDate(now());
    const asked = capability.read(request);
    const wrong = asked instanceof BadCall;
    if (!(await admitCall(runtime.db, client.id, day, client.dailyQuota!, wrong, now())))
      return send(reply, {
        status: 429,
        error: 'quota_exceeded',
        description: `The daily quota of ${client.dailyQuota} calls is used up.`,
        message: `今天的 ${client.dailyQuota} 次限额已用完，次日零时重新计数。需要更高限额的，请重新申请。`,
        headers: { 'retry-after': String(secondsLeft(day)) },
      });
    if (wrong)
      return send(reply, {
        status: 400,
        error: 'invalid_request',
        description: 'A parameter is missing or malformed: see message.',
        message: asked.message,
      });
    try {
      const answer = await asked();
      await log(capability, client, request, 'SUCCEEDED');
      return onlyFields(answer, grantedFields(client));
    } catch (error) {
      await failCall(runtime.db, client.id, day);
      if (error instanceof LogNotWritten) {
        request.log.error({ err: error }, 'a call was not logged');
        return send(reply, NOT_LOGGED);
      }
      await log(capability, client, request, 'FAILED');
      if (!(error instanceof NoAnswer)) throw error;
      return send(reply, {
        status: 503,
        error: 'temporarily_unavailable',
        description: 'What the capability stands on gives no answer.',
        message: '能力暂时不可用，请稍后重试。',
        headers: { 'retry-after': '2' },
      });
    }
  };

  return async (app: FastifyInstance): Promise<void> => {
    app.setErrorHandler((error, request, reply) => {
      request.log.error({ err: error }, 'request failed');
      return send(reply, {
        status: 500,
        error: 'server_error',
        description: 'Something failed here: try again later.',
        message: INTERNAL_MESSAGE,
      });
    });
    for (const capability of ownCapabilities(runtime, api))
      app.get(capability.url, (request, reply) => {
        reply.header('cache-control', 'no-store');
        return admit(capability, request, reply);
      });
  };
}
