import type { Context } from '../context';
import { requireConsent } from '../features/consents/public';
import { keyOf, onceBy } from '../features/idempotency/once';
import { limitBy } from '../features/rate-limits/limit';
import { identifyBy } from '../features/session/identify';
import type { Gates } from '../http/gates';

/** What a request passes before its handler runs, as the features say. */
export const gatesOf = (context: Context): Gates => ({
  identify: identifyBy(context),
  limit: limitBy(context),
  requireConsent: (actor) => requireConsent(context, actor.id),
  keyOf,
  once: onceBy(context),
});
