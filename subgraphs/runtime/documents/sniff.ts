import { fileTypeFromBuffer } from 'file-type';
import { cleanFileName, extensionOf } from './file-name.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** The only kinds of documents that are taken in: extension to media type. */
export const DOCUMENT_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ofd: 'application/ofd',
  txt: 'text/plain',
  csv: 'text/csv',
} as const;
type Extension = keyof typeof DOCUMENT_TYPES;

export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
const MAX_RATIO = 100;
const MAX_ENTRIES = 10_000;

export type SniffedDocument =
  | { ok: true; mime: string; extension: string; fileName: string }
  | { ok: false; code: 'DOCUMENT_TYPE_NOT_ALLOWED' | 'DOCUMENT_TOO_LARGE' | 'VALIDATION'; reason: string };
type Refused = Extract<SniffedDocument, { ok: false }>;

const refuse = (code: Refused['code'], reason: string): Refused => ({ ok: false, code, reason });

const ALLOWED_TEXT = '可上传 PDF、PNG、JPEG、DOCX、XLSX、OFD，以及 UTF-8 编码的 TXT、CSV';

/**
 * Tells what a document really is by its bytes, and takes it only when that is allowed and matches its name's extension.
 *
 * Nothing is unpacked or rendered: a zip is judged by its directory. The name that comes back is fit to show.
 */
export async function sniffDocument(
  bytes: Uint8Array,
  fileName: string,
  { maxBytes = MAX_DOCUMENT_BYTES }: { maxBytes?: number } = {},
): Promise<SniffedDocument> {
  if (bytes.length === 0) return refuse('VALIDATION', '文件是空的');
  if (bytes.length > maxBytes) {
    return refuse(
      'DOCUMENT_TOO_LARGE',
      `文件最大 ${megabytes(maxBytes)} MB，现有 ${megabytes(bytes.length)} MB`,
    );
  }
  const name = cleanFileName(fileName);
  const extension = extensionOf(name);
  if (!isAllowed(extension)) {
    return refuse(
      'DOCUMENT_TYPE_NOT_ALLOWED',
      `不接受扩展名为“${extension || '（无）'}”的文件。${ALLOWED_TEXT}`,
    );
  }
  const mime = DOCUMENT_TYPES[extension];
  const fault = mime.startsWith('text/')
    ? await faultOfText(bytes)
    : await faultOfBinary(bytes, extension, mime);
  return fault ?? { ok: true, mime, extension, fileName: name };
}

function isAllowed(extension: string): extension is Extension {
  return Object.hasOwn(DOCUMENT_TYPES, extension);
}

function megabytes(bytes: number): string {
  return String(Math.ceil((bytes / (1024 * 1024)) * 10) / 10);
}

function mismatch(extension: string): Refused {
  return refuse('DOCUMENT_TYPE_NOT_ALLOWED', `文件内容与扩展名“${extension}”不符。${ALLOWED_TEXT}`);
}

async function faultOfText(bytes: Uint8Array): Promise<Refused | null> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return (await fileTypeFromBuffer(bytes))
      ? mismatch('txt、csv')
      : refuse('VALIDATION', '文本文件应为 UTF-8 编码，请另存为 UTF-8 后再上传');
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text)) return mismatch('txt、csv');
  // A browser or shell that ignores the media type would run these.
  if (/^\s*<[!?/a-z]/i.test(text) || text.startsWith('#!') || text.startsWith('%PDF'))
    return mismatch('txt、csv');
  return null;
}

async function faultOfBinary(bytes: Uint8Array, extension: Extension, mime: string): Promise<Refused | null> {
  const packed = extension === 'docx' || extension === 'xlsx' || extension === 'ofd';
  if (packed) {
    if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return mismatch(extension);
    const entries = readZipDirectory(bytes);
    if (entries === null) return refuse('VALIDATION', '文件不完整或已损坏，请重新导出后再上传');
    const fault = faultOfZip(entries, bytes.length);
    if (fault) return fault;
    if (extension === 'ofd')
      return entries.some((entry) => entry.name === 'OFD.xml') ? null : mismatch(extension);
  }
  const found = await fileTypeFromBuffer(bytes);
  if (found?.mime !== mime) return mismatch(extension);
  return packed || isWhole(bytes, extension) ? null : refuse('VALIDATION', '文件不完整，请重新导出后再上传');
}

function faultOfZip(entries: ZipEntry[], fileBytes: number): Refused | null {
  const packed = entries.reduce((sum, entry) => sum + entry.compressedBytes, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedBytes, 0);
  if (unpacked > MAX_UNPACKED_BYTES || unpacked > packed * MAX_RATIO || entries.length > MAX_ENTRIES) {
    return refuse('DOCUMENT_TOO_LARGE', '文件解压后过大（超过 100 MB 或压缩比超过 100 倍）');
  }
  // Entries that overlap pack more than the file holds.
  if (packed > fileBytes) return refuse('VALIDATION', '文件不完整或已损坏，请重新导出后再上传');
  if (entries.some(({ name }) => /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name))) {
    return refuse('VALIDATION', '文件内部含有越出文件夹的路径');
  }
  if (
    entries.some(({ name }) => /(^|[/\\])vbaProject\.bin$|\.(exe|dll|js|vbs|bat|cmd|ps1|sh)$/i.test(name))
  ) {
    return refuse('DOCUMENT_TYPE_NOT_ALLOWED', '文件内含宏或可执行内容，请去除后再上传');
  }
  return null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Whether the end mark of the format is there: in a PDF near the end, in a PNG at it, in a JPEG after the image data. */
function isWhole(bytes: Uint8Array, extension: Extension): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (extension === 'pdf') return tail.subarray(-2048).includes('%%EOF');
  if (extension === 'png') return tail.subarray(-12).includes('IEND');
  return tail.lastIndexOf(Buffer.from([0xff, 0xd9])) > tail.lastIndexOf(Buffer.from([0xff, 0xda]));
}
