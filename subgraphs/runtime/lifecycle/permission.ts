import {
  MEMBER_ROLE_LABELS,
  type MemberRole,
  PARTIES,
  PARTY_KINDS,
  type PartyKind,
} from '@zgt/schema/parties.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Viewer } from '../viewer.ts';
import { type Actor, type Lifecycle, openStates, type Row, type Transition } from './declaration.ts';

/** True when the viewer may know that the record exists. */
export function maySee(
  lifecycle: Lifecycle,
  viewer: Viewer,
  record: Pick<Row, 'organizationId' | 'state'>,
): boolean {
  if (viewer.via === 'SYSTEM') return true;
  if (openStates(lifecycle, viewer.party).includes(record.state)) return true;
  if (viewer.organizationId !== null && viewer.organizationId === record.organizationId) return true;
  return viewer.party !== null && lifecycle.readers.includes(viewer.party);
}

function isActor(actor: Actor, viewer: Viewer, record: Row | null): boolean {
  if (actor.party === 'PUBLIC') return true;
  if (actor.party === 'SYSTEM') return viewer.via === 'SYSTEM';
  if (actor.party === 'ACCOUNT') return viewer.accountId !== null;
  if (viewer.party !== actor.party) return false;
  if (actor.own && record && record.organizationId !== viewer.organizationId) return false;
  return actor.roles === undefined || actor.roles.some((role) => viewer.roles.includes(role));
}

const OTHERS = { SYSTEM: '系统计时器', ACCOUNT: '已登录的账号', PUBLIC: '任何人' } as const;

function partyNames(transition: Transition): string {
  const parties = new Set(transition.by.map((actor) => actor.party));
  if (PARTY_KINDS.every((party) => parties.has(party))) return '本单位';
  const names = transition.by
    .filter((actor) => actor.party !== 'SYSTEM' || transition.by.length === 1)
    .map((actor) => {
      if (actor.party in OTHERS) return OTHERS[actor.party as keyof typeof OTHERS];
      return `${actor.own ? '本' : ''}${PARTIES[actor.party as PartyKind].name}`;
    });
  return [...new Set(names)].join('或');
}

/** Party and role: the refusal says who may take the action instead. */
export function checkActor(transition: Transition, viewer: Viewer, record: Row | null): Refusal | null {
  if (transition.by.some((actor) => isActor(actor, viewer, record))) return null;
  if (viewer.via === 'ANONYMOUS') return refuse('UNAUTHENTICATED');
  const who = partyNames(transition);
  const roles = transition.by.find((actor) => actor.party === viewer.party)?.roles;
  if (transition.othersAreTold && !roles) return refuse(transition.othersAreTold);
  const roleNames = roles?.map((role) => MEMBER_ROLE_LABELS[role as MemberRole] ?? role).join('、');
  return refuse('FORBIDDEN_ROLE', {
    message: roleNames
      ? `“${transition.label}”需要${who}中具有相应岗位（${roleNames}）的人员办理。`
      : `“${transition.label}”只能由${who}办理。`,
    articles: transition.articles,
    remedy: roleNames
      ? '请由本单位负责人调整岗位，或请有该岗位的同事办理。'
      : `请联系${who}，或切换到有权办理的单位后再试。`,
  });
}

/**
 * What a party that can never take the action is told without being shown whether the record exists; null when it
 * might take it, or when the transition has nothing special to say.
 */
export function refusedUnseen(transition: Transition, viewer: Viewer): Refusal | null {
  const never = viewer.party !== null && !transition.by.some((actor) => actor.party === viewer.party);
  return transition.othersAreTold && never ? refuse(transition.othersAreTold) : null;
}

/** True when some actor of the transition is of the viewer's party: then its button is worth showing. */
export function concerns(transition: Transition, viewer: Viewer, record: Row): boolean {
  return transition.by.some(
    (actor) =>
      actor.party === viewer.party && !(actor.own && record.organizationId !== viewer.organizationId),
  );
}
