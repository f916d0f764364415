import SchemaBuilder from '@pothos/core';
import DirectivePlugin from '@pothos/plugin-directives';
import FederationPlugin from '@pothos/plugin-federation';
import {
  DirectiveLocation,
  defaultFieldResolver,
  GraphQLDirective,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLSchema,
  isObjectType,
  specifiedDirectives,
} from 'graphql';
import type { Runtime } from '../runtime.ts';
import type { RequestContext } from '../viewer.ts';
import { type CacheControl, cacheControlDirective } from './cache-hints.ts';
import { resolveEntitiesDirectly } from './entities.ts';
import type { Loaders } from './loaders.ts';
import { addScalars } from './scalars.ts';

/** What every resolver is given. */
export interface SubgraphContext extends RequestContext {
  runtime: Runtime;
  loaders: Loaders;
}

export interface SchemaTypes {
  Context: SubgraphContext;
  DefaultFieldNullability: false;
  Scalars: {
    DateTime: { Input: string; Output: Date };
    Date: { Input: string; Output: string };
    UnifiedSocialCreditCode: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
  Directives: {
    basis: { locations: 'FIELD_DEFINITION' | 'OBJECT' | 'ENUM_VALUE'; args: { articles: number[] } };
    cacheControl: { locations: 'FIELD_DEFINITION' | 'OBJECT'; args: CacheControl };
  };
}

export type Builder = ReturnType<typeof createBuilder>;

const BASIS_SPEC = 'https://zgt.gx.gov.cn/specs/basis/v1.0';
const CACHE_CONTROL_SPEC = 'https://zgt.gx.gov.cn/specs/cacheControl/v1.0';

const basisDirective = new GraphQLDirective({
  name: 'basis',
  description: '该字段、类型或取值所依据的办法条款。',
  locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.OBJECT, DirectiveLocation.ENUM_VALUE],
  args: { articles: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLInt))) } },
});

/** A code-first builder for one subgraph, with the scalars and the directive that all subgraphs share. */
export function createBuilder() {
  const builder = new SchemaBuilder<SchemaTypes>({
    plugins: [DirectivePlugin, FederationPlugin],
    directives: { useGraphQLToolsUnorderedDirectives: true },
    defaultFieldNullability: false,
  });
  addScalars(builder);
  builder.queryType({ description: '查询。' });
  builder.mutationType({ description: '办理。每个变更对应办法中的一个动作，业务上的拒绝以 refusal 返回。' });
  return builder;
}

/** The finished federation schema; `@basis` and `@cacheControl` are composed into the supergraph, to be read there. */
export function finishSchema(builder: Builder): GraphQLSchema {
  return forCompiling(
    builder.toSubGraphSchema({
      linkUrl: 'https://specs.apollo.dev/federation/v2.6',
      federationDirectives: ['@key', '@shareable'],
      composeDirectives: ['@basis', '@cacheControl'],
      directives: [...specifiedDirectives, basisDirective, cacheControlDirective],
      extensions: {
        directives: [
          { name: 'link', args: { url: BASIS_SPEC, import: ['@basis'] } },
          { name: 'link', args: { url: CACHE_CONTROL_SPEC, import: ['@cacheControl'] } },
        ],
      },
    } as never),
  );
}

/** The same schema, made so that compiled documents have little to do. */
export const forCompiling = (schema: GraphQLSchema): GraphQLSchema =>
  resolveEntitiesDirectly(readInPlace(schema));

/** A field that shows the property of its own name gets no resolver, so that a compiled document reads it in place. */
function readInPlace(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve === defaultFieldResolver) field.resolve = undefined;
  }
  return schema;
}

const CHINESE_DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 50 → 第五十条. */
export function articleText(article: number): string {
  const tens = Math.floor(article / 10);
  const ones = article % 10;
  const words = `${tens > 1 ? CHINESE_DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? CHINESE_DIGITS[ones] : ''}`;
  return `第${words}条`;
}

/** A description that ends with its legal basis, and the same basis for machines. */
export function basis(articles: readonly number[], description: string) {
  return {
    description: `${description}依据：${articles.map(articleText).join('、')}。`,
    directives: { basis: { articles: [...articles] } },
  };
}
