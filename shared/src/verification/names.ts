/**
 * A name as two writings of it are compared: without blanks, with the dots of translated names alike (阿卜杜拉·买买提 is
 * typed with five different dots), Latin letters without case.
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[·•‧・･∙.。]/g, '·');
