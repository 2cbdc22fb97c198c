import type { FieldError } from '@qihang/shared/contract/errors';

/** Messages by field: `apply.email` and, for what stands inside it, `apply`; the first of each counts. */
export function problemsByField(errors: readonly FieldError[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { path, message } of errors) {
    const parts = path.split('.');
    for (let length = 1; length <= parts.length; length++)
      found[parts.slice(0, length).join('.')] ??= message;
  }
  return found;
}
