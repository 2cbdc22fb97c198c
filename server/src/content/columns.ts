import { contentStates } from '@qihang/shared/content/vocabulary';
import type { Kit } from '../db/kit/pg';

/** The columns that every table of content has. A row for which nobody said otherwise is seen by its author alone. */
export const contentColumns = ({ oneOf, str }: Kit) => ({
  life: oneOf(contentStates).notNull().default('draft'),
  /** Why the last move was made, where it needs a reason: hidden, returned. */
  lifeReason: str(),
});
