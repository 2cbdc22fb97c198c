import { buildApp } from './app';
import { createRunner } from './background/runner';
import { openContext } from './cli/context';
import type { Config } from './config';
import { seedDemo } from './demo/seed';
import { demoPeople } from './features/session/public';

/** Serves until the process is told to end; the only place with process signals. */
export async function serve(config: Config): Promise<void> {
  const context = await openContext(config);
  if (config.demo) await seedDemo(context);
  const app = await buildApp(context);

  const runner = createRunner(context, app.log);
  const stop = async () => {
    await Promise.all([runner.stop(), app.close()]);
    await context.db.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

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

async function announce(context: Parameters<typeof demoPeople>[0], origin: string): Promise<void> {
  console.log(`启航已启动：${origin.replace('127.0.0.1', 'localhost')}`);
  console.log(`接口文档：${origin.replace('127.0.0.1', 'localhost')}/docs`);
  if (!context.config.demo) return;
  const people = await demoPeople(context);
  console.log(
    `演示账号（在“我的”里点选即可登录）：${people.map(({ account, name }) => `${account} ${name}`).join('，')}`,
  );
}
