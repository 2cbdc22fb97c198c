import { closeSync, existsSync, openSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../config';
import { makeFilePrivate, makeFolderPrivate, makeTreePrivate } from '../files/private';

/**
 * Lets nobody but the service's own user read what it keeps: new files by the umask, and those that an earlier version made by
 * changing them. The folder of a database outside the data folder may hold other things and stays as it is.
 */
export function keepFilesPrivate({ dataDir, databaseUrl }: Config): void {
  process.umask(0o077);
  makeFolderPrivate(dataDir);
  for (const name of ['secret', 'media', 'uploads']) {
    const path = join(dataDir, name);
    if (existsSync(path)) makeTreePrivate(path);
  }
  if (!databaseUrl.startsWith('file:')) return;
  const file = databaseUrl.slice('file:'.length);
  const folder = dirname(file);
  if (!existsSync(folder) || resolve(folder) === resolve(dataDir)) makeFolderPrivate(folder);
  // SQLite gives its other files the mode of the database.
  closeSync(openSync(file, 'a', 0o600));
  for (const path of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`])
    if (existsSync(path)) makeFilePrivate(path);
}
