import { createServer, type Server } from 'node:http';
import { tellError, withoutSecrets } from '@qihang/server/http/logging';
import { startTestApp, type TestApp } from '../support/app';

// What must never be found in a log, each in a form of its own.
const canary = {
  token: 'canaryTokenQ7fJ2mVx9LrT4bNw8ZsK3pDh6YgC1aEu',
  password: 'canary-pass-汉字!',
  studentNumber: '2019770421',
  openid: 'oCanary6_3v0kQmZyT1sWgHxL8fRj2',
  phone: '13977704217',
  search: '体检不合格canary怎么办',
  code: 'canaryCode0a1b2c3d4e5f6g7h8i9j',
  key: 'canary-key-3f1b9a',
  cookie: 'canaryCookieValue8812',
  address: '203.0.113.77',
};

let lines: Record<string, unknown>[];
let t: TestApp;
let wechat: Server;
beforeEach(async () => {
  lines = [];
  // WeChat's servers, as far as one answer to a code.
  wechat = createServer((_request, response) =>
    response.end(JSON.stringify({ openid: canary.openid, session_key: canary.password })),
  ).listen(0, '127.0.0.1');
  await new Promise((resolve) => wechat.once('listening', resolve));
  const address = wechat.address();
  t = await startTestApp(
    {
      LOG_LEVEL: 'trace',
      WECHAT_API_BASE: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
      WECHAT_APPID: 'wx0123456789abcdef',
      WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
    },
    { log: { write: (line) => lines.push(JSON.parse(line)) } },
  );
});
afterEach(async () => {
  wechat.close();
  await t.close();
});

const headers = {
  authorization: `Bearer ${canary.token}`,
  cookie: `session=${canary.cookie}`,
  'idempotency-key': canary.key,
  'x-csrf-token': canary.token,
};
const search = `/search?q=${encodeURIComponent(canary.search)}${canary.phone}`;

/** Everything that goes wrong at once: refused by schema, by rule, and by a database that is gone. */
async function failInEveryWay(): Promise<number[]> {
  const send = (url: string, method: 'GET' | 'POST', body?: object, more: Record<string, string> = {}) =>
    t.app.inject({
      method,
      url: `/api/v1${url}`,
      headers: more,
      remoteAddress: canary.address,
      ...(body ? { payload: body } : {}),
    });
  const round = async () => [
    await send('/session/demo', 'POST', { account: canary.studentNumber, password: canary.password }),
    await send('/session/demo', 'POST', { account: canary.studentNumber }),
    await send('/threads', 'POST', { title: canary.phone, body: canary.studentNumber }, headers),
    await send(`/threads/${canary.phone}?openid=${canary.openid}`, 'GET'),
    await send(search, 'GET', undefined, headers),
    await send(`/nothing/${canary.studentNumber}`, 'GET'),
    await send(`/jobs/%zz${canary.phone}`, 'GET'),
  ];
  const answers = await round();
  await t.context.db.close();
  answers.push(
    ...(await round()),
    await send(search, 'GET'),
    await send('/session/wechat', 'POST', { code: canary.code }),
  );
  return answers.map(({ statusCode }) => statusCode);
}

it('tells of each fault its request, route, code and place, and nothing that anybody sent', async () => {
  const statuses = await failInEveryWay();
  expect(new Set(statuses)).toEqual(new Set([400, 401, 404, 500]));
  const written = JSON.stringify(lines);
  for (const [what, value] of Object.entries(canary))
    expect({ what, found: written.includes(value) }).toEqual({ what, found: false });
  expect(written).not.toContain(encodeURIComponent(canary.search).slice(0, 12));

  const faults = lines.filter(({ level }) => level === 50);
  expect(faults).toHaveLength(statuses.filter((status) => status === 500).length);
  const routes = faults.map(({ route }) => route);
  expect(routes).toContain('GET /api/v1/search');
  expect(routes).toContain('POST /api/v1/session/wechat');
  for (const fault of faults) {
    expect(fault).toMatchObject({
      reqId: expect.stringMatching(/^\w{16}$/),
      problem: 'server.failed',
      err: { message: expect.stringMatching(/./), stack: expect.stringContaining('    at ') },
    });
    // The statement stays readable: it is ours.
    if ((fault.err as { type: string }).type === 'DrizzleQueryError')
      expect(JSON.stringify(fault.err)).toContain('select');
  }
  expect(lines.some(({ problem }) => problem === 'session.invalid')).toBe(true);
});

describe('what is told of an error', () => {
  it('leaves out what a driver quotes', () => {
    const driver = Object.assign(
      new Error(`Key (student_number)=(${canary.studentNumber}) already exists for "${canary.password}"`),
      { code: '23505', constraint: 'users_student_number_unique', detail: canary.phone },
    );
    const error = new Error(`Failed query: insert into "users"\nparams: ${canary.openid}`, { cause: driver });
    const told = tellError(error);
    expect(told).toMatchObject({
      type: 'Error',
      message: 'Failed query: insert into "…"',
      cause: {
        code: '23505',
        constraint: 'users_student_number_unique',
        message: expect.stringContaining('already exists'),
      },
    });
    for (const value of Object.values(canary)) expect(JSON.stringify(told)).not.toContain(value);
  });

  it('tells every error of several, each the same way', () => {
    const several = new AggregateError(
      [new TypeError(`no “${canary.password}”`), Object.assign(new Error(''), { code: 'ECONNREFUSED' })],
      'Both failed',
    );
    const told = tellError(several);
    expect(told).toMatchObject({
      message: 'Both failed',
      errors: [{ type: 'TypeError', message: 'no "…"' }, { code: 'ECONNREFUSED' }],
    });
    expect(JSON.stringify(told)).not.toContain(canary.password);
  });

  it('says of a thrown thing that is no error only what it is', () => {
    expect(tellError(canary.token)).toEqual({ type: 'string', message: '', stack: '' });
  });
});

it('never writes a secret of a logged object, however deep it lies', () => {
  t.app.log.warn(
    {
      req: { method: 'GET', headers },
      at: [{ user: { openid: canary.openid, phone: canary.phone } }],
      body: canary,
      n: 1,
    },
    'a whole object',
  );
  const [line] = lines.filter(({ msg }) => msg === 'a whole object');
  expect(line).toMatchObject({
    req: { method: 'GET' },
    at: [{ user: { openid: '[redacted]', phone: '[redacted]' } }],
    body: '[redacted]',
    n: 1,
  });
  for (const value of Object.values(canary)) expect(JSON.stringify(line)).not.toContain(value);
  expect(withoutSecrets({ 'Set-Cookie': canary.cookie, when: new Date(0) })).toEqual({
    'Set-Cookie': '[redacted]',
    when: new Date(0),
  });
});
