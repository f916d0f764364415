/** Members of the organisation that a record belongs to, whichever it is. */
export const OWNERS = (
  [
    'ECOSYSTEM_UNIT',
    'GOVERNMENT_DEPARTMENT',
    'MUNICIPALITY',
    'COUNTY',
    'INFRASTRUCTURE_PROVIDER',
    'OWNER_UNIT',
    'PROJECT_COMPANY',
  ] as const
).map((party) => ({ party, own: true }) as const);

/** Parties that provide apps, for a record of their own (article 11). */
export const APP_PROVIDERS = OWNERS.slice(0, 4);

/** Those at the project company who look after security (article 73). */
export const COMPANY_SECURITY = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'SECURITY'] } as const;
