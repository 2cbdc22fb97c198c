import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '@qihang/server/app';
import { createRunner } from '@qihang/server/background/runner';
import { registry } from '@qihang/server/composition/registry';
import { readConfig } from '@qihang/server/config';
import type { Context } from '@qihang/server/context';
import { insertDefaultBoards } from '@qihang/server/features/boards/public-store';
import type { LogTarget } from '@qihang/server/http/logging';
import { randomIds } from '@qihang/server/ports/ids';
import { secretOf } from '@qihang/server/ports/secret';
import { storageOf } from '@qihang/server/ports/storage/open';
import { wechatClient } from '@qihang/server/ports/wechat/client';
import { type Client, createClient } from '@qihang/shared/contract/client';
import type { Problem } from '@qihang/shared/contract/errors';
import type { Contract, OutgoingFile } from '@qihang/shared/contract/route';
import { contracts } from '@qihang/shared/contracts';
import type { FastifyInstance } from 'fastify';
import { testClock, testNow } from './clock';
import { openTestDatabase } from './database';
import { cast, type PersonKey, seedPeople } from './people';
import { testSecret } from './secret';
import { patience } from './waiting';

/** An answer that was not a success, with what the problem document says. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}: ${JSON.stringify(problem.errors ?? problem.detail)}`);
  }
}

interface Raw {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body?: unknown;
  file?: OutgoingFile | undefined;
  token?: string | undefined;
  headers?: Record<string, string>;
  /** Where the request comes from. */
  address?: string;
}

function formOf({ name, content }: OutgoingFile): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content as Buffer)]), name);
  return form;
}

async function send(
  app: FastifyInstance,
  url: string,
  { method = 'GET', body, file, token, headers, address }: Raw = {},
) {
  return app.inject({
    method,
    url,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(address === undefined ? {} : { remoteAddress: address }),
    ...(body === undefined ? {} : { payload: body as object }),
    ...(file === undefined ? {} : { payload: formOf(file) }),
  });
}

const base = '/api/v1';

/** Makes typed clients that speak to an app as one person or as a visitor. */
export const clientOver =
  (app: FastifyInstance, prefix: string, token: string | undefined) =>
  <C extends Contract>(contract: C): Client<C> =>
    createClient(contract, async ({ method, path, body, file }) => {
      const response = await send(app, prefix + path, { method, body, file, token });
      if (response.statusCode >= 400) throw new ApiProblem(response.json());
      return response.statusCode === 204 ? undefined : response.json();
    });

/** The typed clients of every contract, by its name. */
export type Clients = { [N in keyof typeof contracts]: Client<(typeof contracts)[N]> };

function clientsFor(app: FastifyInstance, token: string | undefined): Clients {
  const of = clientOver(app, base, token);
  const clients = Object.entries<Contract>(contracts).map(([name, contract]) => [name, of(contract)]);
  return Object.fromEntries(clients) as Clients;
}

interface TestAppOptions {
  /** Takes the app's log lines. */
  log?: LogTarget;
  /** Milliseconds that one request to WeChat may take. */
  wechatTimeout?: number;
  /** Where the file of the database goes, on SQLite. */
  folder?: string;
}

/**
 * The real app on a database of its own, with the default boards and the cast of `people.ts`. To start one takes a quarter of
 * a second: the tests of a file share it, and each begins with `restore`.
 */
export async function startTestApp(
  env: Record<string, string> = {},
  { log, wechatTimeout = patience, folder }: TestAppOptions = {},
) {
  const db = await openTestDatabase(folder);
  const dataDir = mkdtempSync(join(tmpdir(), 'qihang-data-'));
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    RATE_LIMIT: 'off',
    LOAD_SHEDDING: 'off',
    // The cast of people is new; what new people meet has tests of its own.
    QIHANG_REVIEW_FIRST: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: db.url,
    ...(env.QIHANG_DEMO === '1' ? {} : { QIHANG_SECRET: testSecret }),
    ...env,
  });
  const clock = testClock();
  const wechat =
    config.wechat && wechatClient(config.wechat, clock, { timeoutMs: wechatTimeout, pauseMs: 5 });
  const ports = { clock, ids: randomIds, wechat, storage: storageOf(config), secret: secretOf(config) };
  const context: Context = { config, db, ...ports, registry };
  await db.write((tx) => insertDefaultBoards(db, tx));
  const people = await seedPeople(context, cast);
  const app = await buildApp(context, log);
  const runner = createRunner(context, app.log);
  const instants = new Map<string | undefined, Date>();
  async function keep(name?: string): Promise<void> {
    await db.keep(name);
    instants.set(name, clock.now());
  }
  await keep();
  return {
    app,
    context,
    clock,
    people,
    /** Runs the tasks and delivers the messages that are due by the clock of the test. */
    runTasks: () => runner.runDue(),
    /** Clients speaking as this person; without one, as a visitor. */
    as: (person?: PersonKey) => clientsFor(app, person && people[person].token),
    /** Clients speaking for whoever holds this token. */
    withToken: (token: string) => clientsFor(app, token),
    /** One request as it goes over the wire. */
    send: (url: string, raw?: Raw & { as?: PersonKey }) =>
      send(app, base + url, { ...raw, token: raw?.as ? people[raw.as].token : raw?.token }),
    /** Keeps what the database holds and the clock says, under a name of its own or in place of the first state. */
    keep,
    /** Puts database and clock back as they were when they were kept; at first, as the app was started. */
    async restore(name?: string) {
      await db.restore(name);
      clock.set(instants.get(name) ?? testNow);
    },
    async close() {
      await app.close();
      await db.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type TestApp = Awaited<ReturnType<typeof startTestApp>>;

/** The problem document of a call that must fail; a call that succeeds fails the test. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem;
    throw error;
  }
  throw new Error('The call succeeded, but should have been refused');
}
