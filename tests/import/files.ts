import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobColumns } from '@qihang/server/features/jobs/import/fields';
import type { FileRow, InputRow } from '@qihang/server/files/input';
import { readRows } from '@qihang/server/files/read-file';
import type { FileSource } from '@qihang/server/files/source';

const folder = mkdtempSync(join(tmpdir(), 'qihang-import-'));

export const pathOf = (name: string): string => join(folder, name);
export const removeFiles = (): void => rmSync(folder, { recursive: true, force: true });

export function fileOf(name: string, content: string | Buffer): string {
  writeFileSync(pathOf(name), content);
  return pathOf(name);
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export async function rowsIn(file: FileSource, sheet?: string): Promise<InputRow[]> {
  return collect((await readRows(file, jobColumns, { sheet })).rows);
}

/** Rows as objects by column; a broken one as its problem. */
export const plain = (rows: readonly InputRow[]) =>
  rows.map((row) => ('problem' in row ? row.problem : Object.fromEntries(row.cells)));

/** Rows as the readers hand them over. */
export async function* inputOf(rows: readonly Record<string, string>[]): AsyncGenerator<FileRow> {
  for (const [i, row] of rows.entries()) yield { line: i + 2, cells: Object.entries(row) };
}
