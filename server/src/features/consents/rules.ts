interface Text {
  name: string;
  hash: string;
}

/** The texts a person has not agreed to word for word, in their order. */
export const missingConsents = <T extends Text>(
  texts: readonly T[],
  given: readonly { document: string; hash: string }[],
): T[] => texts.filter(({ name, hash }) => !given.some((one) => one.document === name && one.hash === hash));
