const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** Chinese numeral of a whole number from 0 to 999, as articles are counted: 10 is 十, 110 is 一百一十. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 999) {
    throw new RangeError(`Expected a whole number from 0 to 999, got ${value}.`);
  }
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  if (value === 0) return DIGITS[0];
  let text = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  if (tens > 0) text += tens === 1 && hundreds === 0 ? '十' : `${DIGITS[tens]}十`;
  else if (hundreds > 0 && ones > 0) text += '零';
  return ones > 0 ? text + DIGITS[ones] : text;
}

/** 第五十条 */
export function articleLabel(number: number): string {
  return `第${chineseNumeral(number)}条`;
}

const NUMERAL_VALUES: Record<string, number> = Object.fromEntries(
  Array.from({ length: 1000 }, (_, value) => [chineseNumeral(value), value]),
);

/** The article that a visitor means by 50, 第50条, 第五十条 or 五十条; null when it is none of these. */
export function parseArticleNumber(text: string): number | null {
  const core = text.trim().replace(/^第/, '').replace(/条$/, '');
  if (/^\d{1,3}$/.test(core)) return Number(core);
  return NUMERAL_VALUES[core] ?? null;
}
