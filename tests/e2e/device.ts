import { createClient } from '@qihang/shared/contract/client';
import { contracts } from '@qihang/shared/contracts';
import type { DemoAccount } from '@qihang/shared/session/vocabulary';
import type { DemoServer } from '../support/demo-server';

type Contracts = typeof contracts;

/** Speaks to the service as another device of a demo person would. */
export async function deviceOf({ url }: DemoServer, account: DemoAccount) {
  const send = async (method: string, path: string, body: unknown, token?: string) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const { token } = (await send('POST', '/session/demo', { account })) as { token: string };
  return <N extends keyof Contracts>(name: N) =>
    createClient<Contracts[N]>(contracts[name], ({ method, path, body }) => send(method, path, body, token));
}
