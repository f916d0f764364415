import type { CodeListName } from './code-lists.ts';

export const SENSITIVITIES = ['PUBLIC', 'INTERNAL', 'PERSONAL', 'SECRET'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** One data element: what the field `name` of `object` means wherever the API shows it. */
export interface DataElement {
  /** Stable over all versions: `DE-`, the group, three digits. */
  readonly code: string;
  /** The type in the API that carries the field; `Record` stands for every noun. */
  readonly object: string;
  /** The field's name in the API, camelCase. */
  readonly name: string;
  readonly title: string;
  readonly definition: string;
  /** `an..18` letters and digits up to 18, `n..4` digits, `code` from the list, `date` and `datetime` by ISO 8601. */
  readonly format: string;
  readonly constraint: string | null;
  readonly codeList: CodeListName | null;
  readonly sensitivity: Sensitivity;
  readonly since: string;
  readonly articles: readonly number[];
}
