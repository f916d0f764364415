import type { Tx } from '@zgt/runtime/database/open.ts';
import { type Builder, basis, type SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { requestContext } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { countFailure, secondsToWait } from '@zgt/runtime/identity/sign-in-throttle.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import { SYSTEM } from '@zgt/runtime/viewer.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { USER_PENALTIES } from '../choices-conduct.ts';
import { hashCode } from '../hotline-ticket/code.ts';
import { changeOnce } from '../request.ts';
import type { UserViolationRow } from '../tables-conduct.ts';
import { userViolation } from './actions.ts';
import { userViolationLifecycle } from './lifecycle.ts';
import { findByCode } from './store.ts';

interface Appeal {
  number: string;
  code: string;
  appeal: string;
}

type Notice = Pick<
  UserViolationRow,
  'number' | 'clause' | 'facts' | 'penalty' | 'penaltyUntil' | 'state' | 'appeal' | 'appealAnswer'
>;

interface Payload {
  penaltyNotice: Notice | null;
  refusal: Refusal | null;
}

/** The violation of that number, for who has its code. */
async function noticeOf({ runtime }: SubgraphContext, { number, code }: Pick<Appeal, 'number' | 'code'>) {
  if (number.length > 32 || code.length > 64) return null;
  return findByCode(runtime.db as never, number.trim().toUpperCase(), hashCode(code));
}

/** Too many wrong codes for one number are refused for a while; the right one is always let through. */
async function refuseCode(tx: Tx, number: string): Promise<Refusal> {
  const name = `appeal:${number.trim().toUpperCase().slice(0, 32)}`;
  const seconds = await secondsToWait(tx as never, name);
  if (seconds !== null)
    return refuse('RATE_LIMITED', {
      message: `申诉码不对的次数过多，请 ${Math.ceil(seconds / 60)} 分钟后再试。`,
      remedy: '申诉码在处理通知里；找不到的，请联系客服代为登记申诉。',
    });
  await countFailure(tx as never, name);
  return refuse('NOT_FOUND', {
    message: '没有找到这条处理：编号或申诉码不对。',
    remedy: '请按处理通知核对编号和申诉码；找不到的，请联系客服代为登记申诉。',
    articles: [44],
  });
}

async function lodge(context: SubgraphContext, info: GraphQLResolveInfo, given: Appeal): Promise<Payload> {
  const found = await noticeOf(context, given);
  if (!found) {
    const { refusal } = await changeOnce(
      context,
      info,
      { noun: 'UserViolation', action: 'appealUserPenalty', articles: [44], input: given },
      async (tx) => ({ recordId: null, refusal: await refuseCode(tx, given.number) }),
    );
    return { penaltyNotice: null, refusal };
  }
  const { requestId, idempotencyKey } = requestContext(context, info);
  const { record, refusal } = await act(context.runtime, userViolation, 'appealByUser', {
    // The code stands for the user, who has no account here: its holder acts through the system.
    context: { viewer: SYSTEM, requestId, idempotencyKey: idempotencyKey && `${found.id}:${idempotencyKey}` },
    id: found.id,
    input: { appeal: given.appeal },
  });
  return { penaltyNotice: record as UserViolationRow | null, refusal };
}

/** What a user sees of a penalty and may say against it, by its number and the code from the notice (article 44, duty 44.4). */
export function addUserAppeal(builder: Builder, shared: SharedTypes): void {
  const notice = builder.objectRef<Notice>('PenaltyNotice').implement({
    description: '用户凭编号和申诉码看到的处理。',
    fields: (t) => ({
      number: t.exposeString('number', { description: '编号。' }),
      clause: t.exposeString('clause', { description: '违反的条目。' }),
      facts: t.exposeString('facts', { description: '事实。' }),
      penaltyLabel: t.string({
        nullable: true,
        description: '作出的处理。',
        resolve: ({ penalty }) => penalty && USER_PENALTIES[penalty],
      }),
      penaltyUntil: t.field({
        type: 'Date',
        nullable: true,
        description: '处理的最后一天；没有期限的为空。',
        resolve: ({ penaltyUntil }) => penaltyUntil,
      }),
      statusLabel: t.string({
        description: '现在的状态。',
        resolve: ({ state }) =>
          userViolationLifecycle.states[state as keyof typeof userViolationLifecycle.states].label,
      }),
      mayAppeal: t.boolean({
        description: '现在能否申诉。',
        resolve: ({ state }) => state === 'PENALIZED',
      }),
      appeal: t.exposeString('appeal', { nullable: true, description: '提出过的申诉。' }),
      appealAnswer: t.exposeString('appealAnswer', { nullable: true, description: '对申诉的答复。' }),
    }),
  });
  builder.queryField('penaltyNotice', (t) =>
    t.field({
      type: notice,
      nullable: true,
      ...basis([44], '凭编号和申诉码查看一次处理，不需要账号；任一不对时为空。'),
      args: {
        number: t.arg.string({ required: true, description: '处理的编号，例如 WG-2026-000001。' }),
        code: t.arg.string({ required: true, description: '处理通知里的申诉码。' }),
      },
      resolve: (_, given, context) => noticeOf(context, given),
    }),
  );
  const payload = builder.objectRef<Payload>('UserPenaltyPayload').implement({
    description: 'penaltyNotice 与 refusal 恰有一个不为空。',
    fields: (t) => ({
      penaltyNotice: t.field({
        type: notice,
        nullable: true,
        resolve: ({ penaltyNotice }) => penaltyNotice as never,
      }),
      refusal: t.field({ type: shared.refusal, nullable: true, resolve: ({ refusal }) => refusal }),
    }),
  });
  const input = builder.inputType('AppealUserPenaltyInput', {
    fields: (t) => ({
      number: t.string({ required: true, description: '处理的编号。' }),
      code: t.string({ required: true, description: '处理通知里的申诉码。' }),
      appeal: t.string({ required: true, description: '申诉的内容，最多 4000 字。' }),
    }),
  });
  builder.mutationField('appealUserPenalty', (t) =>
    t.field({
      type: payload,
      ...basis(
        [44],
        '用户自己申诉，不需要账号：由没有作出处理的人复核。编号或申诉码不对时拒绝（NOT_FOUND），反复不对的暂时拒绝（RATE_LIMITED）。',
      ),
      args: { input: t.arg({ type: input, required: true }) },
      resolve: (_, args, context, info) => lodge(context, info, args.input),
    }),
  );
}
