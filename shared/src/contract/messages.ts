import * as z from 'zod/mini';

type Issue = z.core.$ZodRawIssue;

const unitOf = (origin: unknown): string => (origin === 'array' || origin === 'set' ? '项' : '个字');

function sizeMessage(issue: Issue, word: '至少' | '最多', limit: unknown): string {
  const { origin } = issue as { origin?: unknown };
  if (origin === 'number' || origin === 'int')
    return word === '至少' ? `不能小于 ${limit}` : `不能大于 ${limit}`;
  return word === '至少' && Number(limit) === 1 ? '不能为空' : `${word} ${limit} ${unitOf(origin)}`;
}

/** A zod issue in the words a person reads beside the field. */
export function chineseMessage(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '必填' : '类型不对';
    case 'too_small':
      return sizeMessage(issue, '至少', issue.minimum);
    case 'too_big':
      return sizeMessage(issue, '最多', issue.maximum);
    case 'invalid_format':
      return '格式不对';
    case 'invalid_value':
      return issue.input === undefined || issue.input === null ? '必选' : '不在可选范围内';
    case 'unrecognized_keys':
      return `不认识的字段：${issue.keys.join('、')}`;
    default:
      return '内容不对';
  }
}

// zod/mini ships no locale; ours speaks to the person who fills in the form.
z.config({ localeError: chineseMessage });

/** Reads `value` by `schema`; wrong fields come back as `{ path, message }`, never as an exception. */
export function check<S extends z.core.$ZodType>(
  schema: S,
  value: unknown,
): { ok: true; value: z.output<S> } | { ok: false; errors: { path: string; message: string }[] } {
  const result = z.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    errors: result.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: '不认识的字段' }))
        : [{ path: issue.path.join('.'), message: issue.message }],
    ),
  };
}
