import type { careConcepts } from './care-concepts';
import type { concepts } from './concepts';
import type { peopleConcepts } from './people-concepts';
import type { CheckedKind, CheckRule } from './vocabulary';

export type AnyConcept =
  | keyof typeof concepts
  | keyof typeof peopleConcepts
  | keyof typeof careConcepts
  | 'phone'
  | 'identity'
  | 'account';
export type Weighed = readonly [AnyConcept, number];

/** Who does what to readers: concepts that meet near each other, weighed against the frame in which they are said. */
export interface Act {
  rule: CheckRule;
  /** One of them must be there, not denied; the first is quoted. Each place of one is looked at by itself. */
  core: readonly Weighed[];
  /** Another core near by adds this much. */
  again?: number;
  /** One of each of these groups must be near. */
  needs?: readonly (readonly AnyConcept[])[];
  /** What is near counts once each. */
  near: readonly Weighed[];
  /** Whether a denied core counts, too: nobody is excused by 不想活. */
  undeniable?: true;
  /** Whether a core counts between quotation marks as it does elsewhere. */
  quotable?: true;
  least: number;
  except?: readonly CheckedKind[];
}
