import {
  type ErrorCode,
  errors,
  type FieldError,
  isErrorCode,
  type Problem,
} from '@qihang/shared/contract/errors';

/** `network` means that no answer came at all; everything else is the server's own code. */
export type ApiErrorCode = ErrorCode | 'network';

/** What every failed call throws: a code to decide by, and words to show. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    message: string,
    /** Wrong fields of a refused form, `path` in dots. */
    readonly fields: FieldError[] = [],
    /** Shown to the reader, so that the operator can find the failure in the log. */
    readonly requestId?: string,
    /** Seconds after which it may be tried again, where the server says so. */
    readonly retryAfter?: number,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

export const networkError = () => new ApiError('network', '没有连上服务器，请检查网络后重试');

const isProblem = (data: unknown): data is Problem =>
  typeof data === 'object' && data !== null && isErrorCode((data as Problem).code);

/** The error of an answer that is not a success; a body that is no problem document (a proxy's page) is a failed server. */
export function toApiError(status: number, data: unknown, retryAfter?: string): ApiError {
  // A date, which the line may hold as well, is none of ours.
  const seconds = /^\d+$/.test(retryAfter ?? '') ? Number(retryAfter) : undefined;
  if (isProblem(data))
    return new ApiError(data.code, data.detail || data.title, data.errors, data.requestId, seconds);
  const code = status === 503 || status === 502 || status === 504 ? 'server.busy' : 'server.failed';
  return new ApiError(code, errors[code].title, [], undefined, seconds);
}

/** Any thrown value as an ApiError, for the places that show one. */
export const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError('server.failed', errors['server.failed'].title);
