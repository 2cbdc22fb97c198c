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
import { storageOf } from '../ports/storage/open';
import { wechatClient } from '../ports/wechat/client';
import { admitStart } from '../startup/admit';
import { keepFilesPrivate } from '../startup/private-files';

/** How the program ends when it must not run as it is set: EX_CONFIG of sysexits.h, which no supervisor takes for a crash. */
export const exits = { refused: 78 } as const;

/** Reads the settings or ends the process with one line for each that is wrong. */
export function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const line of error.lines) console.error(`Setting ${line}`);
    process.exit(exits.refused);
  }
}

type Admit = (context: Context) => Promise<void>;

/**
 * Opens the database: migrated, admitted, with its boards and its search index.
 * @param admit what must hold before anything else is done with the database
 * @throws StartRefused with words for the operator
 */
export async function openContext(config: Config, admit: Admit = admitStart): Promise<Context> {
  keepFilesPrivate(config);
  const db = await openDatabase(config.databaseUrl, makeTables);
  const wechat = config.wechat && wechatClient(config.wechat, systemClock);
  const secret = secretOf(config);
  const ports = { clock: systemClock, ids: randomIds, wechat, storage: storageOf(config), secret };
  const context = { config, db, ...ports, registry };
  try {
    await admit(context);
    await db.write((tx) => insertDefaultBoards(db, tx));
    await fillEmptySearch(context);
  } catch (error) {
    await db.close();
    throw error;
  }
  return context;
}

/** Runs `work` with an open database and closes it afterwards, whatever happens. */
export async function withContext<T>(work: (context: Context) => Promise<T>, admit?: Admit): Promise<T> {
  const context = await openContext(configOrExit(), admit);
  try {
    return await work(context);
  } finally {
    await context.db.close();
  }
}
