/** What a licence opens, or what an authorization needs of one. */
export interface LicensedTerm {
  activities: readonly string[];
  validFrom: string;
  validUntil: string;
}

/** True when from today on the authorization lies wholly inside the licence; days that are over need no licence. */
export function covers(license: LicensedTerm, authorization: LicensedTerm, today: string): boolean {
  const from = authorization.validFrom > today ? authorization.validFrom : today;
  return (
    authorization.activities.every((activity) => license.activities.includes(activity)) &&
    license.validFrom <= from &&
    license.validUntil >= authorization.validUntil
  );
}
