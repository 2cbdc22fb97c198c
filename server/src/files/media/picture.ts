import { mediaWidths, uploadLimits } from '@qihang/shared/uploads/vocabulary';
import sharp, { type Metadata, type SharpOptions } from 'sharp';
import type { MediaType } from './kinds';
import type { Made, MadeFile } from './made';
import { MediaRefused } from './refused';

/** WebP takes no more; a long picture is made narrower instead. */
const maxHeight = 16_000;
const widest = mediaWidths[mediaWidths.length - 1] as number;

/** Bytes of all pixels where they are held at once, which interlacing and turning ask for. */
const maxHeld = 240_000_000;

const options: SharpOptions = {
  limitInputPixels: uploadLimits.pixels,
  sequentialRead: true,
  // A picture that broke off is worse than none: its author does not see it on a fast network.
  failOn: 'error',
};

// One picture at a time, on one core, and nothing kept for the next.
sharp.concurrency(1);
sharp.cache(false);
// The library reads a dozen formats; all but these are closed, whatever the bytes pretend to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});

const unreadable = () =>
  new MediaRefused('upload.unreadable', '这张图片读不出来，可能已损坏或没有传完，请重新保存或截图后再传');

const megapixels = (pixels: number) =>
  Math.ceil(pixels / 10_000)
    .toLocaleString('en-US')
    .replaceAll(',', '');

function refuseLarge({ width, height, channels, depth, isProgressive, orientation = 1 }: Metadata): void {
  const pixels = width * height;
  if (pixels > uploadLimits.pixels)
    throw new MediaRefused(
      'upload.too-many-pixels',
      `图片有 ${megapixels(pixels)} 万像素，最多 ${megapixels(uploadLimits.pixels)} 万，请缩小后再传`,
    );
  const sample = depth === 'uchar' ? 1 : 2;
  if ((isProgressive || orientation > 1) && pixels * (channels ?? 4) * sample > maxHeld)
    throw new MediaRefused('upload.too-many-pixels', '图片太大，处理不了，请缩小到 3000 像素宽以内再传');
}

/**
 * A picture in its widths, upright, as WebP and as JPEG. It is made of the pixels alone: position, camera and whatever else was
 * written into or behind the file is gone.
 * @throws MediaRefused
 */
export async function pictureOf(bytes: Buffer, type: MediaType): Promise<Made> {
  try {
    // Of the header alone, whatever size it says.
    const found = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
    if (found.format !== type) throw unreadable();
    refuseLarge(found);
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .resize({ width: widest, height: maxHeight, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const largest = sharp(data, { raw: { width, height, channels } });
    const files: MadeFile[] = [];
    for (const wide of [...mediaWidths.filter((one) => one < width), width]) {
      const sized = largest.clone().resize({ width: wide });
      const webp = await sized.clone().webp({ quality: 82 }).toBuffer();
      // JPEG has no alpha: what shone through lies on white, as on the page.
      const jpeg = await sized.flatten({ background: '#fff' }).jpeg({ quality: 82 }).toBuffer();
      files.push(
        { name: `${wide}.webp`, type: 'image/webp', width: wide, bytes: webp },
        { name: `${wide}.jpg`, type: 'image/jpeg', width: wide, bytes: jpeg },
      );
    }
    return { kind: 'image', width, height, files };
  } catch (error) {
    throw error instanceof MediaRefused ? error : unreadable();
  }
}
