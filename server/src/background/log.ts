import type { FastifyBaseLogger } from 'fastify';
import { tellError } from '../http/logging';

/** Where the runner says what went wrong; the serializers of http/logging.ts keep personal data out of it. */
export type Log = Pick<FastifyBaseLogger, 'error'>;

const longest = 300;

/** An error in one line without what people may have written, for a column that operators read. */
export function errorWords(error: unknown): string {
  const { type, message } = tellError(error);
  return `${type}: ${message}`.slice(0, longest);
}
