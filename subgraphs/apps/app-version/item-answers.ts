import { ITEM_RESULTS, type ItemResult } from '../choices.ts';
import type { ItemAnswer } from '../tables.ts';

const LINE = /^([A-Z]{2}-\d{3})\s*[：:]\s*([^，,\s]+)(?:[，,\s]\s*(.*))?$/;

/** The answer that a line gives, as `UI-004：通过` or `UI-009：不通过，按钮写着“确定”`; or what is wrong with the line. */
export function itemAnswer(line: string): ItemAnswer | { fault: string } {
  const [, item, word, text] = LINE.exec(line.trim()) ?? [];
  const result = (Object.keys(ITEM_RESULTS) as ItemResult[]).find(
    (key) => key === word || ITEM_RESULTS[key] === word,
  );
  if (!item || !result)
    return {
      fault: `“${line.slice(0, 40)}”应写作“编号：结果”，结果为${Object.values(ITEM_RESULTS).join('、')}之一`,
    };
  const note = text?.trim() || null;
  return result !== 'PASS' && note === null
    ? { fault: `${item}：${ITEM_RESULTS[result]}的须写明理由，例如“${item}：${ITEM_RESULTS[result]}，……”` }
    : { item, result, note };
}

/** The answers with newer ones in place of older ones to the same item, in the order of the items. */
export function withAnswers(before: readonly ItemAnswer[], lines: readonly string[]): ItemAnswer[] {
  const answers = new Map(before.map((answer) => [answer.item, answer]));
  for (const line of lines) {
    const answer = itemAnswer(line);
    if (!('fault' in answer)) answers.set(answer.item, answer);
  }
  return [...answers.values()].sort((one, other) => (one.item < other.item ? -1 : 1));
}
