import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import type { Config } from '../config';

type Headers = Readonly<Record<string, string>>;

/** What helmet sets, worked out once: its values never change, and as a middleware it would work them out for every answer. */
function headersOf(options: HelmetOptions): Headers {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  helmet(options)({} as IncomingMessage, answer as unknown as ServerResponse, (error) => {
    if (error) throw error;
  });
  return headers;
}

const self = ["'self'"];
const none = ["'none'"];

const strictTransport = { 'strict-transport-security': 'max-age=31536000' };

/** Answers of the API, pictures and files: nothing in them is ever to run or to be framed. */
const everywhere = headersOf({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: none, frameAncestors: none } },
  strictTransportSecurity: false,
  // The rest speaks to pages only, and to browsers of long ago.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
});

/** Answers of one person: no cache in between keeps them, nor the browser that the next person uses. */
export const privateHeaders: Headers = { 'cache-control': 'private, no-store' };

/** The H5 page. */
export const pageHeaders = headersOf({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: none,
      scriptSrc: self,
      // Taro's router writes <style> elements, NutUI and our own sizes style attributes. A style can hide or dress
      // something, it cannot run; what it could load is held by the lines below.
      styleSrc: [...self, "'unsafe-inline'"],
      // Articles may show pictures of other sites, and a picture is shown before it is sent.
      imgSrc: [...self, 'data:', 'blob:', 'https:'],
      fontSrc: [...self, 'data:'],
      connectSrc: self,
      manifestSrc: self,
      frameAncestors: none,
      baseUri: none,
      formAction: none,
      objectSrc: none,
    },
  },
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
});

/** The API documents: swagger-ui's own files, which write styles and hold their pictures as data. */
export const documentsPolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** Pictures are shown inside WeChat, too, whose pages come from another origin. */
export const mediaHeaders: Headers = { 'cross-origin-resource-policy': 'cross-origin' };

/**
 * What puts on an answer the headers that every one carries, with the id under which the request is logged. Browsers that once
 * saw `strict-transport-security` never come without TLS again, so it is sent in production only, and only on what came by TLS.
 */
export function securityHeaders({ env }: Config) {
  const production = env === 'production';
  return (request: FastifyRequest, reply: FastifyReply): void => {
    reply.headers(everywhere).header('x-request-id', request.id);
    if (production && request.protocol === 'https') reply.headers(strictTransport);
  };
}

/** The same for an answer that is written to the socket by hand. */
export const rawHeaders = (requestId: string): string =>
  Object.entries({ ...everywhere, ...privateHeaders, 'x-request-id': requestId })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
