/** Hands a picture of this service to the browser as a file; where a phone's browser has no downloads, a long press keeps it. */
export function saveToAlbum(url: string) {
  const link = document.createElement('a');
  link.href = url;
  link.download = 'qihang.png';
  document.body.append(link);
  link.click();
  link.remove();
}
