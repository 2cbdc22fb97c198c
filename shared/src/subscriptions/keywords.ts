/** The types of keywords of subscription messages; the number behind one tells those of a template apart. */
export const keywordTypes = [
  'thing',
  'number',
  'letter',
  'symbol',
  'character_string',
  'time',
  'date',
  'amount',
  'phone_number',
  'car_number',
  'name',
  'phrase',
] as const;
export type KeywordType = (typeof keywordTypes)[number];

/** `thing1` is a `thing`; null for what is no keyword. */
export function keywordTypeOf(keyword: string): KeywordType | null {
  const [, name] = /^([a-z_]+?)\d{1,3}$/.exec(keyword) ?? [];
  return keywordTypes.find((type) => type === name) ?? null;
}
