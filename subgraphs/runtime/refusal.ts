import { REFUSALS, type RefusalCode } from '@zgt/schema/errors.ts';

export interface RefusalDetail {
  path: string;
  message: string;
}

/** A lawful "no": what was refused, on what basis, and how to mend it. A value, never thrown across a module. */
export interface Refusal {
  code: RefusalCode;
  message: string;
  articles: readonly number[];
  remedy: string;
  details: readonly RefusalDetail[];
}

/** Builds a refusal from the catalogue; `more` sharpens it for the case at hand. */
export function refuse(
  code: RefusalCode,
  more: {
    message?: string;
    articles?: readonly number[];
    remedy?: string;
    details?: readonly RefusalDetail[];
  } = {},
): Refusal {
  const text = REFUSALS[code];
  return {
    code,
    message: more.message ?? text.message,
    articles: more.articles ?? text.articles,
    remedy: more.remedy ?? text.remedy,
    details: more.details ?? [],
  };
}

/** Codes as people call them, for the message of a refusal. */
export function inWords(codes: readonly string[], labels: Readonly<Record<string, string>>): string {
  return codes.map((code) => labels[code] ?? code).join('、');
}
