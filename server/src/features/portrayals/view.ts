import type { Portrayal } from '@qihang/shared/portrayals/consent';
import type { Actor } from '../../actor/rules';
import type { Standing } from '../../content/rules';
import type { PortrayalRow } from './public-store';
import { canSeeConsent, consentActionsFor, isGiven, stateOf } from './rules';

/** A consent without who gave, recorded or withdrew it. */
export const viewRecord = (row: PortrayalRow) => ({
  id: row.id,
  subject: row.subject,
  linked: row.subjectId !== null,
  uses: row.uses,
  way: row.way,
  givenOn: row.givenOn,
  recordedAt: row.recordedAt.toISOString(),
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  state: stateOf(row),
});

export const viewPortrayal = (row: PortrayalRow, post: Standing, actor: Actor | null): Portrayal => ({
  given: isGiven(row),
  ...(canSeeConsent(actor, post, row) ? { record: viewRecord(row) } : {}),
  viewer: { can: consentActionsFor(actor, post, row) },
});
