import { AppError } from '../../errors';

const retrySeconds = 10;

/** What is answered while files can be neither stored nor read. */
export const storageTrouble = (cause: unknown): AppError =>
  new AppError('upload.storage', undefined, undefined, { retryAfter: retrySeconds, cause });
