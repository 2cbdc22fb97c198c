import type { ServerResponse } from 'node:http';
import { Server, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors';
import { busyRetrySeconds } from './limits';

/** How long what is open when the service stops may stay, in milliseconds. */
export const closingTimes = {
  /** A connection without a request: one that is on its way gets an answer that says where to turn. */
  late: 1_000,
  /** A request under way, be it because the client never finishes it or reads its answer slowly. */
  all: 8_000,
} as const;

/**
 * Ends the connections when the app closes, which Node leaves to the clients: new ones are refused, requests under way are answered,
 * late ones get 503, and what is open then is cut off. To be called before other hooks.
 */
export function closeInTime(app: FastifyInstance): void {
  const { server } = app;
  /** Answers under way by connection. */
  const open = new Map<Socket, Set<ServerResponse>>();
  let closing = false;
  let empty: () => void = () => undefined;

  server.on('connection', (socket: Socket) => {
    open.set(socket, new Set());
    socket.once('close', () => {
      open.delete(socket);
      if (open.size === 0) empty();
    });
  });
  server.on('request', ({ socket }, response) => {
    const answers = open.get(socket);
    answers?.add(response);
    response.once('close', () => {
      answers?.delete(response);
      if (closing && answers?.size === 0) socket.end();
    });
  });

  app.addHook('onRequest', (_request, _reply, done) => {
    done(
      closing
        ? new AppError('server.busy', '服务正在重启，请稍后再试', undefined, { retryAfter: busyRetrySeconds })
        : undefined,
    );
  });

  app.addHook('preClose', async () => {
    closing = true;
    // The server's own `close` would also cut off a connection on which a request is just arriving.
    Server.prototype.close.call(server);
    const cutOff = (which: (answers: Set<ServerResponse>) => boolean) => {
      for (const [socket, answers] of open) if (which(answers)) socket.destroy();
    };
    // Else the client would use a connection again that ends after this answer.
    for (const answers of open.values())
      for (const response of answers) if (!response.headersSent) response.setHeader('connection', 'close');
    const late = setTimeout(() => cutOff((answers) => answers.size === 0), closingTimes.late);
    const all = setTimeout(() => cutOff(() => true), closingTimes.all);
    if (open.size > 0) await new Promise<void>((resolve) => (empty = resolve));
    clearTimeout(late);
    clearTimeout(all);
  });
}
