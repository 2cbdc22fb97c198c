import { createServer, type IncomingMessage, request } from 'node:http';
import { AppError } from '@qihang/server/errors';
import { problemOf } from '@qihang/server/http/errors';

/** A way to a server on which answers get lost, and which is too busy at times. */
export interface LossyProxy {
  url: string;
  /** The next answer to such a request is made and never arrives; resolves when that has happened. */
  loseAnswer(method: string, path: string): Promise<void>;
  /** Requests to addresses that begin so get 503, with a time to come again, until `end` is called. */
  beBusy(start: string): { refused(): number; end(): void };
  close(): Promise<void>;
}

interface Loss {
  fits(incoming: IncomingMessage): boolean;
  done(): void;
}

/** Passes everything on to `target`, except the answers that it is told to lose. */
export async function startLossyProxy(target: string): Promise<LossyProxy> {
  let losses: Loss[] = [];
  const busy = new Map<string, number>();
  const server = createServer((incoming, outgoing) => {
    const refusing = [...busy.keys()].find((start) => incoming.url?.startsWith(start));
    if (refusing !== undefined) {
      busy.set(refusing, (busy.get(refusing) ?? 0) + 1);
      incoming.resume();
      outgoing.writeHead(503, { 'retry-after': '1', 'content-type': 'application/problem+json' });
      outgoing.end(JSON.stringify(problemOf(new AppError('server.busy'), 'busy')));
      return;
    }
    const loss = losses.find(({ fits }) => fits(incoming));
    if (loss) losses = losses.filter((one) => one !== loss);
    const { method, headers } = incoming;
    const onward = request(new URL(incoming.url ?? '/', target), { method, headers }, (answer) => {
      if (!loss) {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      // The server has done its work: only now does the connection break, after the first line of the answer. Without a
      // line Chromium would send the request again by itself.
      answer.resume().once('end', () => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        outgoing.flushHeaders();
        setImmediate(() => {
          incoming.socket.destroy();
          loss.done();
        });
      });
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    loseAnswer: (method, path) =>
      new Promise((resolve) => {
        losses.push({
          fits: (incoming) => incoming.method === method && incoming.url === `/api/v1${path}`,
          done: resolve,
        });
      }),
    beBusy(start) {
      busy.set(start, 0);
      let refused = 0;
      return {
        refused: () => busy.get(start) ?? refused,
        end() {
          refused = busy.get(start) ?? 0;
          busy.delete(start);
        },
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
