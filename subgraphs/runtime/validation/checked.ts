/** What a check of one text value answers: its normal form as `value`, or why it was refused, in words for the person who typed it. */
export type Checked = { ok: true; value: string } | { ok: false; reason: string };
