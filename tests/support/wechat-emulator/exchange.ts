import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './faults';
import { Refusal } from './refusals';

/** What an endpoint is given. */
export interface Call {
  method: string;
  query: URLSearchParams;
  body: string;
}

/** What it answers, ready to be sent. */
export interface Reply {
  type: string;
  body: Buffer;
  /** Called when it has been sent, or was to be. */
  done?: () => void;
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** JSON as WeChat sends it, with a type that some endpoints call text. */
export const textReply = (json: string): Reply => ({
  type: 'application/json; encoding=utf-8',
  body: Buffer.from(json),
});

export const jsonReply = (value: object): Reply => textReply(JSON.stringify(value));

/** The JSON object of a POST. Throws 43002, 44002, 47001. */
export function objectOf({ method, body }: Call): Record<string, unknown> {
  if (method !== 'POST') throw new Refusal(43002);
  if (body === '') throw new Refusal(44002);
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal(47001);
}

/** Sends the reply, or what the fault makes of it; `passed` waits on the emulator's clock. */
export async function sendReply(
  response: ServerResponse,
  reply: Reply,
  fault: Fault | undefined,
  passed: (milliseconds: number) => Promise<void>,
): Promise<void> {
  switch (fault?.kind) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'html502':
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end('<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>');
      return;
    case 'truncated':
      response.writeHead(200, { 'content-type': reply.type, 'content-length': reply.body.length });
      response.write(reply.body.subarray(0, reply.body.length / 2), () => response.socket?.destroy());
      return;
    case 'hang':
      await passed(fault.hangMs);
  }
  response.writeHead(200, { 'content-type': reply.type, 'content-length': reply.body.length });
  response.end(reply.body);
}
