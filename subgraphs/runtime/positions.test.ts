import { expect, test } from 'vitest';
import { inOrderOf, Positions } from './positions.ts';

/** What a Map would say: the position at which each text first came. */
function byMap(texts: readonly string[]): number[] {
  const known = new Map<string, number>();
  return texts.map((text) => {
    const position = known.get(text) ?? known.size;
    known.set(text, position);
    return position;
  });
}

const numbered = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i));

test.each([
  ['none', []],
  ['the empty text', ['', 'a', '']],
  ['texts that come again', ['b', 'a', 'b', 'c', 'a']],
  ['many', numbered(5000, (index) => `id-${index % 1700}`)],
  ['texts with the same end', numbered(300, (index) => `${index}@example.com`)],
  [
    'texts that differ in their middle alone',
    numbered(50, (index) => `${'x'.repeat(80)}${index + 10}${'y'.repeat(80)}`),
  ],
  ['Chinese, and letters of two code units', ['广西', '桂林', '𠮷野', '广西', '𠮷野']],
  ['texts made of pieces', numbered(100, (index) => ['a', index % 7, 'b'].join('-'))],
])('are those of a Map: %s', (_, texts) => {
  const positions = new Positions();
  const expected = byMap(texts);
  expect(texts.map((text) => positions.add(text))).toEqual(expected);
  expect(texts.map((text) => positions.of(text))).toEqual(expected);
  expect(positions.of('not among them')).toBe(-1);
});

test('rows come in the order asked, as often as asked, and null for what is not there', () => {
  const rows = [{ id: 'a' }, { id: 'c' }, { id: 'unasked' }];
  expect(inOrderOf(['c', 'b', 'a', 'c'], rows)).toEqual([{ id: 'c' }, null, { id: 'a' }, { id: 'c' }]);
});
