import { formatDay, formatInstant } from './dates.ts';
import type { Names } from './names.ts';

/** A filing as the document that is handed in. */
export const FILING_DOCUMENT_QUERY = `query FilingDocument($id: ID!) {
  filing(id: $id) {
    number title status statusLabel kindLabel kindArticles formLabel periodKey periodStart periodEnd dueOn summary
    filingNumber createdAt updatedAt organization { id name }
    figures { noun measure name count }
    documents { name attachedAt }
    history { action label outcome at organizationName }
  }
}`;

export interface Figure {
  noun: string;
  measure: string;
  name: string;
  count: number;
}

export interface Filing {
  number: string;
  title: string;
  status: string;
  statusLabel: string;
  kindLabel: string;
  kindArticles: number[];
  formLabel: string;
  periodKey: string;
  periodStart: string;
  periodEnd: string;
  dueOn: string;
  summary: string | null;
  filingNumber: string | null;
  createdAt: string;
  organization: { name: string | null };
  figures: Figure[];
  documents: { name: string; attachedAt: string }[];
  history: { action: string; outcome: string; at: string }[];
}

/** What stands on the paper, in its order; the page and the Word file show the same. */
export interface FilingDocument {
  heading: string;
  number: string;
  /** False until it was handed in: a copy of a draft says so. */
  submitted: boolean;
  particulars: { label: string; value: string }[];
  figures: { register: string; what: string; count: string }[];
  summary: string;
  attachments: string[];
  filer: string;
  submittedOn: string | null;
}

/** What a figure counts, in words: 期间提交, 期末已备案, 本期应办的待开展, 生成时已逾期. */
export function figureText({ noun, measure, name }: Figure, names: Pick<Names, 'state' | 'action'>): string {
  if (measure === 'ACTION') return `期间${names.action(noun, name)}`;
  if (measure === 'OVERDUE') return '生成时已逾期';
  return `${measure === 'STATE' ? '期末' : '本期应办的'}${names.state(noun, name)}`;
}

/** How many, with the unit of what is counted. */
export function figureCount({ measure, count }: Figure): string {
  return `${count} ${measure === 'ACTION' ? '次' : '件'}`;
}

function lastSubmission({ history }: Filing): string | null {
  const taken = history.filter(({ action, outcome }) => action === 'submit' && outcome === 'DONE');
  return taken.at(-1)?.at ?? null;
}

/** The paper of a filing from what the API gives of it. */
export function paperOf(filing: Filing, names: Pick<Names, 'noun' | 'state' | 'action'>): FilingDocument {
  const submittedAt = lastSubmission(filing);
  return {
    heading: `${filing.kindLabel}（${filing.periodKey}）`,
    number: filing.filingNumber ?? filing.number,
    submitted: submittedAt !== null,
    particulars: [
      { label: '形式', value: filing.formLabel },
      { label: '报送单位', value: filing.organization.name ?? '' },
      {
        label: '所属期间',
        value: `${formatDay(filing.periodStart)} 至 ${formatDay(filing.periodEnd)}`,
      },
      { label: '应提交的最后一天', value: formatDay(filing.dueOn) },
      { label: '依据', value: filing.kindArticles.map((article) => `管理办法第 ${article} 条`).join('、') },
      { label: '办理状态', value: filing.statusLabel },
      { label: '登记编号', value: filing.filingNumber ?? '登记之后给出' },
    ],
    figures: filing.figures.map((figure) => ({
      register: names.noun(figure.noun),
      what: figureText(figure, names),
      count: figureCount(figure),
    })),
    summary: filing.summary ?? '（还没有填写）',
    attachments: filing.documents.map(({ name, attachedAt }) => `${name}（${formatInstant(attachedAt)} 附）`),
    filer: filing.organization.name ?? '',
    submittedOn: submittedAt && formatDay(submittedAt),
  };
}
