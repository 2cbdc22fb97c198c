/**
 * An address of the web that every browser can read. One with a name before its host (`https://bank.com@evil.com`) shows another
 * place than it opens, and is none.
 */
export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/(?:[^\s/?#\\@:[\]<>"'`^|{}%]+|\[[0-9a-f:.]+\])(?::(?:[0-5]?\d{1,4}|6[0-5]\d{3}))?(?:[/?#]\S*)?$/i.test(
    text,
  );
