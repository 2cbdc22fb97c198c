const clock = String.raw`\d{1,2}:\d{2}`;
const date = String.raw`\d{4}年\d{1,2}月\d{1,2}日`;
const moment = `(${date} ?)?${clock}`;

/** What a value of each keyword type may be, as the official table of subscription messages has it. */
const rules = {
  thing: /^.{1,20}$/su,
  number: /^-?[\d.]{1,32}$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: new RegExp(`^${moment}(~${moment})?$`),
  date: new RegExp(`^${date}( ?${clock})?(~${date}( ?${clock})?)?$`),
  amount: /^[^\d\s]?\d{1,10}(\.\d+)?元?$/u,
  phone_number: /^[\d+\-() ]{1,17}$/,
  name: /^([\p{Script=Han}·]{1,10}|[A-Za-z ]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
} as const;

export type KeywordType = keyof typeof rules;

export const isKeywordType = (type: unknown): type is KeywordType =>
  typeof type === 'string' && Object.keys(rules).includes(type);

export const fits = (type: KeywordType, value: string): boolean => rules[type].test(value);
