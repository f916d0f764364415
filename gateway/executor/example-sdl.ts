const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@external", "@requires", "@shareable", "@inaccessible", "@composeDirective"])
  @link(url: "https://zgt.gx.gov.cn/specs/basis/v1.0", import: ["@basis"])
  @composeDirective(name: "@basis")
directive @basis(articles: [Int!]!) on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | ENUM_VALUE
`;

/** The SDL of three small subgraphs. */
export const SDL = {
  people: `${LINK}
    enum Level @basis(articles: [61]) { LEVEL_1 LEVEL_2 @basis(articles: [61, 62]) }
    interface Named { id: ID! name: String! }
    type Unit implements Named @key(fields: "id") @basis(articles: [7]) {
      id: ID!
      name: String! @basis(articles: [7, 9])
      motto(loud: Boolean = false): String
      rank: Int
      level: Level
      secret: String @inaccessible
      failing: String
      failingRequired: Int!
    }
    type Query {
      units(first: Int = 10): [Unit!]!
      unit(id: ID! @basis(articles: [7])): Unit
      maybeUnits: [Unit]!
      broken: String
      brokenRequired: Unit!
      leaking: String
      leakingUnavailable: String
    }
    type Mutation { rename(id: ID!, name: String!): Unit! first: String fail: String! }`,
  things: `${LINK}
    interface Asset { id: ID! title: String }
    type App implements Asset @key(fields: "id") { id: ID! title: String owner: Unit! tags: [[String!]!] }
    type Capability implements Asset @key(fields: "id") { id: ID! title: String price(currency: String = "CNY"): Float }
    union Found = App | Capability | Unit
    type Unit @key(fields: "id") {
      id: ID!
      name: String! @external
      motto(loud: Boolean = false): String @external
      rank: Int @external
      apps: [App!]!
      label: String @requires(fields: "name rank")
      shout: String @requires(fields: "motto(loud: true)")
    }
    type Query { assets: [Asset!]! found: [Found] apps(ids: [ID!]): [App!]! }
    type Mutation { second: String publish(app: AppInput!): App }
    input AppInput { id: ID! title: String = "未命名" }`,
  events: `${LINK}
    type App @key(fields: "id") { id: ID! health: Int! incidents: [Incident!] note: String }
    type Unit @key(fields: "id") { id: ID! score: Int }
    type Capability @key(fields: "id") { id: ID! score: Int }
    type Incident { id: ID! summary: String app: App unit: Unit }
    type Query { incidents: [Incident!]! }
    type Mutation { third: String }`,
};

/** The schema of the one server that holds the same. */
export const MONOLITH = `
  enum Level { LEVEL_1 LEVEL_2 }
  interface Named { id: ID! name: String! }
  interface Asset { id: ID! title: String }
  type Unit implements Named {
    id: ID! name: String! motto(loud: Boolean = false): String rank: Int level: Level failing: String
    failingRequired: Int! apps: [App!]! label: String shout: String score: Int
  }
  type App implements Asset {
    id: ID! title: String owner: Unit! tags: [[String!]!] health: Int! incidents: [Incident!] note: String
  }
  type Capability implements Asset { id: ID! title: String price(currency: String = "CNY"): Float score: Int }
  type Incident { id: ID! summary: String app: App unit: Unit }
  union Found = App | Capability | Unit
  input AppInput { id: ID! title: String = "未命名" }
  type Query {
    units(first: Int = 10): [Unit!]! unit(id: ID!): Unit maybeUnits: [Unit]! broken: String brokenRequired: Unit!
    leaking: String leakingUnavailable: String
    assets: [Asset!]! found: [Found] apps(ids: [ID!]): [App!]! incidents: [Incident!]!
  }
  type Mutation {
    rename(id: ID!, name: String!): Unit! first: String fail: String! second: String publish(app: AppInput!): App
    third: String
  }`;
