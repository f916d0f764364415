import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildZip } from './build-zip.ts';
import { sniffDocument } from './sniff.ts';

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const contentTypes = (part: string, type: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${OPEN_XML}.${type}+xml"/></Types>`;
const docxParts = [
  {
    name: '[Content_Types].xml',
    content: contentTypes('word/document.xml', 'wordprocessingml.document.main'),
  },
  { name: 'word/document.xml', content: '<w:document/>' },
];
const xlsxParts = [
  { name: '[Content_Types].xml', content: contentTypes('xl/workbook.xml', 'spreadsheetml.sheet.main') },
  { name: 'xl/workbook.xml', content: '<workbook/>' },
];
const ofdParts = [
  { name: 'OFD.xml', content: '<ofd:OFD/>' },
  { name: 'Doc_0/Document.xml', content: '<ofd:Document/>' },
];

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}
const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
  chunk('IDAT', deflateSync(Buffer.of(0, 255))),
  chunk('IEND', Buffer.alloc(0)),
]);
const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300', 'hex'),
  Buffer.alloc(64, 16),
  Buffer.from('ffc0000b080001000101011100ffc4001400010000000000000000000000000000000009', 'hex'),
  Buffer.from('ffc40014100100000000000000000000000000000000ffda0008010100003f0054dfffd9', 'hex'),
]);
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

describe('what is allowed is taken, with the type that its bytes have', () => {
  test.each([
    ['协议.pdf', pdf, 'application/pdf', 'pdf'],
    ['图标.PNG', png, 'image/png', 'png'],
    ['照片.jpg', jpeg, 'image/jpeg', 'jpg'],
    ['照片.jpeg', jpeg, 'image/jpeg', 'jpeg'],
    ['方案.docx', buildZip(docxParts), `${OPEN_XML}.wordprocessingml.document`, 'docx'],
    ['清单.xlsx', buildZip(xlsxParts), `${OPEN_XML}.spreadsheetml.sheet`, 'xlsx'],
    ['公文.ofd', buildZip(ofdParts), 'application/ofd', 'ofd'],
    ['公文64.ofd', buildZip(ofdParts, { zip64: true }), 'application/ofd', 'ofd'],
    ['说明.txt', Buffer.from('第一行\r\n第二行\t完'), 'text/plain', 'txt'],
    ['名单.csv', Buffer.from('\ufeff名称,数量\n甲,1\n'), 'text/csv', 'csv'],
  ])('%s', async (fileName, bytes, mime, extension) => {
    expect(await sniffDocument(bytes, fileName)).toEqual({ ok: true, mime, extension, fileName });
  });

  test('bytes that are a part of a larger buffer', async () => {
    const padded = Buffer.concat([Buffer.alloc(7), buildZip(ofdParts), Buffer.alloc(9)]);
    expect((await sniffDocument(padded.subarray(7, -9), 'a.ofd')).ok).toBe(true);
  });
});

describe('another type than the name says, or none that is allowed, is refused', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
  const elf = Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(200)]);
  test.each([
    ['a.svg', svg],
    ['a.svg.png', svg],
    ['a.txt', svg],
    ['a.html', html],
    ['a.csv', Buffer.concat([Buffer.from('\ufeff \n'), html])],
    ['a.pdf', html],
    ['a.txt', Buffer.from('<?xml version="1.0"?><svg/>')],
    ['a.txt', Buffer.from('#!/bin/sh\nrm -rf /')],
    ['a.exe', exe],
    ['a.pdf', exe],
    ['a.txt', exe],
    ['a.docx', elf],
    ['a.csv', elf],
    ['a.txt', pdf],
    ['a.jpg', png],
    ['a.png', jpeg],
    ['a.pdf', png],
    ['a.docx', buildZip(xlsxParts)],
    ['a.xlsx', buildZip(docxParts)],
    ['a.docx', buildZip(ofdParts)],
    ['a.ofd', buildZip(docxParts)],
    ['a.zip', buildZip(ofdParts)],
    ['a.pdf.zip', pdf],
    ['a', pdf],
    ['.pdf', pdf],
    ['a.ofd', Buffer.concat([Buffer.from('MZ'), buildZip(ofdParts)])],
    ['a.docx', buildZip([...docxParts, { name: 'word/vbaProject.bin', content: 'x' }])],
    ['a.ofd', buildZip([...ofdParts, { name: 'Doc_0/Res/setup.EXE', content: 'x' }])],
  ])('%s #%#', async (fileName, bytes) => {
    expect(await sniffDocument(bytes, fileName)).toMatchObject({
      ok: false,
      code: 'DOCUMENT_TYPE_NOT_ALLOWED',
    });
  });

  test('the reason names the extension and what may be uploaded', async () => {
    expect(await sniffDocument(svg, 'a.svg')).toEqual({
      ok: false,
      code: 'DOCUMENT_TYPE_NOT_ALLOWED',
      reason: '不接受扩展名为“svg”的文件。可上传 PDF、PNG、JPEG、DOCX、XLSX、OFD，以及 UTF-8 编码的 TXT、CSV',
    });
  });
});

describe('what is too large, packed or unpacked, is refused', () => {
  test('20 MB at most by default, another limit on demand', async () => {
    const limit = Buffer.alloc(20 * 1024 * 1024, 'a');
    expect((await sniffDocument(limit, 'a.txt')).ok).toBe(true);
    expect(await sniffDocument(Buffer.concat([limit, Buffer.of(97)]), 'a.txt')).toEqual({
      ok: false,
      code: 'DOCUMENT_TOO_LARGE',
      reason: '文件最大 20 MB，现有 20.1 MB',
    });
    expect(await sniffDocument(pdf, 'a.pdf', { maxBytes: 10 })).toMatchObject({ code: 'DOCUMENT_TOO_LARGE' });
  });

  test.each([
    [
      'a zip bomb by its ratio',
      buildZip([...ofdParts, { name: 'bomb', content: Buffer.alloc(8 * 1024 * 1024) }]),
    ],
    [
      'over 100 MB unpacked',
      buildZip([
        ...ofdParts,
        { name: 'b', content: 'b', claims: { compressedBytes: 2e7, uncompressedBytes: 1.1e8 } },
      ]),
    ],
    [
      'over 100 MB unpacked, stated by ZIP64',
      buildZip([...ofdParts, { name: 'b', content: 'b', claims: { uncompressedBytes: 1.1e8 } }], {
        zip64: true,
      }),
    ],
    [
      'ZIP64 marks without true sizes',
      buildZip([...ofdParts, { name: 'b', content: 'b', claims: { uncompressedBytes: 0xffffffff } }]),
    ],
  ])('%s', async (_name, bytes) => {
    expect(await sniffDocument(bytes, 'a.ofd')).toMatchObject({ ok: false, code: 'DOCUMENT_TOO_LARGE' });
  });
});

describe('what is broken is refused', () => {
  const overlapping = buildZip([...ofdParts, { name: 'b', content: 'b', claims: { compressedBytes: 5000 } }]);
  const otherDirectory = buildZip(ofdParts, { zip64: true });
  otherDirectory.writeUInt8(9, otherDirectory.length - 22 - 20 - 56 + 48);
  test.each([
    ['an empty file', 'a.pdf', Buffer.alloc(0), '文件是空的'],
    ['a PDF cut short', 'a.pdf', pdf.subarray(0, 40), '文件不完整，请重新导出后再上传'],
    ['a PNG cut short', 'a.png', png.subarray(0, -12), '文件不完整，请重新导出后再上传'],
    ['a JPEG cut short', 'a.jpg', jpeg.subarray(0, -2), '文件不完整，请重新导出后再上传'],
    [
      'a DOCX cut short',
      'a.docx',
      buildZip(docxParts).subarray(0, -30),
      '文件不完整或已损坏，请重新导出后再上传',
    ],
    ['entries that overlap', 'a.ofd', overlapping, '文件不完整或已损坏，请重新导出后再上传'],
    ['two directories', 'a.ofd', otherDirectory, '文件不完整或已损坏，请重新导出后再上传'],
    [
      'a path out of the folder',
      'a.ofd',
      buildZip([...ofdParts, { name: '../../etc/cron.d/x', content: 'x' }]),
      '文件内部含有越出文件夹的路径',
    ],
    [
      'text in GBK',
      'a.csv',
      Buffer.from('c3fbb3c62cbcd7', 'hex'),
      '文本文件应为 UTF-8 编码，请另存为 UTF-8 后再上传',
    ],
  ])('%s', async (_name, fileName, bytes, reason) => {
    expect(await sniffDocument(bytes, fileName)).toEqual({ ok: false, code: 'VALIDATION', reason });
  });

  test('an XLSX cut at any length is refused, never an exception', async () => {
    const whole = buildZip(xlsxParts);
    for (let length = 1; length < whole.length; length += 1) {
      expect((await sniffDocument(whole.subarray(0, length), 'a.xlsx')).ok, `${length} bytes`).toBe(false);
    }
  });
});
