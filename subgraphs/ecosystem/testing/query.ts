import { createLoaders } from '@zgt/runtime/graphql/loaders.ts';
import { requestBy, type TestRuntime } from '@zgt/runtime/testing/test-runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { graphql } from 'graphql';
import { ecosystemSchema } from '../schema.ts';

const schema = ecosystemSchema();

/** Runs a GraphQL document as that viewer; throws when anything in it fails. */
export async function query(
  runtime: TestRuntime,
  viewer: Viewer,
  source: string,
  variables: Record<string, unknown> = {},
): Promise<any> {
  const context = requestBy(viewer);
  const contextValue = { ...context, runtime, loaders: createLoaders(runtime, context) };
  const { data, errors } = await graphql({ schema, source, variableValues: variables, contextValue });
  if (errors) throw new AggregateError(errors, errors.map((error) => error.message).join('; '));
  return data;
}
