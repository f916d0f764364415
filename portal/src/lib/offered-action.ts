/** A refusal as the API gives it. */
export interface ApiRefusal {
  code: string;
  message: string;
  articles: number[];
  remedy: string;
  details: { path: string; message: string }[];
}

/** One thing that an action asks for. */
export interface ActionField {
  name: string;
  label: string;
  kind:
    | 'text'
    | 'texts'
    | 'creditCode'
    | 'phone'
    | 'date'
    | 'instant'
    | 'reference'
    | 'integer'
    | 'accept'
    | 'choice'
    | 'choices';
  hint: string | null;
  required: boolean;
  multiline: boolean;
  of: string | null;
  maxLength: number | null;
  minimum: number | null;
  maximum: number | null;
  options: { value: string; label: string }[];
}

/** An action in brief: may this viewer take it now, and if not, why. */
export interface OfferedAction {
  name: string;
  mutation: string;
  label: string;
  effect: string;
  allowed: boolean;
  refusal: ApiRefusal | null;
  articles: number[];
  negative: boolean;
}

/** An action with everything that its form needs. */
export interface ActionForm extends OfferedAction {
  reason: 'REQUIRED' | 'OPTIONAL' | 'NONE';
  fields: ActionField[];
  documents: { kind: string; required: boolean }[];
}

const REFUSAL = 'code message articles remedy details { path message }';
export const OFFERED = `name mutation label effect allowed articles negative refusal { ${REFUSAL} }`;
export const ACTION_FORM = `${OFFERED} reason documents { kind required }
  fields { name label kind hint required multiline of maxLength minimum maximum options { value label } }`;
export const REFUSAL_FIELDS = REFUSAL;

/** Why an action is not open, in one sentence: what exactly is amiss, where the API tells it. */
export const whyNot = ({ code, message, details }: ApiRefusal): string =>
  (code === 'VALIDATION' && details[0]?.message) || message;
