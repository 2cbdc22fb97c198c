import type { Config } from './config';
import type { Database } from './db/types';
import type { Registry } from './feature';
import type { Clock } from './ports/clock';
import type { Ids } from './ports/ids';
import type { Wechat } from './ports/wechat/wechat';

/** Everything a handler may need from outside, as one plain object. */
export interface Context {
  config: Config;
  db: Database;
  clock: Clock;
  ids: Ids;
  /** Null where no mini-program is set up. */
  wechat: Wechat | null;
  /** Known to the server alone and kept outside the database; see ports/secret.ts. */
  secret: string;
  /** What the features declare. */
  registry: Registry;
}
