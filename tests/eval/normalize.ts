import { simplify } from '@qihang/shared/jobs/text/fold';

/**
 * The corpus' rule for “exact match”: NFKC, trim, no inner blanks, lower case, traditional = simplified. Written
 * apart from the product's own folding, which keeps lengths and would hide its own mistakes here.
 */
export function normalizeText(text: string): string {
  return simplify(text.normalize('NFKC')).replace(/\s+/g, '').toLowerCase();
}

/** A link without scheme and last slash. */
export function normalizeUrl(url: string): string {
  return normalizeText(url)
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
}

/** A list as a sorted set; 专业不限 = 不限. */
export function normalizeList(list: readonly string[]): string[] {
  const names = list.map((item) => normalizeText(item).replace(/^专业不限$/, '不限'));
  return [...new Set(names)].sort();
}
