/** What users see of a penalty, by the number and the code of its notice. */
export const PENALTY_NOTICE_QUERY = `query PenaltyNotice($number: String!, $code: String!) {
  penaltyNotice(number: $number, code: $code) {
    number clause facts penaltyLabel penaltyUntil statusLabel mayAppeal appeal appealAnswer
  }
}`;

export const APPEAL_MUTATION = `mutation AppealUserPenalty($input: AppealUserPenaltyInput!) {
  appealUserPenalty(input: $input) {
    penaltyNotice { number clause facts penaltyLabel penaltyUntil statusLabel mayAppeal appeal appealAnswer }
    refusal { code message articles remedy details { path message } }
  }
}`;

export interface PenaltyNotice {
  number: string;
  clause: string;
  facts: string;
  penaltyLabel: string | null;
  penaltyUntil: string | null;
  statusLabel: string;
  mayAppeal: boolean;
  appeal: string | null;
  appealAnswer: string | null;
}
