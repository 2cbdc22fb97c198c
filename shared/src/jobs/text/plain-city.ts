import { foldWidth } from '../../text/width';

/** A city as it is kept: half-width, without blanks and without 市, so that 江州市 and 江州 are one. */
export const plainCity = (text: string): string => {
  const name = foldWidth(text).replace(/\s+/g, '');
  return /^[一-龥]{2,}市$/.test(name) ? name.slice(0, -1) : name;
};
