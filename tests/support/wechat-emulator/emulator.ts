import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ZodError } from 'zod';
import { standingClock } from './clocks';
import { controls } from './control';
import { codeToSession } from './endpoints/code-to-session';
import { generateUrlLink } from './endpoints/generate-url-link';
import { getUnlimitedCode } from './endpoints/get-unlimited-code';
import { mediaCheckAsync } from './endpoints/media-check-async';
import { msgSecCheck } from './endpoints/msg-sec-check';
import { stableToken } from './endpoints/stable-token';
import { subscribeSend } from './endpoints/subscribe-send';
import { bodyOf, type Call, jsonReply, type Reply, sendReply } from './exchange';
import { refusalOf, strike } from './faults';
import { Refusal } from './refusals';
import { type Options, World } from './world';

const endpoints: Record<string, (world: World, call: Call) => Reply> = {
  '/sns/jscode2session': codeToSession,
  '/cgi-bin/stable_token': stableToken,
  '/wxa/msg_sec_check': msgSecCheck,
  '/wxa/media_check_async': mediaCheckAsync,
  '/cgi-bin/message/subscribe/send': subscribeSend,
  '/wxa/getwxacodeunlimit': getUnlimitedCode,
  '/wxa/generate_urllink': generateUrlLink,
};

const controlPrefix = '/__ctl/';

/** A mini-program that exists nowhere; the emulator knows it unless told otherwise. */
export const emulatedApp = { appid: 'wx0123456789abcdef', secret: '0123456789abcdef0123456789abcdef' };

function answer(world: World, path: string, call: Call, address: string): Reply {
  const endpoint = endpoints[path];
  // The real service refuses an unknown path in JSON, too.
  if (!endpoint) return jsonReply(new Refusal(40066, 'invalid url').body());
  try {
    if (world.allowedAddresses && !world.allowedAddresses.includes(address))
      throw new Refusal(40164, `invalid ip ${address}, not in whitelist`);
    return endpoint(world, call);
  } catch (error) {
    if (error instanceof Refusal) return jsonReply(error.body());
    throw error;
  }
}

async function control(world: World, name: string, body: string): Promise<{ status: number; value: object }> {
  const run = controls[name];
  if (!run) return { status: 404, value: { error: `no control ${name}`, controls: Object.keys(controls) } };
  try {
    return { status: 200, value: await run(world, JSON.parse(body || '{}')) };
  } catch (error) {
    const reason = error instanceof ZodError ? error.issues : (error as Error).message;
    return { status: 400, value: { error: reason } };
  }
}

async function serve(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://emulator');
  const body = await bodyOf(request);
  if (pathname.startsWith(controlPrefix)) {
    const { status, value } = await control(world, pathname.slice(controlPrefix.length), body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    return;
  }
  world.served.push(pathname);
  const fault = strike(world.faults, pathname);
  const call = { method: request.method ?? 'GET', query: searchParams, body };
  const address = request.socket.remoteAddress?.replace('::ffff:', '') ?? '';
  const planted = fault && refusalOf(fault);
  const reply = planted ? jsonReply(planted.body()) : answer(world, pathname, call, address);
  await sendReply(response, reply, fault, (milliseconds) => world.passed(milliseconds));
  reply.done?.();
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

/**
 * Starts WeChat's servers, as far as our service calls them, on this machine only. Port 0 takes a free one. Their clock
 * stands still unless another is given.
 */
export async function startWechatEmulator({
  port = 0,
  ...options
}: Partial<Options> & { port?: number } = {}) {
  const newWorld = () => new World({ ...emulatedApp, clock: standingClock(), ...options });
  let world = newWorld();
  const server = createServer((request, response) => {
    serve(world, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  await listen(server, port);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    /** What WECHAT_API_BASE is set to. */
    url,
    /** One control call, over HTTP as from outside. */
    async control<T = Record<string, unknown>>(name: string, body: object = {}): Promise<T> {
      const response = await fetch(`${url}${controlPrefix}${name}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      const value = (await response.json()) as T;
      if (!response.ok) throw new Error(`${name}: ${JSON.stringify(value)}`);
      return value;
    },
    /** Forgets everything, as if it were started now; a call that still hangs is not answered. */
    reset(): void {
      world = newWorld();
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type WechatEmulator = Awaited<ReturnType<typeof startWechatEmulator>>;
