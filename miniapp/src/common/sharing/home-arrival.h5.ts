/** Addresses name their page themselves: nothing arrives at the home page for another one. */
export function useHomeArrival() {}
