/**
 * What became of a reminder when its time came: told in the inbox, not told because its person turned the kind off, or found too
 * late, when its deadline was over or a later reminder of the same thing was due as well.
 */
export const reminderOutcomes = ['told', 'muted', 'late'] as const;
export type ReminderOutcome = (typeof reminderOutcomes)[number];

/** What may become of a saved job; its deadline moves, it gets one or loses it, people doubt it, it is out of sight and back. */
export const jobChanges = [
  'later',
  'earlier',
  'dated',
  'undated',
  'doubted',
  'confirmed',
  'hidden',
  'restored',
] as const;
export type JobChange = (typeof jobChanges)[number];

export const reminderLimits = {
  /** Days after which it is forgotten that a person was reminded. */
  keptDays: 400,
  /** Days before the end of a term of office. */
  termDays: [60, 30, 7],
  /** Days before the end of a lead's term at which the teachers are told, too. */
  leadDays: [30, 7],
} as const;
