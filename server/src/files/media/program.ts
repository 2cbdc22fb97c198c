// The program of a process that looks into one file (read-media.ts). The build makes it a file of its own.
import { mediaTypeOf } from './kinds';
import type { Made } from './made';
import { officeOf } from './office';
import { pdfOf } from './pdf';
import { pictureOf } from './picture';
import { type MediaRefusal, MediaRefused } from './refused';

/** What the process says. */
export type MediaReport = { made: Made } | { refused: { code: MediaRefusal; message: string } };

async function madeOf(bytes: Buffer): Promise<Made> {
  const type = mediaTypeOf(bytes);
  if (type === 'pdf') return pdfOf(bytes);
  return type === 'zip' ? officeOf(bytes) : pictureOf(bytes, type);
}

async function reportOn(bytes: Buffer): Promise<MediaReport> {
  try {
    return { made: await madeOf(bytes) };
  } catch (error) {
    if (!(error instanceof MediaRefused)) throw error;
    return { refused: { code: error.code, message: error.message } };
  }
}

process.once('message', async (bytes: Uint8Array) => {
  const report = await reportOn(Buffer.from(bytes));
  process.send?.(report, () => process.disconnect());
});
// The service is gone, or has given up.
process.once('disconnect', () => process.exit());
