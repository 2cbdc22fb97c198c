import { createClient } from '@qihang/shared/contract/client';
import type { Route, RouteRequest } from '@qihang/shared/contract/route';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Shot } from './mutate';

/** The wire form of a request that fits the contract. */
export async function shotOf(route: Route, request: unknown): Promise<Shot> {
  let shot: Shot | undefined;
  const client = createClient({ route }, async ({ method, path, body, file }) => {
    shot = { method, path, headers: {} };
    if (body !== undefined) shot.body = body;
    if (file) shot.file = { name: file.name, content: file.content as Buffer };
  });
  await client.route(request as RouteRequest<Route>);
  if (!shot) throw new Error('The client sent nothing');
  return shot;
}

const multipart = ({ name, content }: NonNullable<Shot['file']>): { type: string; bytes: Buffer } => ({
  type: 'multipart/form-data; boundary=fuzz',
  bytes: Buffer.concat([
    Buffer.from(
      `--fuzz\r\ncontent-disposition: form-data; name="file"; filename="${name.replace(/["\r\n]/g, '')}"\r\n` +
        'content-type: application/octet-stream\r\n\r\n',
    ),
    content,
    Buffer.from('\r\n--fuzz--\r\n'),
  ]),
});

/** How the shot is handed to the app; a body of its own comes before a file, and both before the JSON. */
function injectionOf(
  { method, path, body, payload, file, headers }: Shot,
  token: string | undefined,
): InjectOptions {
  const base = {
    method: method as 'GET',
    url: `/api/v1${path}`,
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
  };
  const typed = (type: string, text: string | Buffer): InjectOptions => ({
    ...base,
    headers: { 'content-type': type, ...base.headers },
    payload: text,
  });
  if (payload) return typed(payload.type, payload.text);
  if (file) {
    const { type, bytes } = multipart(file);
    return typed(type, bytes);
  }
  return body === undefined ? base : typed('application/json', JSON.stringify(body) ?? 'null');
}

export const sendShot = (app: FastifyInstance, shot: Shot, token: string | undefined) =>
  app.inject(injectionOf(shot, token));

export type Answered = Awaited<ReturnType<typeof sendShot>>;
