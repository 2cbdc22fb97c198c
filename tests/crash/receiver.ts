// The other side of the outbox: slow at times, and one of five times it asks to try again.
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Receipts {
  /** By which workers each item was sent that was accepted. */
  accepted: Record<string, string[]>;
  refused: number;
}

const receipts: Receipts = { accepted: {}, refused: 0 };

const server = createServer(async (request, response) => {
  let sender = '';
  for await (const part of request) sender += part;
  await sleep(Math.random() * 10);
  if (Math.random() < 0.2) {
    receipts.refused += 1;
    response.writeHead(503).end();
    return;
  }
  const item = (request.url ?? '').slice(1);
  receipts.accepted[item] = [...(receipts.accepted[item] ?? []), sender];
  await sleep(Math.random() * 10);
  response.writeHead(204).end();
});

process.on('message', () => process.send?.(receipts));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
});
