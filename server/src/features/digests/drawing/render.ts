import { createHash } from 'node:crypto';
import { renderAsync } from '@resvg/resvg-js';
import { oneByOne } from '../../../threads';
import { fontFamily, fontFiles } from './font';

/** Pictures that are kept, the last used: 100 KB each at most. */
const kept = 100;
const waitingAtMost = 16;

/**
 * Makes PNGs of SVGs, in a thread of libuv's, one at a time. What was made a moment ago is kept by its content, so that a picture
 * that many open is drawn once.
 * @throws AppError `server.busy` while too many wait
 */
export function renderer() {
  const inTurn = oneByOne(waitingAtMost, '画图的人多，请过几秒再试');
  const made = new Map<string, Promise<Uint8Array>>();

  async function draw(svg: string): Promise<Uint8Array> {
    const image = await renderAsync(svg, {
      font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: fontFamily },
    });
    return image.asPng();
  }

  return (svg: string): Promise<Uint8Array> => {
    const key = createHash('sha256').update(svg).digest('base64url');
    const known = made.get(key);
    const png = known ?? inTurn(() => draw(svg));
    made.delete(key);
    made.set(key, png);
    // A drawing that failed is tried again by the next who asks.
    if (!known) png.catch(() => made.delete(key));
    for (const old of made.keys()) {
      if (made.size <= kept) break;
      made.delete(old);
    }
    return png;
  };
}
