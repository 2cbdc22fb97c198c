import { type ErrorCode, errors, type FieldError } from '@qihang/shared/contract/errors';

/** An answer that is not a success: a code of the registry, a word on this case, and the fields that are wrong. */
export class AppError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly detail: string = errors[code].title,
    readonly fields?: FieldError[],
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
    this.status = errors[code].status;
  }
}
