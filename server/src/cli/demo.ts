import { roleNames } from '@qihang/shared/session/vocabulary';
import type { Command } from 'commander';
import type { Context } from '../context';
import { removeDemo } from '../demo/remove';
import { countPeople, listDemoPeople } from '../demo/store';
import { listStaff } from '../features/users/public-store';

type Work = <T>(work: (context: Context) => Promise<T>) => Promise<T>;

async function printRest({ db, clock }: Context, before: string): Promise<void> {
  const people = await countPeople(db, db.read);
  const demo = await listDemoPeople(db, db.read);
  console.log(`${before}；其他 ${people - demo.length} 人和他们的数据保留`);
  const staff = (await listStaff(db, clock.now())).filter(({ id }) => !demo.includes(id));
  if (staff.length === 0) return;
  console.log('保留的人里有这些老师、骨干和管理员。职务可能是演示账号给的，请逐一核对：');
  for (const { name, studentNo, role } of staff)
    console.log(`  ${name} ${studentNo ?? '没有工号'} ${roleNames[role]}`);
}

/** Adds `demo remove` to the program. `open` opens a database whatever it was used for. */
export function addDemoCommand(program: Command, open: Work): void {
  const demo = program.command('demo').description('演示数据');
  demo
    .command('remove')
    .description('删除演示人物和他们写的全部内容，留下其他人的数据，数据库之后可以正式使用；请先备份')
    .option('--dry-run', '只数一数，不删除')
    .action(({ dryRun = false }: { dryRun?: boolean }) =>
      open(async (context) => {
        const { db } = context;
        if (dryRun) {
          const { length } = await listDemoPeople(db, db.read);
          return printRest(context, `会删除 ${length} 个演示人物`);
        }
        await printRest(context, `已删除 ${await removeDemo(context)} 个演示人物和他们写的内容`);
      }),
    );
}
