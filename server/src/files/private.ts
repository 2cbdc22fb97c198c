import { chmodSync, lstatSync, mkdirSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

const ownFolder = 0o700;
const ownFile = 0o600;
const sticky = 0o1000;

/** Only the owner may change a mode; a folder such as `/tmp` is for everybody. */
function setMode(path: string, { uid, mode }: Stats, wanted: number): void {
  if (uid === process.getuid?.() && (mode & sticky) === 0) chmodSync(path, wanted);
}

/** Lets nobody but the service's own user into a file. */
export const makeFilePrivate = (path: string): void => setMode(path, statSync(path), ownFile);

/** Makes a folder where there is none, and lets nobody but the service's own user into it. */
export function makeFolderPrivate(path: string): void {
  mkdirSync(path, { recursive: true, mode: ownFolder });
  setMode(path, statSync(path), ownFolder);
}

/** The same for a file, or a folder with all that is in it. Links are left out: they lead to files of others. */
export function makeTreePrivate(path: string): void {
  const stat = lstatSync(path);
  if (stat.isFile()) setMode(path, stat, ownFile);
  if (!stat.isDirectory()) return;
  setMode(path, stat, ownFolder);
  for (const name of readdirSync(path)) makeTreePrivate(join(path, name));
}
