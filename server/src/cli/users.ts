import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { Context } from '../context';
import { createAdmin, resetPassword } from '../features/session/admins/public';

/** From the environment or from standard input, never from the arguments, which everybody on the machine can list. */
async function readPassword(): Promise<string> {
  const { ADMIN_PASSWORD } = process.env;
  if (ADMIN_PASSWORD) return ADMIN_PASSWORD;
  if (process.stdin.isTTY) console.error('请输入密码，按回车，再按 Ctrl-D：');
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}

/** Adds `user create-admin` and `user reset-password` to the program. `withContext` opens what the work needs and closes it afterwards. */
export function addUserCommands(
  program: Command,
  withContext: <T>(work: (context: Context) => Promise<T>) => Promise<T>,
): void {
  const user = program.command('user').description('管理账号');
  user
    .command('create-admin')
    .description('新建一位管理员；密码从标准输入或环境变量 ADMIN_PASSWORD 读取')
    .requiredOption('--number <number>', '登录用的工号')
    .requiredOption('--name <name>', '姓名')
    .action(async ({ number, name }: { number: string; name: string }) => {
      const password = await readPassword();
      await withContext((context) => createAdmin(context, { studentNo: number, name, password }));
      console.log(`已新建管理员 ${name}，可以用工号 ${number} 登录网页版`);
    });
  user
    .command('reset-password')
    .description('给忘记密码的人设一个新密码，并退出其所有设备；密码的读取同上')
    .requiredOption('--number <number>', '学号或工号')
    .action(async ({ number }: { number: string }) => {
      const password = await readPassword();
      await withContext((context) => resetPassword(context, { studentNo: number, password }));
      console.log(`已重置 ${number} 的密码`);
    });
}
