import type { Act } from './act';

/** Words that sound like despair: looked for by the server in every text, and by the phone while one is written. */
export const careAct: Act = {
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
};
