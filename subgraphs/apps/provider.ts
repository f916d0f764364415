import { inWords, type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import { INDUSTRY_CATEGORIES } from './choices.ts';

/** What an organisation is judged by that provides an app: who it is, and for a unit what its agreement covers. */
export interface Provider {
  party: string | null;
  unitState: string | null;
  agreement: {
    state: string;
    validUntil: string;
    capabilityCodes: readonly string[];
    /** Absent in agreements that do not limit the industries. */
    industryCategories?: readonly string[] | null;
  } | null;
}

/** Parties that provide services in their own name (article 11). */
export const PROVIDER_PARTIES = [
  'ECOSYSTEM_UNIT',
  'GOVERNMENT_DEPARTMENT',
  'MUNICIPALITY',
  'COUNTY',
] as const satisfies readonly PartyKind[];

/** Parties of the government, which services of the government are asked of (articles 16 and 17). */
export const GOVERNMENT_PARTIES = [
  'GOVERNMENT_DEPARTMENT',
  'MUNICIPALITY',
  'COUNTY',
] as const satisfies readonly PartyKind[];

/** Members of a government body, for a record of its own. */
export const GOVERNMENT_BODIES = GOVERNMENT_PARTIES.map((party) => ({ party, own: true }) as const);

/** Members of the providing organisation, for a record of its own (article 26). */
export const PROVIDERS = PROVIDER_PARTIES.map((party) => ({ party, own: true }) as const);

/**
 * Article 38: a unit acts only while approved, under an agreement in force and within its scope. Articles 10 and 38:
 * others provide public services without an agreement, and market services not at all.
 */
export function mayProvide(
  { party, unitState, agreement }: Provider,
  app: { serviceClass: unknown; industryCategory: unknown },
  today: string,
): Refusal | null {
  if (party !== 'ECOSYSTEM_UNIT')
    return app.serviceClass === 'MARKET' ? refuse('AGREEMENT_REQUIRED', { articles: [10, 38] }) : null;
  if (unitState !== 'ACTIVE') return refuse('UNIT_NOT_APPROVED');
  if (agreement?.state !== 'IN_FORCE' || agreement.validUntil < today)
    return refuse('AGREEMENT_REQUIRED', { articles: [38] });
  const { industryCategories } = agreement;
  const { industryCategory } = app;
  if (!industryCategories || typeof industryCategory !== 'string') return null;
  if (industryCategories.includes(industryCategory)) return null;
  const named = (codes: readonly string[]) => inWords(codes, INDUSTRY_CATEGORIES);
  return refuse('AGREEMENT_SCOPE_EXCEEDED', {
    articles: [38],
    details: [
      {
        path: 'industryCategory',
        message: `行业类别：授权协议未包括${named([industryCategory])}，只包括${named(industryCategories)}`,
      },
    ],
  });
}
