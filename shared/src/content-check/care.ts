import { careAct } from './care-act';
import { careConcepts } from './care-concepts';
import { Mentions } from './mentions';
import { normalise } from './normalise';
import type { CheckedKind } from './vocabulary';
import { placeOf } from './weigh';

/** Whether `checkText` finds `care` in one of the texts, by the same act over the same concepts, and without the other rules. */
export const soundsLikeDespair = (texts: readonly string[], kind: CheckedKind): boolean =>
  texts.some(
    (text) => placeOf(careAct, new Mentions(normalise(text).text, careConcepts), kind) !== undefined,
  );
