/** Names on this phone what is typed about a case. */
export const workName = (caseId: string) => `review:${caseId}`;
