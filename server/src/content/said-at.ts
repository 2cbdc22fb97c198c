const minuteMs = 60_000;

/**
 * When a person said or did something about a piece, as others are told. The times, ids and cursors of anonymous words are those
 * of the minute: to the millisecond, they would be those of what the same person did by name.
 */
export const saidAt = (at: Date, anonymous: boolean): Date =>
  anonymous ? new Date(Math.floor(at.getTime() / minuteMs) * minuteMs) : at;
