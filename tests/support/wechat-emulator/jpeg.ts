// A baseline JPEG of grey squares, each 8 by 8 pixels of one shade: a real picture of the size asked for, of which the
// entropy coding needs no more than the mean of each block.

const marker = (code: number, payload: number[]): number[] => [
  0xff,
  code,
  (payload.length + 2) >> 8,
  (payload.length + 2) & 0xff,
  ...payload,
];

class BitWriter {
  readonly bytes: number[] = [];
  private kept = 0;
  private count = 0;

  write(value: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit--) {
      this.kept = (this.kept << 1) | ((value >> bit) & 1);
      if (++this.count === 8) this.flush();
    }
  }

  end(): void {
    while (this.count > 0) this.write(1, 1);
  }

  private flush(): void {
    this.bytes.push(this.kept);
    // A byte of ones would begin a marker.
    if (this.kept === 0xff) this.bytes.push(0);
    this.kept = 0;
    this.count = 0;
  }
}

/** Sizes 0 to 8 of a DC difference, each under a code of 4 bits. */
const dcTable = [0x00, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8];
/** One symbol under the code 0: the block ends here. */
const acTable = [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/** A square JPEG of `width` pixels; `shade` gives 0 (black) to 255 of the block in a column and row. */
export function greyJpeg(width: number, shade: (column: number, row: number) => number): Buffer {
  const blocks = Math.ceil(width / 8);
  const bits = new BitWriter();
  let previous = 0;
  for (let row = 0; row < blocks; row++) {
    for (let column = 0; column < blocks; column++) {
      const level = shade(column, row) - 128;
      const difference = level - previous;
      previous = level;
      const size = difference === 0 ? 0 : 32 - Math.clz32(Math.abs(difference));
      bits.write(size, 4);
      bits.write(difference < 0 ? difference + 2 ** size - 1 : difference, size);
      bits.write(0, 1);
    }
  }
  bits.end();
  const [high, low] = [width >> 8, width & 0xff];
  return Buffer.from([
    0xff,
    0xd8,
    ...marker(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    // Quantisation by 8 makes a DC coefficient the level itself.
    ...marker(0xdb, [0, ...Array<number>(64).fill(8)]),
    ...marker(0xc0, [8, high, low, high, low, 1, 1, 0x11, 0]),
    ...marker(0xc4, dcTable),
    ...marker(0xc4, acTable),
    ...marker(0xda, [1, 1, 0, 0, 63, 0]),
    ...bits.bytes,
    0xff,
    0xd9,
  ]);
}
