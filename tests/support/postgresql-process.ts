// A PostgreSQL in a process of its own, started by own-postgresql.ts: Jest cannot load the package that brings it.
import { startPostgresql } from './postgresql';

async function main(): Promise<void> {
  const server = await startPostgresql();
  const say = (what: string) => void process.send?.(what);
  process.on('message', async (command) => {
    if (command === 'halt') await server.halt();
    if (command === 'resume') await server.resume();
    if (command === 'stop') {
      await server.stop();
      process.disconnect();
      return;
    }
    say('done');
  });
  say(server.url);
}

void main();
