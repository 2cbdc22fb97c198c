import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context';
import { paths } from '../paths';
import { mediaHeaders, pageHeaders } from './security-headers';

const year = 365 * 24 * 60 * 60 * 1000;

type NotFound = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

const isPage = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !/^\/(api|docs|media)(\/|$)/.test(url) &&
  (headers.accept ?? '').includes('text/html');

/**
 * The H5 build at `/`, and pictures at `/media/`. The pages have addresses of their own that exist in the browser only, so
 * any unknown address that a browser opens as a page answers the one index.html.
 */
export async function servePages(
  app: FastifyInstance,
  { config }: Context,
  notFound: NotFound,
): Promise<void> {
  const media = join(config.dataDir, 'media');
  mkdirSync(media, { recursive: true });
  await app.register(fastifyStatic, {
    root: media,
    prefix: '/media/',
    maxAge: year,
    immutable: true,
    decorateReply: false,
    index: false,
    setHeaders: (reply) => reply.headers(mediaHeaders),
  });
  const built = existsSync(join(paths.h5, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, {
      root: paths.h5,
      prefix: '/',
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders(reply, path) {
        // Built files carry a hash in their names; index.html names them and must be fresh.
        const hashed = /\.[0-9a-f]{8}\.(js|css)(\.(br|gz))?$/.test(path);
        reply.header('cache-control', hashed ? `public, max-age=${year / 1000}, immutable` : 'no-cache');
        if (/\.html(\.(br|gz))?$/.test(path)) reply.headers(pageHeaders);
      },
    });
  }
  app.setNotFoundHandler((request, reply) =>
    built && isPage(request) ? reply.sendFile('index.html') : notFound(request, reply),
  );
}
