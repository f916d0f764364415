/// <reference path="../env.d.ts" />
import { seeOther } from './local-path.ts';
import { signInPath } from './sign-in-path.ts';

/** Leads somebody who is not signed in to the sign-in page and back; null for those who are. */
export function signInFirst(locals: App.Locals, url: URL): Response | null {
  return locals.viewer.account ? null : seeOther(signInPath(url));
}

/** A deadline as DeadlineBadge takes it: until when, and the working days until then, negative when it was days ago; null without one. */
export function dueOf({
  dueAt,
  overdue,
  remainingWorkingDays,
}: {
  dueAt: string | null;
  overdue: boolean;
  remainingWorkingDays: number | null;
}): { dueAt: string; overdue: boolean; workingDaysLeft: number } | null {
  return dueAt === null ? null : { dueAt, overdue, workingDaysLeft: remainingWorkingDays ?? 0 };
}

const KILOBYTE = 1024;

/** The size of a file in words: 1.5 MB. */
export function fileSize(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes} 字节`;
  const [size, unit] =
    bytes < KILOBYTE * KILOBYTE ? [bytes / KILOBYTE, 'kB'] : [bytes / KILOBYTE / KILOBYTE, 'MB'];
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${unit}`;
}
