import type { IncomingMessage } from 'node:http';

/**
 * `wx.request` cannot send PATCH, so a mini-program sends a POST with `X-HTTP-Method-Override: PATCH`. Only that pair is
 * read: a header must never turn a harmless request into another.
 */
export function readMethodOverride(request: Pick<IncomingMessage, 'method' | 'headers'>): void {
  if (request.method === 'POST' && request.headers['x-http-method-override'] === 'PATCH')
    request.method = 'PATCH';
}
