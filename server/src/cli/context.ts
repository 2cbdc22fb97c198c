import { registry } from '../composition/registry';
import { makeTables } from '../composition/tables';
import { type Config, ConfigError, readConfig } from '../config';
import { fillEmptySearch } from '../content/search';
import type { Context } from '../context';
import { openDatabase } from '../db/database';
import { insertDefaultBoards } from '../features/boards/public-store';
import { systemClock } from '../ports/clock';
import { randomIds } from '../ports/ids';
import { secretOf } from '../ports/secret';
import { wechatClient } from '../ports/wechat/client';

/** Reads the settings or ends the process with one line for each that is wrong. */
export function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const line of error.lines) console.error(`Setting ${line}`);
    process.exit(78);
  }
}

/** Opens the database: migrated, with its boards and its search index. */
export async function openContext(config: Config): Promise<Context> {
  const db = await openDatabase(config.databaseUrl, makeTables);
  await db.write((tx) => insertDefaultBoards(db, tx));
  const wechat = config.wechat && wechatClient(config.wechat, systemClock);
  const secret = secretOf(config);
  const context = { config, db, clock: systemClock, ids: randomIds, wechat, secret, registry };
  await fillEmptySearch(context);
  return context;
}

/** Runs `work` with an open database and closes it afterwards, whatever happens. */
export async function withContext<T>(work: (context: Context) => Promise<T>): Promise<T> {
  const context = await openContext(configOrExit());
  try {
    return await work(context);
  } finally {
    await context.db.close();
  }
}
