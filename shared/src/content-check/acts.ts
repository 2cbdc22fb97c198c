import type { Concept } from './concepts';
import type { peopleConcepts } from './people-concepts';
import type { CheckedKind, CheckRule } from './vocabulary';

export type AnyConcept = Concept | keyof typeof peopleConcepts | 'phone' | 'identity' | 'account';
type Weighed = readonly [AnyConcept, number];

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

/** Advice, warnings and reports name what they warn of. */
const frames = [
  ['warn', -3],
  ['ask', -2.5],
  ['told', -2.5],
] as const satisfies readonly Weighed[];
/** The writer's own channel is what a warning lacks. */
const channels = [
  ['handle', 2.5],
  ['hidden', 2],
  ['solicit', 2],
] as const satisfies readonly Weighed[];
const money = [
  ['amount', 1.5],
  ['price', 1.5],
] as const satisfies readonly Weighed[];

export const acts: readonly Act[] = [
  {
    rule: 'ad-contact',
    core: [
      ['handle', 2.5],
      ['hidden', 2],
      ['solicit', 1.5],
    ],
    again: 1,
    needs: [['material', 'amount', 'price', 'deal', 'gig']],
    near: [['material', 1], ['gig', 1], ['deal', 1], ...money, ['free', -2.5], ['peer', -2], ...frames],
    least: 3.5,
    except: ['job'],
  },
  {
    rule: 'ad-contact',
    core: [
      ['amount', 1.5],
      ['price', 1.5],
      ['solicit', 1.5],
      ['hidden', 1.5],
    ],
    again: 0.5,
    needs: [['offer'], ['amount', 'price', 'material', 'gig', 'deal', 'ghost']],
    near: [
      ['offer', 1],
      ['material', 0.5],
      ['gig', 0.5],
      ['ghost', 0.5],
      ['deal', 0.5],
      ['seek', 0.5],
      ['wage', -2],
      ['free', -2],
      ['peer', -2],
      ...frames,
    ],
    least: 3,
    except: ['article', 'job'],
  },
  {
    rule: 'paid-referral',
    core: [['deal', 1.5]],
    again: 0.5,
    needs: [['amount', 'price', 'handle', 'solicit', 'hidden']],
    near: [...money, ...channels, ['seek', 1], ['free', -2], ['peer', -2], ...frames],
    least: 3,
    except: ['job'],
  },
  {
    rule: 'scam-job',
    core: [['gig', 1.5]],
    again: 1,
    needs: [
      ['amount', 'price', 'handle', 'solicit', 'hidden'],
      ['recruit', 'solicit', 'handle', 'hidden'],
    ],
    near: [...money, ...channels, ['recruit', 1], ['assurance', 1], ['free', -1], ...frames],
    least: 4,
    except: ['job'],
  },
  {
    rule: 'ghostwrite',
    core: [['ghost', 2]],
    again: 0.5,
    needs: [['amount', 'price', 'handle', 'solicit', 'hidden', 'seek']],
    near: [...money, ...channels, ['assurance', 1], ['seek', 1.5], ...frames],
    least: 3,
  },
  {
    rule: 'insult',
    undeniable: true,
    core: [
      ['curse', 3],
      ['insult', 2],
    ],
    again: 1,
    near: [
      ['slight', 1],
      ['you', 1],
      ['cited', -2.5],
      ['self', -3],
      ['ask', -1],
      ['care_work', -1],
    ],
    least: 3,
  },
  {
    rule: 'insult-mild',
    except: ['article', 'job'],
    undeniable: true,
    core: [
      ['mild', 2],
      ['insult', 1.5],
      ['slight', 1.5],
    ],
    again: 1,
    needs: [['aimed', 'you']],
    near: [
      ['aimed', 1],
      ['cited', -2],
      ['self', -2],
      ['ask', -1.5],
      ['told', -1.5],
      ['warn', -1],
    ],
    least: 3,
  },
  {
    rule: 'privacy',
    core: [['phone', 2.5]],
    near: [
      ['other', 1],
      ['hostile', 2],
      ['own', -2],
      ['peer', -2],
    ],
    least: 3.5,
    except: ['article', 'job'],
    quotable: true,
  },
  { rule: 'privacy', core: [['identity', 6]], near: [], least: 5, quotable: true },
  {
    rule: 'privacy',
    core: [['data', 1]],
    again: 1,
    except: ['job'],
    needs: [['hostile'], ['other']],
    near: [
      ['hostile', 2],
      ['account', 1],
      ['phone', 1],
      ['warn', -2],
      ['told', -1],
    ],
    least: 3,
  },
  {
    rule: 'privacy',
    core: [['data', 1]],
    needs: [['account']],
    near: [
      ['account', 1.5],
      ['other', 1.5],
      ['hostile', 1.5],
      ['own', -1],
    ],
    least: 3.5,
    except: ['article', 'job'],
  },
  {
    rule: 'privacy',
    core: [['bulk', 1.5]],
    needs: [['dealing']],
    near: [['dealing', 1.5], ...money, ['solicit', 1], ...frames],
    least: 3.5,
  },
  {
    rule: 'contact-self',
    core: [
      ['handle', 3],
      ['phone', 3],
    ],
    near: [['told', -0.5]],
    least: 2,
    except: ['article', 'job'],
  },
  {
    rule: 'political',
    undeniable: true,
    except: ['job'],
    core: [['grievance', 1.5]],
    again: 1,
    needs: [['polity']],
    near: [
      ['polity', 1.5],
      ['neutral', -2],
      ['warn', -1],
    ],
    least: 3,
  },
  { rule: 'political', except: ['job'], core: [['region', 3]], near: [['neutral', -2]], least: 3 },
  {
    rule: 'third-party',
    except: ['article', 'job'],
    undeniable: true,
    core: [['allegation', 2]],
    again: 1,
    needs: [['someone']],
    near: [
      ['someone', 1],
      ['gossip', 1.5],
      ['warn', -0.5],
      ['ask', -1.5],
    ],
    least: 3,
  },
  {
    rule: 'illegal-hint',
    core: [['forge', 2]],
    again: 0.5,
    needs: [['wink']],
    near: [['wink', 1.5], ...frames],
    least: 3,
  },
  {
    rule: 'care',
    except: ['job'],
    undeniable: true,
    core: [
      ['despair', 3],
      ['burden', 1.5],
      ['rescue', 1.5],
    ],
    again: 1.5,
    near: [
      ['distress', 0.5],
      ['jest', -2],
      ['care_work', -2.5],
      ['warn', -0.5],
    ],
    least: 3,
    quotable: true,
  },
];
