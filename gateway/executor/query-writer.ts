import {
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from 'graphql';

export interface WriterOptions {
  schema: GraphQLSchema;
  /** The same seed gives the same queries. */
  seed: number;
  /** The argument lists that a field may be written with. */
  arguments: Readonly<Record<string, readonly string[]>>;
  /** Names that a field may be given as alias: names of other fields are the hard ones. */
  aliases: readonly string[];
  leftOut?: ReadonlySet<string>;
}

const CONDITIONS = ['@skip(if: $t)', '@skip(if: $f)', '@include(if: $t)', '@include(if: $f)'];

/** Writes random selections of the query type, with aliases, fragments and conditions. */
export function createQueryWriter({ schema, seed, arguments: given, aliases, leftOut }: WriterOptions) {
  let state = seed;
  const random = () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const condition = () => (random() < 0.12 ? ` ${pick(CONDITIONS)}` : '');
  const selection = (type: GraphQLOutputType, depth: number): string => {
    const parts = Array.from({ length: 1 + Math.floor(random() * 4) }, () => part(type, depth));
    return `{ ${parts.join(' ')} }`;
  };
  const part = (type: GraphQLOutputType, depth: number): string => {
    const chance = random();
    if (chance < 0.08) return '__typename';
    if (isAbstractType(type) && (!('getFields' in type) || chance < 0.5)) {
      const possible = pick(schema.getPossibleTypes(type));
      return `... on ${possible.name}${condition()} ${selection(possible, depth)}`;
    }
    if (chance < 0.16) return `...${condition()} ${selection(type, depth)}`;
    const fields =
      isObjectType(type) || (isAbstractType(type) && 'getFields' in type) ? type.getFields() : {};
    const usable = Object.values(fields).filter(
      (field) => !leftOut?.has(field.name) && (depth > 0 || !isCompositeType(getNamedType(field.type))),
    );
    return usable.length > 0 ? field(pick(usable), depth) : '__typename';
  };
  const field = ({ name, type }: GraphQLField<unknown, unknown>, depth: number): string => {
    const alias = random() < 0.25 ? `${pick(aliases)}: ` : '';
    const named = getNamedType(type);
    const inner = isCompositeType(named) ? ` ${selection(named, depth - 1)}` : '';
    return `${alias}${name}${pick(given[name] ?? [''])}${condition()}${inner}`;
  };
  return { write: (depth = 4) => selection(schema.getQueryType()!, depth) };
}
