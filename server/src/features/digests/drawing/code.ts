import qrcode from 'qrcode-generator';
import { palette } from './palette';

/** What a phone scans: a mini-program code as WeChat made it, or the address of a page. */
export type Code = { jpeg: Uint8Array } | { address: string };

interface Place {
  x: number;
  y: number;
  size: number;
}

/** A QR code in whole pixels, so that its edges stay sharp; the white around it is the ground's. */
function qrOf(address: string, { x, y, size }: Place): string {
  const code = qrcode(0, 'M');
  code.addData(address, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const side = Math.max(1, Math.floor(size / count));
  const margin = Math.floor((size - side * count) / 2);
  const squares = Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (__, column) =>
      code.isDark(row, column)
        ? `M${x + margin + column * side} ${y + margin + row * side}h${side}v${side}h-${side}z`
        : '',
    ).join(''),
  ).join('');
  return `<path d="${squares}" fill="${palette.ink}" shape-rendering="crispEdges"/>`;
}

export const drawCode = (code: Code, place: Place): string =>
  'jpeg' in code
    ? `<image x="${place.x}" y="${place.y}" width="${place.size}" height="${place.size}" href="data:image/jpeg;base64,${Buffer.from(code.jpeg).toString('base64')}"/>`
    : qrOf(code.address, place);
