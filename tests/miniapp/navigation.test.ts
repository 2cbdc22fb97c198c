import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { addresses, subpackages, tabs } from '@/app.pages';
import { addressOf, open } from '@/platform/navigation';
import { phone } from './support/taro';

const src = join(__dirname, '../../miniapp/src');

const pageFiles = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|\/)pages\/[\w-]+\/index\.tsx$/.test(path))
  .map((path) => `/${path.replace(/\.tsx$/, '')}`);

describe('the pages that features declare', () => {
  it('are all pages there are, each under a name of its own', () => {
    const names = [...Object.keys(tabs), ...subpackages.flatMap(({ pages }) => Object.keys(pages))];
    expect(new Set(names).size).toBe(names.length);
    expect(Object.values(addresses).sort()).toEqual(pageFiles.sort());
  });

  it('open by their names', async () => {
    phone.reset();
    await open('job', { id: 'j 1' });
    await open('me');
    expect(phone.opened).toEqual(['/features/jobs/pages/detail/index?id=j%201', '/pages/me/index']);
    expect(addressOf('activation')).toBe('/features/account/pages/activation/index');
  });
});
