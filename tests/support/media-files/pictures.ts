// Pictures and documents as people send them. The service looks into them in a process of its build.
import '../builds/server';
import sharp from 'sharp';

interface Size {
  width: number;
  height: number;
}

const blank = ({ width, height }: Size) =>
  sharp({ create: { width, height, channels: 3, background: '#1f7a5c' }, limitInputPixels: false });

export const jpegOf = (size: Size): Promise<Buffer> => blank(size).jpeg().toBuffer();
export const pngOf = (size: Size): Promise<Buffer> => blank(size).png({ compressionLevel: 9 }).toBuffer();
export const webpOf = (size: Size): Promise<Buffer> => blank(size).webp().toBuffer();
export const gifOf = (size: Size): Promise<Buffer> => blank(size).gif().toBuffer();

/** The left half red, the right half blue, as it is stored; a phone that was held upright says how to turn it. */
export const turnedJpeg = (orientation: number): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 200, channels: 3, background: '#0000ff' } })
    .composite([
      { input: { create: { width: 200, height: 200, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
    ])
    .withExif({ IFD0: { Make: 'Camera of mine' } })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();

/** A photograph that says where it was taken, by which camera, and of which people. */
export const photographOfHome = (): Promise<Buffer> =>
  blank({ width: 1600, height: 1200 })
    .withExif({
      IFD0: { Make: 'Camera of mine', Copyright: 'lin.xiao@private.example' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '30/1 15/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 9/1 0/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>taken at home</secret></x:xmpmeta>')
    .jpeg()
    .toBuffer();

/** Half of it shines through. */
export const transparentPng = (): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 300, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer();
