export const saveLimits = { note: 500, calendarDays: 370 } as const;
