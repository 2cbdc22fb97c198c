/** The naive rule that search is measured against; written without any of its code. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Split at blanks and at all punctuation and symbols but `+ # . - &`; these are taken off where they stand outside. */
export function naiveTerms(query: string): string[] {
  return folded(query)
    .split(/(?:(?![+#.\-&])[\s\p{P}\p{S}\p{C}])+|[.\-&]{2,}/u)
    .map((term) => term.replace(/^(?:[+#&-]|\.(?![a-z]))+/, '').replace(/[.&-]+$/, ''))
    .filter(Boolean);
}

export function naivelyFound(doc: { title: string; body: string }, query: string): boolean {
  const terms = naiveTerms(query);
  const text = `${folded(doc.title)}\n${folded(doc.body)}`;
  return terms.length > 0 && terms.every((term) => text.includes(term));
}

export function naivelyInTitle(doc: { title: string }, query: string): boolean {
  const terms = naiveTerms(query);
  return terms.length > 0 && terms.every((term) => folded(doc.title).includes(term));
}
