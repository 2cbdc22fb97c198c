import { type ErrorCode, errors, type FieldError } from '@qihang/shared/contract/errors';

interface AppErrorOptions extends ErrorOptions {
  /** Whole seconds after which it may be tried again: `Retry-After`. */
  retryAfter?: number;
  /** How many fields are wrong besides `fields`. */
  more?: number;
}

/** An answer that is not a success: a code of the registry, a word on this case, and the fields that are wrong. */
export class AppError extends Error {
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly more: number;

  constructor(
    readonly code: ErrorCode,
    readonly detail: string = errors[code].title,
    readonly fields?: FieldError[],
    options?: AppErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
    this.status = errors[code].status;
    this.retryAfter = options?.retryAfter;
    this.more = options?.more ?? 0;
  }
}
