import { PARTIES } from '@zgt/schema/parties.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Viewer } from '../viewer.ts';
import type { Actor, Lifecycle, Row, Transition } from './declaration.ts';

/** True when the viewer may know that the record exists. */
export function maySee(
  lifecycle: Lifecycle,
  viewer: Viewer,
  record: Pick<Row, 'organizationId' | 'state'>,
): boolean {
  if (viewer.via === 'SYSTEM') return true;
  if (lifecycle.publicStates?.includes(record.state)) return true;
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

function partyNames(transition: Transition): string {
  const names = transition.by.map((actor) => {
    if (actor.party === 'SYSTEM') return '系统计时器';
    if (actor.party === 'ACCOUNT') return '已登录的账号';
    if (actor.party === 'PUBLIC') return '任何人';
    return `${actor.own ? '本' : ''}${PARTIES[actor.party].name}`;
  });
  return [...new Set(names)].join('或');
}

/** Party and role: FORBIDDEN_ROLE says who may take the action instead. */
export function checkActor(transition: Transition, viewer: Viewer, record: Row | null): Refusal | null {
  if (transition.by.some((actor) => isActor(actor, viewer, record))) return null;
  const who = partyNames(transition);
  const roles = transition.by.find((actor) => actor.party === viewer.party)?.roles;
  if (transition.othersAreTold && !roles) return refuse(transition.othersAreTold);
  return refuse('FORBIDDEN_ROLE', {
    message: roles
      ? `“${transition.label}”需要${who}中具有相应岗位（${roles.join('、')}）的人员办理。`
      : `“${transition.label}”只能由${who}办理。`,
    articles: transition.articles,
    remedy: roles ? '请由本单位负责人调整岗位，或请有该岗位的同事办理。' : `请联系${who}，或切换到有权办理的单位后再试。`,
  });
}

/** True when some actor of the transition is of the viewer's party: then its button is worth showing. */
export function concerns(transition: Transition, viewer: Viewer, record: Row): boolean {
  return transition.by.some(
    (actor) =>
      actor.party === viewer.party && !(actor.own && record.organizationId !== viewer.organizationId),
  );
}
