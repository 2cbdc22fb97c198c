// What compressing an answer costs and saves, over the demo data: what school and pages really send.

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { median } from './figures';
import { ask } from './servers';

const ways = {
  'gzip 1': (bytes: Buffer) => gzipSync(bytes, { level: 1 }),
  'gzip 4': (bytes: Buffer) => gzipSync(bytes, { level: 4 }),
  'gzip 6': (bytes: Buffer) => gzipSync(bytes, { level: 6 }),
  'brotli 1': (bytes: Buffer) =>
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  'brotli 4': (bytes: Buffer) =>
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
};

/** CPU microseconds of one run, the median of some groups of runs. */
function cpu(work: () => unknown): number {
  const groups = Array.from({ length: 9 }, () => {
    const before = process.cpuUsage();
    for (let n = 0; n < 100; n++) work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 100;
  });
  return median(groups);
}

/**
 * One row for each answer: its bytes, and for each way the bytes left and the CPU microseconds.
 * @param servers the folder of the bundles
 */
export async function measureCompression(
  servers: string,
): Promise<Record<string, Record<string, string | number>>> {
  const bodies = await ask<Record<string, string>>(fork(join(servers, 'demo-answers.cjs')));
  const table: Record<string, Record<string, string | number>> = {};
  for (const [path, text] of Object.entries(bodies)) {
    const body = Buffer.from(text);
    const row: Record<string, string | number> = { bytes: body.length };
    for (const [name, compress] of Object.entries(ways))
      row[name] = `${compress(body).length} B, ${Math.round(cpu(() => compress(body)))} µs`;
    table[path] = row;
  }
  return table;
}
