import { buildApp } from './app';
import { createRunner } from './background/runner';
import { openContext } from './cli/context';
import type { Config } from './config';
import type { Context } from './context';
import { seedDemo } from './demo/seed';
import { demoPeople } from './features/session/public';
import { longestAdmin } from './features/users/public-store';
import { endInOrder } from './shutdown';

/** Serves until the process is told to end. */
export async function serve(config: Config): Promise<void> {
  const context = await openContext(config);
  if (config.demo) await seedDemo(context);
  const app = await buildApp(context);

  const runner = createRunner(context, app.log);
  endInOrder(app, runner, context.db);

  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') console.error(`Setting PORT: ${config.port} is in use by another program`);
    else console.error(error);
    await context.db.close();
    process.exit(1);
  }
  runner.start();
  await announce(context, app.listeningOrigin);
}

async function announce({ config, db, clock }: Context, origin: string): Promise<void> {
  const address = origin.replace('127.0.0.1', 'localhost');
  const lines = [`启航已启动：${address}`, `接口文档：${address}/docs`];
  if (config.demo) {
    const people = await demoPeople({ db, clock });
    const accounts = people.map(({ account, name }) => `${account} ${name}`).join('，');
    lines.push(`演示账号（在“我的”里点选即可登录）：${accounts}`);
  } else if ((await longestAdmin(db, clock.now())) === undefined)
    lines.push(
      '还没有管理员，没有人能管理栏目、给人职务。请用同样的设置运行：qihang user create-admin --number 工号 --name 姓名，密码从标准输入读取',
    );
  console.log(lines.join('\n'));
}
