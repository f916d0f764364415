import { buildSubgraphSchema } from '@apollo/subgraph';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLError, graphql, parse } from 'graphql';
import type { SubgraphCall } from './subgraph.ts';

// Subgraphs that use what federation offers beyond plain entities, and the one server that they must look like:
// interface objects, provided and shareable fields, overrides, several keys, nested keys, nested requirements.

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7",
  import: ["@key", "@external", "@requires", "@provides", "@shareable", "@override", "@interfaceObject", "@inaccessible"])
`;

const SDL = {
  library: `${LINK}
    interface Media @key(fields: "id") { id: ID! title: String author: Person }
    type Book implements Media @key(fields: "id") @key(fields: "isbn") {
      id: ID! isbn: String! title: String pages: Int! author: Person @provides(fields: "name") size: Size @shareable
    }
    type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int author: Person! }
    type Size @shareable { width: Int height: Int! }
    type Person @key(fields: "id") { id: ID! name: String @external }
    union Work = Book | Film
    type Query { media: [Media!]! works: [Work] books: [Book!] shelf: Shelf medium(id: ID!): Media }
    type Shelf @key(fields: "hall { id } row") { hall: Hall! row: Int! books: [Book!]! }
    type Hall @key(fields: "id") { id: ID! }
  `,
  people: `${LINK}
    type Person @key(fields: "id") { id: ID! name: String @shareable born: Int friends: [Person!]! }
    type Query { people: [Person!]! person(id: ID!): Person }
  `,
  reviews: `${LINK}
    type Media @key(fields: "id") @interfaceObject { id: ID! reviews: [Review!]! rating(scale: Int = 5): Float }
    type Review { text: String stars: Int! by: Person }
    type Person @key(fields: "id", resolvable: false) { id: ID! }
    type Query { reviewed: [Media!]! }
  `,
  shop: `${LINK}
    type Book @key(fields: "isbn") {
      isbn: String! pages: Int! @external price: Int @override(from: "old") size: Size @shareable
      postage(express: Boolean = false): Int @requires(fields: "pages")
      offer: Offer
    }
    type Size @shareable { width: Int height: Int! }
    type Offer @shareable { percent: Int! until: String secret: String @inaccessible }
    type Query { cheap: [Book!]! }
  `,
  old: `${LINK}
    type Book @key(fields: "isbn") { isbn: String! price: Int stock: Int! }
    type Shelf @key(fields: "hall { id } row") { hall: Hall! @external row: Int! @external lamp: String }
    type Hall @key(fields: "id") { id: ID! name: String }
    type Query { sold: [Book] }
  `,
};

const MONOLITH = `
  interface Media { id: ID! title: String author: Person reviews: [Review!]! rating(scale: Int = 5): Float }
  type Book implements Media {
    id: ID! isbn: String! title: String pages: Int! author: Person size: Size reviews: [Review!]! rating(scale: Int = 5): Float
    price: Int postage(express: Boolean = false): Int offer: Offer stock: Int!
  }
  type Film implements Media {
    id: ID! title: String minutes: Int author: Person! reviews: [Review!]! rating(scale: Int = 5): Float
  }
  type Size { width: Int height: Int! }
  type Person { id: ID! name: String born: Int friends: [Person!]! }
  union Work = Book | Film
  type Shelf { hall: Hall! row: Int! books: [Book!]! lamp: String }
  type Hall { id: ID! name: String }
  type Review { text: String stars: Int! by: Person }
  type Offer { percent: Int! until: String }
  type Query {
    media: [Media!]! works: [Work] books: [Book!] shelf: Shelf medium(id: ID!): Media
    people: [Person!]! person(id: ID!): Person reviewed: [Media!]! cheap: [Book!]! sold: [Book]
  }
`;

const BOOKS = [
  {
    __typename: 'Book',
    id: 'b1',
    isbn: 'i1',
    title: '三月三',
    pages: 320,
    author: 'p1',
    price: 30,
    stock: 4,
  },
  { __typename: 'Book', id: 'b2', isbn: 'i2', title: null, pages: 90, author: null, price: null, stock: 0 },
];
const FILMS = [
  { __typename: 'Film', id: 'f1', title: '漓江', minutes: 95, author: 'p2' },
  { __typename: 'Film', id: 'f2', title: '北部湾', minutes: null, author: 'p1' },
];
const MEDIA = [...BOOKS, ...FILMS];
const PEOPLE = [
  { id: 'p1', name: '韦一', born: 1980, friends: ['p2'] },
  { id: 'p2', name: null, born: null, friends: ['p1', 'p2'] },
];
const REVIEWS: Record<string, { text: string | null; stars: number; by: string | null }[]> = {
  b1: [
    { text: '好', stars: 5, by: 'p2' },
    { text: null, stars: 3, by: null },
  ],
  f1: [{ text: '可', stars: 4, by: 'p1' }],
};
const SIZES: Record<string, object> = { i1: { width: 14, height: 21 }, i2: { width: null, height: 18 } };

type Row = Record<string, any>;
const find = (rows: readonly Row[], key: string, value: unknown) =>
  rows.find((row) => row[key] === value) ?? null;
const personKey = (id: string | null) => id && { __typename: 'Person', id };
const ratingOf = (id: string, { scale }: { scale: number }) =>
  REVIEWS[id]
    ? (scale * REVIEWS[id].reduce((sum, { stars }) => sum + stars, 0)) / REVIEWS[id].length / 5
    : null;
const postageOf = (pages: number, { express }: { express: boolean }) =>
  (pages > 100 ? 12 : 6) * (express ? 2 : 1);
const offerOf = (isbn: string) => {
  if (isbn === 'i2') throw new GraphQLError('没有优惠', { extensions: { code: 'NOT_FOUND' } });
  return { percent: 10, until: null, secret: 'x' };
};
const typeOf = { __resolveType: (row: Row) => row.__typename };

const RESOLVERS: Record<keyof typeof SDL, object> = {
  library: {
    Query: {
      media: () => MEDIA,
      works: () => [FILMS[0], null, BOOKS[0]],
      books: () => BOOKS,
      shelf: () => ({ hall: { id: 'h1' }, row: 3 }),
      medium: (_: unknown, { id }: Row) => find(MEDIA, 'id', id),
    },
    Media: { ...typeOf, __resolveReference: ({ id }: Row) => find(MEDIA, 'id', id) },
    Work: typeOf,
    Book: {
      __resolveReference: ({ id, isbn }: Row) => (id ? find(BOOKS, 'id', id) : find(BOOKS, 'isbn', isbn)),
      author: ({ author }: Row) => find(PEOPLE, 'id', author),
      size: ({ isbn }: Row) => SIZES[isbn],
    },
    Film: {
      __resolveReference: ({ id }: Row) => find(FILMS, 'id', id),
      author: ({ author }: Row) => personKey(author),
    },
    Person: { __resolveReference: (person: Row) => person },
    Shelf: { __resolveReference: (shelf: Row) => shelf, books: () => BOOKS },
    Hall: { __resolveReference: (hall: Row) => hall },
  },
  people: {
    Query: { people: () => PEOPLE, person: (_: unknown, { id }: Row) => find(PEOPLE, 'id', id) },
    Person: {
      __resolveReference: ({ id }: Row) => find(PEOPLE, 'id', id),
      friends: ({ friends }: Row) => friends.map((id: string) => find(PEOPLE, 'id', id)),
    },
  },
  reviews: {
    Query: { reviewed: () => Object.keys(REVIEWS).map((id) => ({ id })) },
    Media: {
      __resolveReference: (media: Row) => media,
      reviews: ({ id }: Row) => REVIEWS[id] ?? [],
      rating: ({ id }: Row, given: { scale: number }) => ratingOf(id, given),
    },
    Review: { by: ({ by }: Row) => personKey(by) },
  },
  shop: {
    Query: { cheap: () => [{ isbn: 'i1' }] },
    Book: {
      __resolveReference: (book: Row) => book,
      price: ({ isbn }: Row) => find(BOOKS, 'isbn', isbn)?.price,
      size: ({ isbn }: Row) => SIZES[isbn],
      postage: ({ pages }: Row, given: { express: boolean }) => postageOf(pages, given),
      offer: ({ isbn }: Row) => offerOf(isbn),
    },
  },
  old: {
    Query: { sold: () => [{ isbn: 'i2' }, null, { isbn: 'i1' }] },
    Book: {
      __resolveReference: (book: Row) => book,
      price: () => -1,
      stock: ({ isbn }: Row) => find(BOOKS, 'isbn', isbn)?.stock,
    },
    Shelf: { __resolveReference: (shelf: Row) => shelf, lamp: ({ hall, row }: Row) => `${hall.id}/${row}` },
    Hall: { __resolveReference: (hall: Row) => hall, name: ({ id }: Row) => `厅${id}` },
  },
};

const MONOLITH_RESOLVERS = {
  Query: {
    media: () => MEDIA,
    works: () => [FILMS[0], null, BOOKS[0]],
    books: () => BOOKS,
    shelf: () => ({ hall: { id: 'h1' }, row: 3 }),
    medium: (_: unknown, { id }: Row) => find(MEDIA, 'id', id),
    people: () => PEOPLE,
    person: (_: unknown, { id }: Row) => find(PEOPLE, 'id', id),
    reviewed: () => Object.keys(REVIEWS).map((id) => find(MEDIA, 'id', id)),
    cheap: () => [BOOKS[0]],
    sold: () => [BOOKS[1], null, BOOKS[0]],
  },
  Media: typeOf,
  Work: typeOf,
  Book: {
    author: ({ author }: Row) => find(PEOPLE, 'id', author),
    size: ({ isbn }: Row) => SIZES[isbn],
    reviews: ({ id }: Row) => REVIEWS[id] ?? [],
    rating: ({ id }: Row, given: { scale: number }) => ratingOf(id, given),
    postage: ({ pages }: Row, given: { express: boolean }) => postageOf(pages, given),
    offer: ({ isbn }: Row) => offerOf(isbn),
  },
  Film: {
    author: ({ author }: Row) => find(PEOPLE, 'id', author),
    reviews: ({ id }: Row) => REVIEWS[id] ?? [],
    rating: ({ id }: Row, given: { scale: number }) => ratingOf(id, given),
  },
  Person: { friends: ({ friends }: Row) => friends.map((id: string) => find(PEOPLE, 'id', id)) },
  Shelf: { books: () => BOOKS, lamp: ({ hall, row }: Row) => `${hall.id}/${row}` },
  Hall: { name: ({ id }: Row) => `厅${id}` },
  Review: { by: ({ by }: Row) => find(PEOPLE, 'id', by) },
};

export const FEDERATION_SUBGRAPHS = Object.entries(SDL).map(([name, sdl]) => ({
  name,
  sdl,
  url: `http://127.0.0.1/${name}`,
}));

/** Gives the subgraphs as calls, and the monolith with the same data. */
export function createFederationExample() {
  const calls: Record<string, SubgraphCall> = {};
  for (const { name, sdl } of FEDERATION_SUBGRAPHS) {
    const resolvers = RESOLVERS[name as keyof typeof SDL] as never;
    const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
    calls[name] = async ({ query, variables }) =>
      JSON.parse(JSON.stringify(await graphql({ schema, source: query, variableValues: variables })));
  }
  return { calls, monolith: makeExecutableSchema({ typeDefs: MONOLITH, resolvers: MONOLITH_RESOLVERS }) };
}
