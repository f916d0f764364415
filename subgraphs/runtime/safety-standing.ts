/** What stands between an app or platform and its listing, published by the registers of safety to those of apps. */
export type SafetyConcern = 'VULNERABILITY' | 'RISK_ASSESSMENT' | 'CRYPTO' | 'PRIVACY_NOTICE';

const PREFIX = 'SAFETY:';

/** The kind of the standing in which a register of safety publishes one concern; its scope names the app (`appId`). */
export const safetyStanding = (concern: SafetyConcern, id: string): string => `${PREFIX}${concern}:${id}`;

/** The kind of the standing of a safety agreement; platforms go live by it (article 65). */
export const safetyAgreementStanding = (id: string): string => `SAFETY_AGREEMENT:${id}`;

/** SQL `like` pattern of the standings of all safety agreements. */
export const SAFETY_AGREEMENTS = 'SAFETY_AGREEMENT:%';

/** SQL `like` pattern of all kinds of safety standings. */
export const SAFETY_STANDINGS = `${PREFIX}%`;
