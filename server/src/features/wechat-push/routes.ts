import type { FastifyRequest } from 'fastify';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { handlePushes } from './handling';
import { echo, type PushQuery, receive } from './receiving';

const path = '/wechat/push';
const maxBody = 64 * 1024;

/** A key given twice is no key: Fastify makes a list of it. */
const queryOf = ({ query }: FastifyRequest): PushQuery =>
  Object.fromEntries(
    Object.entries(query as Record<string, unknown>).filter(([, value]) => typeof value === 'string'),
  );

/** WeChat's pushes: no JSON contract of ours, but WeChat's own forms, JSON or XML, plain or encrypted. */
export function mountWechatPush({ app }: Api, context: Context): void {
  app.register(async (raw) => {
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'string', bodyLimit: maxBody }, (_, body, done) => {
      done(null, body);
    });
    const hide = { schema: { hide: true } };
    raw.get(path, hide, async (request, reply) => {
      const text = echo(context, queryOf(request));
      return reply.type('text/plain; charset=utf-8').send(text);
    });
    raw.post(path, hide, async (request, reply) => {
      const waits = await receive(context, queryOf(request), String(request.body ?? ''));
      // WeChat waits 5 seconds and repeats; the push is on record, and what fails now is handled by the task.
      if (waits) {
        reply.raw.once('finish', () => {
          handlePushes(context, context.clock.now()).catch((error: unknown) =>
            request.log.error({ err: error }, 'a push of WeChat was not dealt with'),
          );
        });
      }
      return reply.type('text/plain; charset=utf-8').send('success');
    });
  });
}
