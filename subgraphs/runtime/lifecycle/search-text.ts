/** What a text is looked up by in the index of `runtime.search_keys`, and what a record must then hold. */
export interface SearchedText {
  /** In lower case, on one line. */
  text: string;
  /** A `tsquery`: every record that matches has these keys. */
  keys: string;
  /** A regular expression over the lower-case text of a column, where containing the text is not enough. */
  pattern: string | null;
}

/** A run of letters and digits, which is one word where it has a digit; other letters go by pairs. */
const RUN = /[0-9a-z]+/g;
const DIGIT = /[0-9]/;
/** Years and months are in nearly every number, so they lead to nothing. */
const YEAR = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])?$/;

const quoted = (key: string) => `'${key.replace(/['\\]/g, '$&$&')}'`;
const beginning = (word: string) => `${quoted(word)}:*`;
const ending = (word: string) => `${quoted(`\n${[...word].reverse().join('')}`)}:*`;

/** As the database does: letter by letter. */
const lowerCase = (text: string) => Array.from(text, (letter) => letter.toLowerCase()).join('');

/** How few records a word leads to, roughly. */
const weight = (word: string) => (YEAR.test(word) ? 1 : word.length);

/** Each letter with the one behind it; alone before a digit. */
function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(0, -1).flatMap((letter, at) => {
    const next = letters[at + 1]!;
    if (DIGIT.test(letter)) return [];
    return [DIGIT.test(next) ? letter : letter + next];
  });
}

/**
 * How a text of at least one character is searched for. It is found wherever it stands, with one exception: digits, or
 * letters and digits without anything between, must begin or end a word. `0777` is thus found in PP-2026-000777, and
 * `007` is not.
 */
export function searchedText(given: string): SearchedText {
  const text = lowerCase(given.replace(/[\r\n]+/g, ' '));
  const runs = [...text.matchAll(RUN)].filter(([run]) => DIGIT.test(run));
  if (runs[0]?.[0] === text)
    return {
      text,
      keys: `${beginning(text)} | ${ending(text)}`,
      pattern: `(^|[^0-9a-z])${text}|${text}($|[^0-9a-z])`,
    };
  if ([...text].length === 1) return { text, keys: beginning(text), pattern: null };
  const whole: string[] = [];
  // What stands at either end of the text may go on in the record. Reading all words that do takes long, so at most one is.
  let edge: { word: string; key: string } | null = null;
  for (const { 0: word, index } of runs) {
    if (index > 0 && index + word.length < text.length) whole.push(word);
    else if (!edge || weight(word) >= weight(edge.word))
      edge = { word, key: index === 0 ? ending(word) : beginning(word) };
  }
  const selective = edge && whole.every((word) => weight(word) <= weight(edge.word));
  const keys = [...pairsOf(text), ...whole].map(quoted);
  const wanted = new Set(selective ? [...keys, edge!.key] : keys);
  return { text, keys: [...wanted].join(' & '), pattern: null };
}
