/** Brackets, or steps of indentation, within each other: more than this no description needs. */
export const DEEPEST = 100;

/** The deepest bracket, counted without a parser: a parser might not survive what is refused here. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quote = '';
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]!;
    if (quote) {
      if (letter === '\\' && quote === '"') index++;
      else if (letter === quote || letter === '\n') quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if ('[{('.includes(letter)) deepest = Math.max(deepest, ++depth);
    else if (']})'.includes(letter)) depth--;
  }
  return deepest;
}
