import { expect, test } from 'vitest';
import { cleanFileName, extensionOf } from './file-name.ts';

test.each([
  ['协议 (终稿).pdf', '协议 (终稿).pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\张三\\协议.pdf', '协议.pdf'],
  ['a\u0000b\r\nc.pdf', 'abc.pdf'],
  ['协议\u202efdp.exe', '协议fdp.exe'],
  ['a"b<c>|d?.pdf', 'a_b_c__d_.pdf'],
  ['.htaccess', 'htaccess'],
  ['a.pdf. ', 'a.pdf'],
  ['e\u0301.pdf', '\u00e9.pdf'],
  ['a\ud842.pdf', 'a\ufffd.pdf'],
  ['folder/', ''],
  ['..', ''],
  [`${'长'.repeat(300)}.docx`, `${'长'.repeat(115)}.docx`],
  ['𠮷'.repeat(121), '𠮷'.repeat(120)],
])('%j shows as %j', (fileName, shown) => {
  expect(cleanFileName(fileName)).toBe(shown);
});

test('the extension is the part after the last dot', () => {
  expect(extensionOf('a.tar.GZ')).toBe('gz');
  expect(extensionOf('pdf')).toBe('');
  expect(extensionOf('a.')).toBe('');
});
