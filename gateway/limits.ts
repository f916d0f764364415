import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** What one request may ask for at most. */
export interface Limits {
  /** Bytes of a request body: as many as a document to be checked may hold, every letter of it escaped once. */
  bodyBytes: number;
  /** Lexical tokens of a document. */
  tokens: number;
  /** Operations in one document. */
  operations: number;
  /** Nesting of fields; fragments and introspection do not count. */
  depth: number;
  /** Fields with an alias. */
  aliases: number;
  /** Fields at the root of an operation. */
  rootFields: number;
  /** Uses of directives. */
  directives: number;
  /** Weighted number of fields that an answer may hold: see `measureCost`. */
  cost: number;
}

export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 2_100_000,
  tokens: 1000,
  operations: 1,
  depth: 12,
  aliases: 15,
  rootFields: 20,
  directives: 20,
  cost: 20_000,
};

type Limited = 'operations' | 'depth' | 'aliases' | 'rootFields' | 'directives' | 'cost';

const WORDS: Record<Limited, { name: string; remedy: string }> = {
  operations: { name: '操作数', remedy: '请每次只发送一个操作' },
  depth: { name: '嵌套深度', remedy: '请减少嵌套层数，或拆成几次查询' },
  aliases: { name: '别名数', remedy: '请减少别名，或拆成几次查询' },
  rootFields: { name: '根字段数', remedy: '请减少一次查询的根字段，或拆成几次查询' },
  directives: { name: '指令数', remedy: '请减少 @skip、@include 等指令' },
  cost: { name: '查询开销', remedy: '请减小分页大小（first、last），或少选嵌套列表里的字段' },
};

/** The refusal of an operation that goes beyond a limit: names the limit, what was found, and how to mend it. */
export function beyondLimit(limited: Limited, limit: number, found: number): GraphQLError {
  const { name, remedy } = WORDS[limited];
  return new GraphQLError(`${name}超过上限：上限 ${limit}，实际 ${found}。${remedy}。`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', limit: limited, maximum: limit, found },
  });
}

/** The validation rules that hold a document within the limits; tokens, bytes and cost are checked elsewhere. */
export function limitRules(limits: Limits): ValidationRule[] {
  return [
    operationsRule(limits.operations),
    rootFieldsRule(limits.rootFields),
    maxDepthRule({ n: limits.depth, flattenFragments: true, ...reporting('depth', limits.depth) }),
    maxAliasesRule({ n: limits.aliases, ...reporting('aliases', limits.aliases) }),
    maxDirectivesRule({ n: limits.directives, ...reporting('directives', limits.directives) }),
  ] as ValidationRule[];
}

/** graphql-armor tells the number that it found only inside its English message. */
function reporting(limited: Limited, limit: number) {
  return {
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null, error: GraphQLError) => {
        const found = Number(/found (\d+)/.exec(error.message)?.[1]);
        context?.reportError(beyondLimit(limited, limit, found));
      },
    ],
  };
}

function operationsRule(limit: number): ValidationRule {
  return (context) => ({
    Document(document: DocumentNode) {
      const found = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
      if (found > limit) context.reportError(beyondLimit('operations', limit, found));
    },
  });
}

function rootFieldsRule(limit: number): ValidationRule {
  return (context): ASTVisitor => {
    const count = (set: SelectionSetNode, open: ReadonlySet<string>): number => {
      let found = 0;
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) found += 1;
        else if (selection.kind === Kind.INLINE_FRAGMENT) found += count(selection.selectionSet, open);
        else if (!open.has(selection.name.value)) {
          const fragment = context.getFragment(selection.name.value);
          if (fragment) found += count(fragment.selectionSet, new Set([...open, selection.name.value]));
        }
        if (found > limit) return found;
      }
      return found;
    };
    return {
      OperationDefinition(operation) {
        const found = count(operation.selectionSet, new Set());
        if (found > limit) context.reportError(beyondLimit('rootFields', limit, found));
        return undefined;
      },
    };
  };
}
