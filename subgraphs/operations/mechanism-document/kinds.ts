import type { PartyKind } from '@zgt/schema/parties.ts';

/** Who makes a mechanism; the management unit guides every one of them. */
export type MechanismAuthor = Extract<PartyKind, 'OWNER_UNIT' | 'PROJECT_COMPANY'>;

/** The mechanisms that the measure demands in writing, by whom they are made, and where it says so. */
export const MECHANISMS = {
  OPERATION_SUPERVISION: { label: '运营监管机制', authors: ['PROJECT_COMPANY'], articles: [27] },
  MARKET_ACCOUNTABILITY: {
    label: '市场化服务责任追究机制',
    authors: ['OWNER_UNIT', 'PROJECT_COMPANY'],
    articles: [41],
  },
  OPS_SYSTEM: { label: '运维管理制度', authors: ['OWNER_UNIT'], articles: [58] },
  OPS_GUARANTEE: { label: '运维保障机制', authors: ['PROJECT_COMPANY'], articles: [58] },
  INCIDENT_RESPONSE: { label: '应急处置机制', authors: ['PROJECT_COMPANY'], articles: [58, 61, 62] },
  OPS_ACCOUNTABILITY: {
    label: '运维责任追究机制',
    authors: ['OWNER_UNIT', 'PROJECT_COMPANY'],
    articles: [63],
  },
} as const satisfies Record<
  string,
  { label: string; authors: readonly MechanismAuthor[]; articles: readonly number[] }
>;
export type MechanismKind = keyof typeof MECHANISMS;

export const MECHANISM_KINDS = Object.fromEntries(
  Object.entries(MECHANISMS).map(([kind, { label }]) => [kind, label]),
) as Record<MechanismKind, string>;

/** Who makes a mechanism of the kind. */
export function authorsOf(kind: MechanismKind): readonly MechanismAuthor[] {
  return MECHANISMS[kind].authors;
}
