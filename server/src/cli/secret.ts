import type { Command } from 'commander';
import type { Context } from '../context';
import { replaceSecret } from '../startup/admit';

/** Adds `secret replace` to the program. `open` opens a database whatever its secret was. */
export function addSecretCommand(
  program: Command,
  open: <T>(work: (context: Context) => Promise<T>) => Promise<T>,
): void {
  program
    .command('secret')
    .description('服务的密钥（QIHANG_SECRET）')
    .command('replace')
    .description('让数据库改用现在设置的密钥；已经发出去的班级邀请码全部失效')
    .action(() =>
      open(async (context) => {
        await replaceSecret(context);
        console.log(
          '数据库已改用现在的密钥。原来的班级邀请码全部失效，新的在“班级邀请码”页面，请老师重新发给各班；认证时填错的次数从零算起。登录、密码和其他数据不受影响',
        );
      }),
    );
}
