import { GraphQLError } from 'graphql';
import { checkInstant } from '../validation/date.ts';

function text(name: string, expected: string) {
  return (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw new GraphQLError(`${name} 应为字符串：${expected}`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
}

interface ScalarBuilder {
  scalarType(name: never, options: object): unknown;
}

/**
 * The scalars of the API. Those of actions' inputs take any text here:
 * the action itself checks them and answers with a refusal that names the field.
 */
export function addScalars(builder: ScalarBuilder): void {
  const add = (name: string, options: object) => builder.scalarType(name as never, options);
  add('DateTime', {
    description: 'ISO 8601 时刻，输出为 UTC，例如 2026-11-23T01:00:00.000Z。',
    serialize: (value: Date) => value.toISOString(),
    parseValue: (value: unknown) => {
      const checked = checkInstant(text('DateTime', '带时区的 ISO 8601 时刻')(value));
      if (!checked.ok) throw new GraphQLError(checked.reason, { extensions: { code: 'BAD_USER_INPUT' } });
      return value;
    },
  });
  add('Date', {
    description: '日历日期 YYYY-MM-DD，按北京时间。',
    serialize: (value: unknown) => value,
    parseValue: text('Date', 'YYYY-MM-DD'),
  });
  add('UnifiedSocialCreditCode', {
    description: '18 位统一社会信用代码（GB 32100），末位为校验码。',
    serialize: (value: unknown) => value,
    parseValue: text('UnifiedSocialCreditCode', '18 位统一社会信用代码'),
  });
  add('JSON', {
    description: '任意 JSON 值。',
    serialize: (value: unknown) => value,
    parseValue: (value: unknown) => value,
  });
}
