/** What a text is: the same words are judged by what they are said in. */
export const checkedKinds = ['question', 'answer', 'article', 'job'] as const;
export type CheckedKind = (typeof checkedKinds)[number];

/** `review`: a person looks before readers do. `block`: the same, and the text breaks a rule as far as the machine can say. */
export const checkVerdicts = ['pass', 'review', 'block'] as const;
export type CheckVerdict = (typeof checkVerdicts)[number];

/** What the local rules find, with the verdict that follows and its words for the people who look. */
export const checkRules = {
  'ad-contact': { verdict: 'block', words: '广告引流' },
  'paid-referral': { verdict: 'block', words: '付费内推或收费办事' },
  'scam-job': { verdict: 'block', words: '疑似招聘骗局' },
  ghostwrite: { verdict: 'block', words: '代写、代考或替考' },
  insult: { verdict: 'block', words: '辱骂' },
  privacy: { verdict: 'block', words: '泄露他人或本人的证件、电话、学号' },
  'insult-mild': { verdict: 'review', words: '言辞刻薄' },
  'contact-self': { verdict: 'review', words: '留了自己的联系方式' },
  political: { verdict: 'review', words: '涉及时政' },
  care: { verdict: 'review', words: '可能需要关心' },
  'third-party': { verdict: 'review', words: '指名说别人的事' },
  'illegal-hint': { verdict: 'review', words: '可能涉及违规做法' },
} as const satisfies Record<string, { verdict: Exclude<CheckVerdict, 'pass'>; words: string }>;
export type CheckRule = keyof typeof checkRules;

/** What a held piece is: `unavailable` where nobody could be asked, which holds it like the rest. */
export const heldVerdicts = ['pass', 'review', 'block', 'unavailable'] as const;
export type HeldVerdict = (typeof heldVerdicts)[number];
