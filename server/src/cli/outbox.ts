import type { Command } from 'commander';
import { listUnsent, type MessageRow, revive } from '../background/outbox-store';
import type { Context } from '../context';
import { momentWords } from './moment';

function lineOf({ id, kind, state, attempts, dueAt, settledAt, lastError }: MessageRow): string {
  const when = {
    waiting: () => `等待发送，${momentWords(dueAt)} 起`,
    sending: () => '正在发送',
    sent: () => '已发送',
    dead: () => `没有送达，${momentWords(settledAt ?? dueAt)} 放弃`,
  }[state]();
  return `${id}（${kind}）：${when}，试过 ${attempts} 次${lastError ? `：${lastError}` : ''}`;
}

/** Adds `outbox list` and `outbox retry` to the program. */
export function addOutboxCommands(
  program: Command,
  withContext: <T>(work: (context: Context) => Promise<T>) => Promise<T>,
): void {
  const outbox = program.command('outbox').description('要发到服务之外的消息');
  outbox
    .command('list')
    .description('列出还没有送达的消息，和不会再自动发送的消息')
    .action(() =>
      withContext(async ({ db }) => {
        const rows = await listUnsent(db);
        for (const row of rows) console.log(lineOf(row));
        if (rows.length === 0) console.log('没有等待发送的消息，也没有发送失败的消息');
      }),
    );
  outbox
    .command('retry')
    .description('再发送一条没有送达的消息；原因是 unknown 的可能已经送达，再发送对方会收到两次')
    .argument('<id>', '消息的编号')
    .action(async (id: string) => {
      const revived = await withContext(({ db, clock }) => {
        const now = clock.now();
        return db.write((tx) => revive(db, tx, id, now));
      });
      console.log(revived ? `${id}：服务会再次发送` : `没有编号为 ${id} 的失败消息`);
      if (!revived) process.exitCode = 1;
    });
}
