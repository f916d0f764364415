import type { Article, Duty } from './article-type.ts';
import { COMMERCE_BRAND_ARTICLES } from './articles-commerce-brand.ts';
import { DATA_SECURITY_ARTICLES } from './articles-data-security.ts';
import { GENERAL_DEFINITION_ARTICLES } from './articles-general-definitions.ts';
import { GENERAL_PARTY_ARTICLES } from './articles-general-parties.ts';
import { INCIDENT_ARTICLES } from './articles-incidents.ts';
import { MAINTENANCE_ARTICLES } from './articles-maintenance.ts';
import { MARKET_CONSTRUCTION_ARTICLES } from './articles-market-construction.ts';
import { MARKET_OPERATION_ARTICLES } from './articles-market-operation.ts';
import { PUBLIC_ACCESS_ARTICLES } from './articles-public-access.ts';
import { PUBLIC_CONSTRUCTION_ARTICLES } from './articles-public-construction.ts';
import { PUBLIC_DATA_ARTICLES } from './articles-public-data.ts';
import { PUBLIC_OPERATION_ARTICLES } from './articles-public-operation.ts';
import { SECURITY_ARTICLES } from './articles-security.ts';
import { SUPPLEMENTARY_ARTICLES } from './articles-supplementary.ts';

/** All 77 articles of the measure, in order; `ARTICLES[n - 1]` is article n. */
export const ARTICLES: readonly Article[] = [
  ...GENERAL_PARTY_ARTICLES,
  ...GENERAL_DEFINITION_ARTICLES,
  ...PUBLIC_CONSTRUCTION_ARTICLES,
  ...PUBLIC_ACCESS_ARTICLES,
  ...PUBLIC_OPERATION_ARTICLES,
  ...PUBLIC_DATA_ARTICLES,
  ...MARKET_CONSTRUCTION_ARTICLES,
  ...MARKET_OPERATION_ARTICLES,
  ...COMMERCE_BRAND_ARTICLES,
  ...MAINTENANCE_ARTICLES,
  ...INCIDENT_ARTICLES,
  ...SECURITY_ARTICLES,
  ...DATA_SECURITY_ARTICLES,
  ...SUPPLEMENTARY_ARTICLES,
];

/** Every duty of every article, in the measure's order. */
export const DUTIES: readonly Duty[] = ARTICLES.flatMap((article) => article.duties);

/** The article of that number; an unknown number is a mistake in the code and throws. */
export function article(number: number): Article {
  const found = ARTICLES[number - 1];
  if (!found) throw new RangeError(`The measure has articles 1 to 77; there is no article ${number}.`);
  return found;
}
