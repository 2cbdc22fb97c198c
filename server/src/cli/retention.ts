import type { Command } from 'commander';
import type { Context } from '../context';
import { runRetention } from '../retention';

/** Adds `retention` to the program: the server's hourly task rule by rule, by hand or from cron. */
export function addRetentionCommand(
  program: Command,
  withContext: <T>(work: (context: Context) => Promise<T>) => Promise<T>,
): void {
  program
    .command('retention')
    .description('删除到期的数据：过期的登录、到期的注销等（见 docs/privacy.md）')
    .option('--dry-run', '只数一数有多少到期，不删除')
    .action(async ({ dryRun = false }: { dryRun?: boolean }) => {
      const results = await withContext((context) => runRetention(context, { dryRun }));
      for (const { rule, records, error } of results) {
        console.log(`${rule}：${error ? '没有完成' : `${records} 条${dryRun ? '到期' : '已删除'}`}`);
        if (error) console.error(error);
      }
      if (results.some(({ error }) => error)) process.exitCode = 1;
    });
}
