import { Command } from 'commander';
import { rebuildSearch } from '../content/search';
import { databaseTrouble, driverMessage } from '../db/errors';
import { seedDemo } from '../demo/seed';
import { asAppError } from '../http/errors';
import { serve } from '../main';
import { StartRefused } from '../start-refused';
import { admitPurpose } from '../startup/admit';
import { configOrExit, exits, withContext } from './context';
import { addDemoCommand } from './demo';
import { addImportCommands } from './import';
import { addOutboxCommands } from './outbox';
import { addRetentionCommand } from './retention';
import { addSecretCommand } from './secret';
import { addTaskCommands } from './tasks';
import { addUserCommands } from './users';

const program = new Command('qihang').description('启航：毕业生就业信息平台的命令行程序');

program
  .command('start')
  .description('启动服务（接口与 H5 页面）')
  .action(() => serve(configOrExit()));

program
  .command('migrate')
  .description('建立或升级数据库结构')
  .action(() => withContext(async ({ db }) => console.log(`数据库结构已是最新（${db.engine}）`)));

program
  .command('seed')
  .description('写入演示数据；已有用户的数据库不会改动')
  .action(() =>
    withContext(async (context) => {
      if (!context.config.demo) throw new Error('演示数据只在 QIHANG_DEMO=1 时写入');
      console.log((await seedDemo(context)) ? '演示数据已写入' : '数据库里已经有用户，没有写入');
    }),
  );

program
  .command('reindex')
  .description('按现有内容重建搜索索引')
  .action(() =>
    withContext(async (context) => {
      await rebuildSearch(context);
      console.log('搜索索引已重建');
    }),
  );

addImportCommands(program, withContext);
addRetentionCommand(program, withContext);
addTaskCommands(program, withContext);
addOutboxCommands(program, withContext);
addUserCommands(program, withContext);
addDemoCommand(program, (work) => withContext(work, async () => undefined));
addSecretCommand(program, (work) => withContext(work, admitPurpose));

program.parseAsync().catch((error: unknown) => {
  if (databaseTrouble(error)) console.error(`${asAppError(error).detail}（${driverMessage(error)}）`);
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof StartRefused ? exits.refused : 1;
});
