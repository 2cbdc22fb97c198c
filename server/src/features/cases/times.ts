const minuteMs = 60_000;

/** When an author did something: of anonymous words to the minute, so that two of them are not told to be of one person by it. */
export const saidAt = (at: Date, anonymous: boolean): Date =>
  anonymous ? new Date(Math.floor(at.getTime() / minuteMs) * minuteMs) : at;
