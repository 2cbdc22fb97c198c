import { createServer, type IncomingMessage, request } from 'node:http';

/** A way to a server on which answers get lost. */
export interface LossyProxy {
  url: string;
  /** The next answer to such a request is made and never arrives; resolves when that has happened. */
  loseAnswer(method: string, path: string): Promise<void>;
  close(): Promise<void>;
}

interface Loss {
  fits(incoming: IncomingMessage): boolean;
  done(): void;
}

/** Passes everything on to `target`, except the answers that it is told to lose. */
export async function startLossyProxy(target: string): Promise<LossyProxy> {
  let losses: Loss[] = [];
  const server = createServer((incoming, outgoing) => {
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
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
