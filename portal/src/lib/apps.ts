import type { Connection } from './api.ts';

/** An app as the catalogue lists it. */
export interface CatalogueApp {
  id: string;
  name: string;
  purpose: string;
  status: string;
  statusLabel: string;
  statusTone: string;
  serviceClass: string;
  domains: string[];
  terminals: string[];
  versionText: string | null;
  organization: { name: string | null } | null;
}

/** An app as its own page shows it. */
export interface CatalogueEntry extends CatalogueApp {
  number: string;
  publicKind: string | null;
  marketKind: string | null;
  industryCategory: string | null;
  accessMode: string;
  terminalNote: string | null;
  features: string[];
  pricing: string | null;
  statutoryFeeBasis: string | null;
  firstListedAt: string | null;
  listedAt: string | null;
  delistingNotice: string | null;
  delistedAt: string | null;
  score: number | null;
  scorePeriod: string | null;
}

/** What an app tells its users. */
export interface PublishedContent {
  id: string;
  category: string;
  heading: string;
  body: string;
  publishedAt: string;
}

/** A market app that the catalogue recommends (article 40). */
export interface RecommendedApp {
  id: string;
  name: string;
  purpose: string;
  score: number;
  scorePeriod: string;
  recommendRank: number | null;
  organization: { name: string | null } | null;
}

/** The recommended apps, those ranked by hand first, the others by score. */
export const RECOMMENDED_QUERY = `query Recommended { recommendedApps(first: 6) {
  id name purpose score scorePeriod recommendRank organization { name } } }`;

const BRIEF =
  'id name purpose status statusLabel statusTone serviceClass domains terminals versionText organization { name }';

/** The public catalogue of apps. */
export const APPS_QUERY = `query Apps($first: Int!, $after: String, $filter: AppFilter) {
  apps(first: $first, after: $after, filter: $filter) {
    edges { cursor node { ${BRIEF} } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** One app of the catalogue. */
export const APP_QUERY = `query App($id: ID!) { app(id: $id) { ${BRIEF} number publicKind marketKind industryCategory
  accessMode terminalNote features pricing statutoryFeeBasis firstListedAt listedAt delistingNotice delistedAt score scorePeriod }
  contentItems(first: 20, filter: { appId: $id, status: [PUBLISHED] }) { edges { node { id category heading body publishedAt } } } }`;

export interface AppData {
  app: CatalogueEntry | null;
  contentItems: { edges: { node: PublishedContent }[] };
}

export type AppsData = { apps: Connection<CatalogueApp> };

/** What the catalogue can be narrowed by: the parameter of its address, its name and the enum of its values. */
export const APP_FILTERS = [
  { name: 'serviceClass', label: '类别', enumName: 'serviceClass' },
  { name: 'domain', label: '服务领域', enumName: 'serviceDomain' },
  { name: 'terminal', label: '终端', enumName: 'terminalKind' },
  { name: 'industryCategory', label: '行业', enumName: 'industryCategory' },
] as const;

/** The filter that an address asks for; what is no code is no filter. */
export function appFilter(parameters: URLSearchParams): Record<string, unknown> {
  const text = parameters.get('text')?.trim().slice(0, 100);
  const codes = APP_FILTERS.flatMap(({ name }) => {
    const value = parameters.get(name) ?? '';
    return /^[A-Z][A-Z0-9_]*$/.test(value) ? [[name, value]] : [];
  });
  return { status: ['LISTED', 'DELISTING'], ...Object.fromEntries(codes), ...(text && { text }) };
}
