import type { MediaWidth } from './vocabulary';

/** The address of an upload, which texts refer to. */
export const mediaPath = (id: string): string => `/api/v1/media/${id}`;

const address = /\/api\/v1\/media\/([0-9A-Za-z_-]{1,16})(?![0-9A-Za-z_-])/g;

/** The uploads that a text refers to, each once, in the order of the text. */
export const mediaIdsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(address)].map(([, id = '']) => id)),
];

/** The upload behind an address that is nothing else; undefined for any other address. */
export const mediaIdOf = (url: string): string | undefined =>
  /^(?:https?:\/\/[^/]+)?\/api\/v1\/media\/([0-9A-Za-z_-]{1,16})$/.exec(url)?.[1];

/** A picture of this service in one of its widths; other addresses pass unchanged. */
export const inWidth = (url: string, width: MediaWidth): string =>
  mediaIdOf(url) === undefined ? url : `${url}?w=${width}`;
