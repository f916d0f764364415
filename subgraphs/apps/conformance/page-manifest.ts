import type { Findings } from './findings.ts';
import { readDocument } from './read-document.ts';

const HTTPS = /^https:\/\//;

/** Judges the manifest of an app of mobile pages: what it connects to, collects, and looks like (articles 20 and 21). */
export function checkPageManifest(text: string, findings: Findings): void {
  const document = readDocument(text, findings, 'JSON');
  if (!document) return;
  const { at, value } = document;
  const manifest = value as Record<string, any>;
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) {
    findings.add('DOC-006', at([]), '页面清单应为 JSON 对象', '请按页面清单的格式填写，以 { 开头。');
    return;
  }
  const expect = (ok: boolean, path: readonly string[], message: string, remedy: string) =>
    ok || findings.add('PAG-001', at(path), message, remedy);
  expect(
    typeof manifest.name === 'string' && manifest.name !== '',
    ['name'],
    '缺少应用名称 name',
    '填写应用名称。',
  );
  expect(
    typeof manifest.version === 'string' && /^\d+\.\d+\.\d+$/.test(manifest.version),
    ['version'],
    'version 应为三段的版本号',
    '例如 "1.0.0"。',
  );
  const pages: unknown[] = Array.isArray(manifest.pages) ? manifest.pages : [];
  expect(pages.length > 0, ['pages'], 'pages 应为至少一项的列表', '逐页写明 url 和 title。');
  pages.forEach((page, index) => {
    const { url, title } = (page ?? {}) as Record<string, unknown>;
    const path = ['pages', String(index)];
    expect(
      typeof title === 'string' && title !== '',
      [...path, 'title'],
      '页面缺少标题 title',
      '填写页面标题。',
    );
    if (typeof url !== 'string')
      expect(false, [...path, 'url'], '页面缺少地址 url', '填写以 https:// 开头的地址。');
    else if (!HTTPS.test(url))
      findings.add(
        'PAG-002',
        at([...path, 'url']),
        `页面地址 ${url} 不是 HTTPS`,
        '改用以 https:// 开头的地址。',
      );
  });
  checkFunctions(manifest, findings, at, expect);
  checkData(manifest, findings, at, expect);
  checkLooks(manifest, findings, at, expect);
}

type At = (path: readonly string[]) => { line: number; column: number; path: string };
type Expect = (ok: boolean, path: readonly string[], message: string, remedy: string) => unknown;

function checkFunctions(manifest: Record<string, any>, findings: Findings, at: At, expect: Expect): void {
  const { login, charges, payment } = manifest;
  expect(
    typeof login === 'string',
    ['login'],
    '缺少登录方式 login',
    '填写 UNIFIED_IDENTITY；无须登录的填写 NONE。',
  );
  if (typeof login === 'string' && login !== 'UNIFIED_IDENTITY' && login !== 'NONE')
    findings.add(
      'PAG-003',
      at(['login']),
      `登录方式 ${login} 不是底座的统一身份认证`,
      '改用统一身份认证，填写 UNIFIED_IDENTITY；无须登录的填写 NONE。',
    );
  expect(
    typeof charges === 'boolean',
    ['charges'],
    '没有写明是否收费 charges',
    '收费填写 true，不收费填写 false。',
  );
  if (charges === true && payment !== 'BASE_PAYMENT')
    findings.add(
      'PAG-004',
      at(['payment']),
      '收费的应用没有使用底座的支付能力',
      '接入底座支付，payment 填写 BASE_PAYMENT。',
    );
}

function checkData(manifest: Record<string, any>, findings: Findings, at: At, expect: Expect): void {
  const { collects, privacyNotice, consentPreselected } = manifest;
  expect(
    Array.isArray(collects),
    ['collects'],
    '缺少收集的信息 collects',
    '逐项写明 field 和 purpose；不收集的填写 []。',
  );
  const items: unknown[] = Array.isArray(collects) ? collects : [];
  items.forEach((item, index) => {
    const { field, purpose } = (item ?? {}) as Record<string, unknown>;
    const path = ['collects', String(index)];
    expect(
      typeof field === 'string' && field !== '',
      [...path, 'field'],
      '收集项缺少字段名 field',
      '填写数据字典中的字段名。',
    );
    if (typeof purpose !== 'string' || purpose.trim() === '')
      findings.add(
        'FLD-010',
        at([...path, 'purpose']),
        `收集 ${String(field)} 没有声明用途`,
        '在 purpose 中写明用途。',
      );
  });
  if (items.length === 0) return;
  if (typeof privacyNotice !== 'string' || !HTTPS.test(privacyNotice))
    findings.add(
      'PAG-005',
      at(['privacyNotice']),
      '收集信息但没有隐私告知',
      'privacyNotice 填写隐私告知的 https:// 地址。',
    );
  if (consentPreselected !== false)
    findings.add(
      'PAG-006',
      at(['consentPreselected']),
      '没有确认同意选项不预先勾选',
      '取消预先勾选，consentPreselected 填写 false。',
    );
}

function checkLooks(manifest: Record<string, any>, findings: Findings, at: At, expect: Expect): void {
  const { smallestWidth, largestWidth, bodyFontSize, contrast, careMode } = manifest;
  expect(
    [smallestWidth, largestWidth, bodyFontSize, contrast].every((value) => typeof value === 'number'),
    [],
    'smallestWidth、largestWidth、bodyFontSize、contrast 应都是数字',
    '以像素填写宽度和字号，以比值填写对比度，例如 390、1440、16、4.5。',
  );
  if (smallestWidth > 390 || largestWidth < 1440)
    findings.add(
      'PAG-007',
      at([smallestWidth > 390 ? 'smallestWidth' : 'largestWidth']),
      `只支持 ${smallestWidth} 到 ${largestWidth} 像素`,
      '调整版式，使 390 到 1440 像素之间没有横向滚动。',
    );
  if (bodyFontSize < 16)
    findings.add(
      'PAG-008',
      at(['bodyFontSize']),
      `正文字号 ${bodyFontSize} 像素，小于 16`,
      '把正文字号调到 16 像素以上。',
    );
  if (contrast < 4.5)
    findings.add('PAG-009', at(['contrast']), `对比度 ${contrast}:1，低于 4.5:1`, '加深文字或改浅背景。');
  if (careMode !== true)
    findings.add('PAG-010', at(['careMode']), '没有关怀版', '提供大字简版，careMode 填写 true。');
}
