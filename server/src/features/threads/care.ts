import type { CareContact } from '@qihang/shared/care/contract';
import type { Context } from '../../context';
import { careContact } from '../care/public-store';
import type { Verdict } from '../content-check/rules';

/** Whom the author of words may turn to that sound like despair; null for other words. */
export const careFor = async (
  { db }: Context,
  { care }: Pick<Verdict, 'care'>,
): Promise<CareContact | null> => (care ? careContact(db, db.read) : null);
