/** A JSON object whose shape is not known. */
export type Json = Record<string, any>;
/** The way through a document: names and indices. */
export type Path = readonly string[];

/** True for objects that are no lists. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values that only illustrate are no part of the description. */
const ILLUSTRATIONS = new Set(['example', 'examples', 'default', 'const', 'enum']);

/** Every object of the description with its path, outermost first. */
export function* objectsIn(value: unknown, path: Path = []): Generator<[Json, Path]> {
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* objectsIn(item, [...path, String(index)]);
  if (!isObject(value)) return;
  yield [value, path];
  const named = ['properties', 'schemas', 'parameters', 'responses'].includes(path.at(-1) ?? '');
  for (const [key, inner] of Object.entries(value))
    if (named || !ILLUSTRATIONS.has(key)) yield* objectsIn(inner, [...path, key]);
}

/** What a reference within the document points to; undefined when nothing is there. */
export function target(root: Json, reference: string): unknown {
  return reference
    .slice(1)
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (step.includes('%') ? safeDecode(step) : step))
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? (value as Json)[step]
          : undefined,
      root,
    );
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where the references of a document that were followed once end: chains of thousands are followed in one pass. */
const followed = new WeakMap<Json, Map<Json, Json | null>>();

function endsOf(root: Json): Map<Json, Json | null> {
  const ends = followed.get(root) ?? new Map<Json, Json | null>();
  followed.set(root, ends);
  return ends;
}

/** The object itself or what its chain of references ends in; null when the chain is broken or goes in a circle. */
export function dereference(root: Json, value: unknown): Json | null {
  const ends = endsOf(root);
  const chain = new Set<Json>();
  let current = value;
  while (isObject(current) && typeof current.$ref === 'string' && !ends.has(current)) {
    if (chain.has(current) || !current.$ref.startsWith('#')) {
      current = null;
      break;
    }
    chain.add(current);
    current = target(root, current.$ref);
  }
  const end = !isObject(current) ? null : ends.has(current) ? ends.get(current)! : current;
  for (const one of chain) ends.set(one, end);
  return end;
}
