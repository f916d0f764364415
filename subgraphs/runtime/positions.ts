/** Of a longer text only so many letters from either end tell it from others at first sight. */
const LOOKED_AT = 50;

/**
 * Positions of texts, in the order in which they first came. A Map would have V8 intern each of its keys: for texts
 * that were just read from somewhere that is most of the work, and they stay until all of the memory is collected.
 */
export class Positions {
  readonly #texts: string[] = [];
  /** A position and one more, where a text's hash leads or in the next free slot; nought where none is. */
  #slots: number[];

  /** For so many texts; if more come, it grows. */
  constructor(expected = 0) {
    this.#slots = freeSlots(expected);
  }

  /** The position of a text: the next one for a text that is new. */
  add(text: string): number {
    const slot = this.#slotOf(text);
    const known = this.#slots[slot]! - 1;
    if (known >= 0) return known;
    this.#texts.push(text);
    this.#slots[slot] = this.#texts.length;
    if (this.#texts.length * 2 > this.#slots.length) this.#grow();
    return this.#texts.length - 1;
  }

  /** The position of a text; -1 for one that was not added. */
  of(text: string): number {
    return this.#slots[this.#slotOf(text)]! - 1;
  }

  /** The slot that holds the text's position, or the free one that would. */
  #slotOf(text: string): number {
    const last = this.#slots.length - 1;
    let slot = hashOf(text) & last;
    for (;;) {
      const position = this.#slots[slot]! - 1;
      if (position < 0 || this.#texts[position] === text) return slot;
      slot = (slot + 1) & last;
    }
  }

  #grow(): void {
    this.#slots = freeSlots(this.#slots.length);
    for (const [position, text] of this.#texts.entries()) this.#slots[this.#slotOf(text)] = position + 1;
  }
}

/** At least twice as many as there are texts, and a power of two. */
const freeSlots = (texts: number): number[] => new Array(2 << (32 - Math.clz32(texts))).fill(0);

function hashOf(text: string): number {
  const { length } = text;
  let hash = length;
  for (let index = 0; index < length; index++) {
    if (index === LOOKED_AT && length > 2 * LOOKED_AT) index = length - LOOKED_AT;
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

/** Rows in the order of the identifiers that were asked for; null where there is none. */
export function inOrderOf<T extends { id: string }>(
  ids: readonly string[],
  rows: readonly T[],
): (T | null)[] {
  const positions = new Positions(ids.length);
  const places = ids.map((id) => positions.add(id));
  const found = new Array<T | null>(ids.length).fill(null);
  for (const row of rows) {
    const place = positions.of(row.id);
    if (place >= 0) found[place] = row;
  }
  return places.map((place) => found[place]!);
}
