/** A browser tells of every change of the selection by itself. */
export const selectedRange = (): Promise<{ start: number; end: number } | null> => Promise.resolve(null);
