const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Half of a character, which no encoding has, becomes U+FFFD: PostgreSQL refuses it in JSON, and SQLite gives back something else. */
export const wellFormed = (text: string): string => text.replace(lone, '\ufffd');
