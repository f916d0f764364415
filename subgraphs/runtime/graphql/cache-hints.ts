import { DirectiveLocation, GraphQLBoolean, GraphQLDirective, GraphQLEnumType, GraphQLInt } from 'graphql';

/**
 * How old, in seconds, an answer may be that everyone without an account reads alike. A field without a hint is
 * private: what knows its viewer (actions, history, masked contacts, registers of own records) is never given one.
 */
export const FRESH_SECONDS = {
  /** What comes with a release (articles, lifecycles) changes only when the programs are replaced. */
  RELEASE: 300,
  /** Figures that are themselves counted at most once a minute. */
  FIGURES: 60,
  /** Rule parameters are set with notice and rarely; who applies them reads them afresh. */
  PARAMETERS: 60,
  /** A published record may appear or be amended at any time, and half a minute harms nobody. */
  PUBLISHED: 30,
  /** A verdict says as of which second it holds: what is revoked may not look valid beyond that second (article 50). */
  VERDICT: 1,
} as const;

/** The directive's arguments, named and meant as in Apollo's documentation. */
export type CacheControl = { maxAge?: number; scope?: 'PUBLIC' | 'PRIVATE'; inheritMaxAge?: boolean };

const cacheControlScope = new GraphQLEnumType({
  name: 'CacheControlScope',
  description:
    '谁可以共用缓存的答案：PUBLIC 未登录的访问者共用，PRIVATE 不共用。已登录的访问者从不使用共用的答案。',
  values: { PUBLIC: {}, PRIVATE: {} },
});

export const cacheControlDirective = new GraphQLDirective({
  name: 'cacheControl',
  description:
    '答案可以缓存多少秒。根字段和返回对象的字段没有标注就不缓存，标注 inheritMaxAge 则随上级；其余字段随上级。',
  locations: [
    DirectiveLocation.FIELD_DEFINITION,
    DirectiveLocation.OBJECT,
    DirectiveLocation.INTERFACE,
    DirectiveLocation.UNION,
  ],
  args: {
    maxAge: { type: GraphQLInt },
    scope: { type: cacheControlScope },
    inheritMaxAge: { type: GraphQLBoolean },
  },
});

function hinted<T extends object>(cacheControl: CacheControl, options: T) {
  const { directives } = options as { directives?: object };
  return { ...options, directives: { ...directives, cacheControl } };
}

/** Options of a field that everyone without an account reads alike, and may read for so long. */
export function publicFor<T extends object>(freshness: keyof typeof FRESH_SECONDS, options: T) {
  return hinted({ maxAge: FRESH_SECONDS[freshness], scope: 'PUBLIC' }, options);
}

/** Options of a field whose object is as public and as fresh as what it stands in. */
export function asParent<T extends object>(options: T = {} as T) {
  return hinted({ inheritMaxAge: true }, options);
}
