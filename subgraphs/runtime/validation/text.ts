import type { Checked } from './checked.ts';

export interface TextRule {
  /** Fewest code points after trimming; 0 allows an empty text. */
  min: number;
  /** Most code points after trimming and NFC normalisation. */
  max: number;
  multiline?: boolean;
}

const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const CONTROL_BUT_LINES = /(?![\n\t])[\p{Cc}\u2028\u2029]/u;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const NOTHING_VISIBLE = /^[\p{Cf}\p{Z}\p{M}\s]*$/u;

/**
 * Accepts a text that PostgreSQL, a log line and a reader's screen can all show as it was meant.
 *
 * Trims, normalises to NFC and line ends to `\n`; refuses control characters (line breaks only where
 * `multiline`), direction overrides that reorder what a reviewer sees, unpaired surrogates, and texts
 * without a visible character where `min` asks for any.
 */
export function checkText(value: string, rule: TextRule): Checked {
  if (!value.isWellFormed()) return { ok: false, reason: '含有不完整的字符（代理项不成对）' };
  const lines = rule.multiline ? value.replace(/\r\n?/g, '\n') : value;
  const text = lines.normalize('NFC').trim();
  if (!rule.multiline && /[\r\n]/.test(text)) return { ok: false, reason: '不能换行' };
  if ((rule.multiline ? CONTROL_BUT_LINES : CONTROL).test(text))
    return { ok: false, reason: '不能含有控制字符' };
  if (BIDI.test(text)) return { ok: false, reason: '不能含有改变文字方向的控制符' };
  if (rule.min > 0 && NOTHING_VISIBLE.test(text)) return { ok: false, reason: '不能为空' };
  const length = [...text].length;
  if (length < rule.min) return { ok: false, reason: `至少 ${rule.min} 个字，现有 ${length} 个字` };
  if (length > rule.max) return { ok: false, reason: `最多 ${rule.max} 个字，现有 ${length} 个字` };
  return { ok: true, value: text };
}
