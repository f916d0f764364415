/** The mechanisms that the measure demands and that have no document in force. */
export const MECHANISMS_MISSING_QUERY =
  'query MechanismsMissing { mechanismsMissing { kind label articles makers } }';

export interface MissingMechanism {
  kind: string;
  label: string;
  articles: number[];
  makers: string[];
}
