/** One item or entry that two versions do not have alike. */
export interface Difference {
  change: 'ADDED' | 'REMOVED' | 'CHANGED';
  key: string;
  /** What it is called, in the newer version if it is there. */
  title: string;
  /** The parts that differ; empty for what was added or removed. */
  parts: readonly { part: string; before: string; after: string }[];
}

const text = (value: unknown): string =>
  Array.isArray(value) ? value.join(' ') : value === null || value === undefined ? '' : String(value);

/** What changed from one list to another, by their keys, in the order of the keys. */
export function differences<T extends object>(
  before: readonly T[],
  after: readonly T[],
  key: keyof T & string,
  title: keyof T & string,
): Difference[] {
  const [old, made] = [before, after].map((list) => new Map(list.map((one) => [text(one[key]), one])));
  return [...new Set([...old!.keys(), ...made!.keys()])].toSorted().flatMap((name): Difference[] => {
    const [was, is] = [old!.get(name), made!.get(name)];
    if (!was) return [{ change: 'ADDED', key: name, title: text(is![title]), parts: [] }];
    if (!is) return [{ change: 'REMOVED', key: name, title: text(was[title]), parts: [] }];
    const parts = (Object.keys({ ...was, ...is }) as (keyof T & string)[]).flatMap((part) => {
      const [one, other] = [text(was[part]), text(is[part])];
      return one === other ? [] : [{ part, before: one, after: other }];
    });
    return parts.length === 0 ? [] : [{ change: 'CHANGED', key: name, title: text(is[title]), parts }];
  });
}

/** What of a body's paragraphs was added and removed, each in its order. */
export function bodyDifferences(before: string, after: string): Difference[] {
  const [old, made] = [before, after].map((body) => body.split('\n').filter((line) => line.trim() !== ''));
  const only = (lines: readonly string[], others: readonly string[]) => {
    const known = new Set(others);
    return lines.filter((line) => !known.has(line));
  };
  const as = (change: 'ADDED' | 'REMOVED') => (line: string) => ({ change, key: '', title: line, parts: [] });
  return [...only(old!, made!).map(as('REMOVED')), ...only(made!, old!).map(as('ADDED'))];
}
