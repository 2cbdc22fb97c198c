/** The people who must read a notice: everybody verified who has not left yet, graduates of these years, these classes. */
export const audienceKinds = ['everyone', 'years', 'classes'] as const;
export type AudienceKind = (typeof audienceKinds)[number];

export const mustReadActions = ['read', 'see-readers'] as const;

export const mustReadLimits = {
  years: 8,
  classes: 60,
  todo: 40,
  /** Days after it was sent, or sent again, on which a notice is asked about; its receipts are deleted afterwards. */
  days: 180,
} as const;
