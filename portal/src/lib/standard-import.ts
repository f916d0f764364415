import { LARGEST_UPLOAD } from './self-check.ts';

/** A draft that a table is imported into. */
export const IMPORT_SUBJECT_QUERY = `query ImportSubject($id: ID!) { standardVersion(id: $id) {
  id number title kind status version standardCode } }`;

export const IMPORT_MUTATION = `mutation ImportStandardVersion($input: ImportStandardVersionInput!) { importStandardVersion(input: $input) {
  standardVersion { id } refusal { code message remedy articles details { path message } } } }`;

/** A file as the API takes it: text as it is, a workbook in Base64; or what is wrong with the file. */
export async function importOf(
  file: File,
): Promise<{ format: 'CSV' | 'XLSX'; content: string } | { problem: string }> {
  if (file.size > LARGEST_UPLOAD)
    return { problem: `文件有 ${file.size} 字节，最多 ${LARGEST_UPLOAD} 字节。` };
  const bytes = Buffer.from(await file.arrayBuffer());
  if (/\.xlsx$/i.test(file.name)) return { format: 'XLSX', content: bytes.toString('base64') };
  try {
    return { format: 'CSV', content: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: '文件不是 UTF-8 编码的 CSV。请另存为 UTF-8，或者上传 XLSX。' };
  }
}
