// What the service keeps is for its own user, whatever the umask says and whatever an earlier version left.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingAfterEach } from '../support/closing';
import { runCommand, startService } from '../support/service';

const keep = closingAfterEach();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qihang-files-'));
  keep({ close: () => rmSync(folder, { recursive: true, force: true }) });
});

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** Every file and folder that other users of the machine could look into, with its mode. */
const openToOthers = (root: string): string[] =>
  ['.', ...(readdirSync(root, { recursive: true }) as string[])]
    .map((name) => [name, statSync(join(root, name)).mode & 0o777] as const)
    .filter(([, mode]) => (mode & 0o077) !== 0)
    .map(([name, mode]) => `${name} ${mode.toString(8)}`);

it.each(['umask 000', 'umask 022', 'umask 777'])('with %s', async (umask) => {
  const data = join(folder, 'data');
  const service = keep(await startService({ DATA_DIR: data, QIHANG_DEMO: '1' }, { before: umask }));
  const names = readdirSync(data);
  expect(names).toEqual(expect.arrayContaining(['qihang.db', 'qihang.db-wal', 'qihang.db-shm', 'media']));
  expect(openToOthers(data)).toEqual([]);
  for (const name of ['qihang.db', 'qihang.db-wal', 'qihang.db-shm'])
    expect([name, modeOf(join(data, name))]).toEqual([name, '600']);
  expect(modeOf(data)).toBe('700');
  service.kill();
  await service.ended;
});

it('also where an earlier version left them open, and with the secret that it made', async () => {
  const env = { DATA_DIR: folder, NODE_ENV: 'development' };
  expect(await runCommand(['migrate'], env)).toMatchObject({ code: 0 });
  mkdirSync(join(folder, 'media/old'), { recursive: true });
  writeFileSync(join(folder, 'media/old/notice.pdf'), 'x');
  chmodSync(folder, 0o755);
  for (const name of ['qihang.db', 'secret', 'media/old/notice.pdf']) chmodSync(join(folder, name), 0o644);
  for (const name of ['media', 'media/old']) chmodSync(join(folder, name), 0o755);
  expect(await runCommand(['migrate'], env)).toMatchObject({ code: 0 });
  expect(openToOthers(folder)).toEqual([]);
  expect(modeOf(join(folder, 'secret'))).toBe('600');
});

it('leaves a folder alone that holds more than the service, and closes the database in it', async () => {
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  chmodSync(shared, 0o755);
  writeFileSync(join(shared, 'of-others.txt'), 'x', { mode: 0o644 });
  const file = join(shared, 'qihang.db');
  const env = { DATA_DIR: join(folder, 'data'), DATABASE_URL: `file:${file}`, NODE_ENV: 'development' };
  expect(await runCommand(['migrate'], env)).toMatchObject({ code: 0 });
  expect([modeOf(shared), modeOf(join(shared, 'of-others.txt')), modeOf(file)]).toEqual([
    '755',
    '644',
    '600',
  ]);
});
