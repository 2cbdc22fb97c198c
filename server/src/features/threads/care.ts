import type { CareContact } from '@qihang/shared/care/contract';
import type { Context } from '../../context';
import type { Verdict } from './check';

/** Whom the author of words may turn to that sound like despair; null for other words. */
export async function careFor(_context: Context, { care }: Verdict): Promise<CareContact | null> {
  return care ? { lines: [], person: null, promise: null } : null;
}
