import type { ActionPage } from './action-pages.ts';

/** The page's title; a faulty form says so first, for those who hear the title before anything else. */
export function pageTitle({ action, outcome }: ActionPage, label: string): string {
  const what = `${action.label} · ${label}`;
  if (outcome?.kind === 'CHECK') return `核对：${what}`;
  return isFaulty(outcome) ? `出错：${what}` : what;
}

/** 422 for a form that came back with faults, 409 for an action that is shut now. */
export function answerStatus({ outcome }: ActionPage): number {
  if (outcome === null) return 409;
  return isFaulty(outcome) ? 422 : 200;
}

function isFaulty(outcome: ActionPage['outcome']): boolean {
  return outcome?.kind === 'FORM' && (outcome.state.refusal !== null || outcome.state.problems.length > 0);
}
