import type { CheckSubject } from '../choices.ts';
import { type ConformanceReport, placeAt, START } from './finding.ts';
import { Findings } from './findings.ts';
import { checkPageManifest } from './page-manifest.ts';
import { readDocument } from './read-document.ts';

/** The largest document in UTF-8 bytes. */
export const LARGEST_DOCUMENT = 1_000_000;

const CHECKS: Record<CheckSubject, (text: string, findings: Findings) => void> = {
  OPENAPI: (text, findings) => void readDocument(text, findings, 'YAML'),
  GRAPHQL_SDL: () => {},
  TABLE_DDL: () => {},
  TABLE_CSV: () => {},
  PAGE_MANIFEST: checkPageManifest,
};

/**
 * Judges one document by the rules: pure, so that the self-check and the review can find nothing different. It may
 * take long for a hostile document: servers run it through `checkConformance`.
 */
export function judgeDocument(kind: CheckSubject, content: string): ConformanceReport {
  const findings = new Findings();
  const size = Buffer.byteLength(content);
  const text = content.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const garbled = text.search(/\uFFFD|\0/);
  if (size > LARGEST_DOCUMENT)
    findings.add(
      'DOC-001',
      START,
      `文档有 ${size} 字节，最多检查 ${LARGEST_DOCUMENT} 字节`,
      '请按业务拆成几份，分别检查。',
    );
  else if (text.trim() === '') findings.add('DOC-006', START, '文档是空的', '请粘贴或上传文档全文。');
  else if (garbled >= 0)
    findings.add(
      'DOC-002',
      placeAt(text, garbled),
      '有无法识别的字符，文档可能不是 UTF-8 编码',
      '请另存为 UTF-8 编码后再检查；常见的原编码是 GBK。',
    );
  else CHECKS[kind](text, findings);
  return findings.report();
}
