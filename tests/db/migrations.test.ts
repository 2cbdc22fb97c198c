import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import { newDatabase } from '../support/database';

const folder = (engine: string) => join(__dirname, '../../server/src/migrations', engine);
const namesOf = (engine: string) => readdirSync(folder(engine)).filter((name) => name.endsWith('.sql'));

describe('migrations', () => {
  it('go the same steps on both engines', () => {
    expect(namesOf('sqlite')).toEqual(namesOf('postgresql'));
    expect(namesOf('sqlite').length).toBeGreaterThan(0);
  });

  // drizzle-kit writes broken SQL when a table is recreated and gains a column in one step.
  it.each(namesOf('sqlite'))('%s does not add a column to a table it recreates', (name) => {
    const text = readFileSync(join(folder('sqlite'), name), 'utf8');
    const recreated = [...text.matchAll(/ALTER TABLE `__new_(\w+)` RENAME TO/g)].map(([, table]) => table);
    const grown = [...text.matchAll(/ALTER TABLE `(\w+)` ADD/g)].map(([, table]) => table);
    expect(recreated.filter((table) => grown.includes(table))).toEqual([]);
  });

  it('run once: a second start changes nothing', async () => {
    const { url, drop } = await newDatabase();
    for (let start = 0; start < 2; start++) {
      const db = await openDatabase(url, makeTables);
      await db.close();
    }
    await drop();
  });
});
