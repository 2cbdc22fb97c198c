export const weeklyLimits = {
  /** Days that the digest looks back, and days ahead in which saved jobs close. */
  days: 7,
  /** Jobs that match the profile, saved jobs that close, and questions, at most each. */
  items: 10,
  /** Pieces of one followed thing. */
  perFollow: 3,
  /** Who opened nothing for so many days gets one digest in as many. */
  idleDays: 28,
} as const;
