/** Full-width ASCII to ASCII, every kind of blank and control character to a space, and the dashes and colons of other keyboards. */
function foldUnit(code: number): number {
  // Control characters of pasted binary; tabs and line ends stay.
  if (code < 0x20)
    return code === 0x09 || code === 0x0a || code === 0x0d || code === 0x0b || code === 0x0c ? code : 0x20;
  if (code === 0x7f) return 0x20;
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  if (code === 0x3000 || code === 0xa0 || code === 0x2002 || code === 0x2003 || code === 0x2009) return 0x20;
  // Zero-width marks are pasted along with WeChat text; U+FE0F trails an emoji.
  if (code === 0x200b || code === 0x200c || code === 0x200d || code === 0xfeff || code === 0xfe0f)
    return 0x20;
  if (code === 0x2010 || code === 0x2011 || code === 0x2012 || code === 0x2013 || code === 0x2212)
    return 0x2d;
  if (code === 0x2014 || code === 0x2015 || code === 0x2500) return 0x2d;
  if (code === 0x301c || code === 0x223c || code === 0x02dc) return 0x7e;
  if (code === 0xfe55 || code === 0xfe30 || code === 0x2236) return 0x3a;
  if (code === 0x2502 || code === 0xffe8 || code === 0x2503) return 0x7c;
  return code;
}

/** Width folded and blanks unified; letters keep their case and characters their script. Same length as `text`. */
export function foldWidth(text: string): string {
  let folded = '';
  let kept = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const unit = foldUnit(code);
    if (unit === code) continue;
    folded += text.slice(kept, i) + String.fromCharCode(unit);
    kept = i + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}
