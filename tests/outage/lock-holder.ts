import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

const driver = createRequire(__filename).resolve('better-sqlite3');

const program = `
  const database = new (require(process.argv[1]))(process.argv[2]);
  for (const statement of JSON.parse(process.argv[3])) database.exec(statement);
  process.stdout.write('held');
  process.stdin.resume().on('end', () => {
    database.exec('rollback');
    database.close();
  });
`;

/** A process of its own that holds the write lock of an SQLite file, as an import or a backup does; resolves when it has it. */
export async function holdLock(file: string, statements = ['begin immediate']) {
  const child = spawn(process.execPath, ['-e', program, driver, file, JSON.stringify(statements)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    gone.then(() => Promise.reject(new Error('The lock was not taken'))),
  ]);
  return {
    /** Gives the lock back and waits for the end of the process. */
    async close(): Promise<void> {
      child.stdin.end();
      await gone;
    },
  };
}
