import type { Config } from './config';
import type { Database } from './db/types';
import type { Clock } from './ports/clock';
import type { Ids } from './ports/ids';
import type { Storage } from './ports/storage/storage';
import type { Wechat } from './ports/wechat/wechat';

/** Everything a handler may need from outside, as one plain object; `registry.ts` adds what the features declare. */
export interface Context {
  config: Config;
  db: Database;
  clock: Clock;
  ids: Ids;
  /** Pictures and files that people sent. */
  storage: Storage;
  /** Null where no mini-program is set up. */
  wechat: Wechat | null;
  /** Known to the server alone and kept outside the database; see ports/secret.ts. */
  secret: string;
}
