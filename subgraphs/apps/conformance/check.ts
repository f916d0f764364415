import type { CheckSubject } from '../choices.ts';
import { DEEPEST, depthOf } from './depth.ts';
import { type ConformanceReport, Places, START } from './finding.ts';
import { Findings } from './findings.ts';
import { checkGraphQlSdl } from './graphql-sdl.ts';
import { checkOpenApi } from './openapi.ts';
import { checkPageManifest } from './page-manifest.ts';
import { checkTableCsv } from './table-csv.ts';
import { checkTableDdl } from './table-ddl.ts';
import type { Measure } from './yardstick.ts';

/** The largest document in UTF-8 bytes. */
export const LARGEST_DOCUMENT = 1_000_000;

const CHECKS: Record<CheckSubject, (text: string, findings: Findings) => Promise<void> | void> = {
  OPENAPI: checkOpenApi,
  GRAPHQL_SDL: checkGraphQlSdl,
  TABLE_DDL: checkTableDdl,
  TABLE_CSV: checkTableCsv,
  PAGE_MANIFEST: checkPageManifest,
};

/**
 * Judges one document by the rules of a measure: pure, so that the self-check and the review can find nothing different. It may
 * take long for a hostile document: servers run it through `checkConformance`.
 */
export async function judgeDocument(
  kind: CheckSubject,
  content: string,
  measure: Measure,
): Promise<ConformanceReport> {
  const findings = new Findings(measure);
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
      new Places(text).at(garbled),
      '有无法识别的字符，文档可能不是 UTF-8 编码',
      '请另存为 UTF-8 编码后再检查；常见的原编码是 GBK。',
    );
  else if (kind !== 'TABLE_CSV' && depthOf(text) > DEEPEST)
    findings.add(
      'DOC-004',
      START,
      `嵌套超过 ${DEEPEST} 层`,
      '请减少嵌套；可把内层结构拆成单独的定义再引用。',
    );
  else await judge(kind, text, findings);
  return findings.report();
}

async function judge(kind: CheckSubject, text: string, findings: Findings): Promise<void> {
  try {
    await CHECKS[kind](text, findings);
  } catch (error) {
    // Nesting that only a parser sees ends in an overflow of its stack.
    if (!(error instanceof RangeError)) throw error;
    findings.add('DOC-004', START, '嵌套太深，无法读完', '请减少嵌套；可把内层结构拆成单独的定义再引用。');
  }
}
