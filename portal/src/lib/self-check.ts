import type { VersionItem } from './standards.ts';

/** One breach of a rule, as the API tells it. */
export interface Finding {
  rule: string;
  level: string;
  article: number;
  item: string;
  line: number;
  column: number;
  path: string;
  message: string;
  remedy: string;
}

export interface SelfCheckReport {
  passed: boolean;
  rulesVersion: string;
  standardVersions: string[];
  mustCount: number;
  shouldCount: number;
  findings: Finding[];
  handItems: VersionItem[];
}

/** The self-check: nothing of it is kept. */
export const SELF_CHECK_QUERY = `query SelfCheck($input: CheckConformanceInput!) { checkConformance(input: $input) {
  report { passed rulesVersion standardVersions mustCount shouldCount
    handItems { id level text howToCheck article rules }
    findings { rule level article item line column path message remedy } }
  refusal { code message remedy articles details { path message } } } }`;

/** The largest document that is checked, in bytes. */
export const LARGEST_UPLOAD = 1_000_000;

const STANDARD_OF: Readonly<Record<string, string>> = {
  IF: 'interface',
  DI: 'data-interface',
  UI: 'ui',
  ON: 'onboarding',
};

/** Where the check item stands on the page of its standard. */
export function itemHref(item: string): string {
  return `/standards/${STANDARD_OF[item.slice(0, 2)]}#${item}`;
}

/** What is wrong with a document of so many bytes, if anything. */
export function tooLarge(bytes: number): string | null {
  return bytes > LARGEST_UPLOAD
    ? `有 ${bytes} 字节，最多 ${LARGEST_UPLOAD} 字节。请拆成几份分别检查。`
    : null;
}

/**
 * The text of an uploaded document, or what is wrong with it. Bytes that are not UTF-8 are said here: the API is only
 * ever given text.
 */
export async function textOfUpload(file: File): Promise<{ text: string } | { problem: string }> {
  const fault = tooLarge(file.size);
  if (fault) return { problem: `文件${fault}` };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    return { problem: '文件不是 UTF-8 编码。请另存为 UTF-8 再上传；常见的原编码是 GBK。' };
  }
}
