import { gatesOf } from '@qihang/server/composition/gates';
import { answerWithProblems } from '@qihang/server/http/errors';
import { apiOf } from '@qihang/server/http/mount';
import { serveDocuments } from '@qihang/server/http/openapi';
import { kindOfFile } from '@qihang/server/http/upload';
import { useContractSchemas } from '@qihang/server/http/validation';
import { defineContract, type UploadedFile } from '@qihang/shared/contract/route';
import Fastify, { type FastifyInstance } from 'fastify';
import writeXlsx from 'write-excel-file/node';
import * as z from 'zod/mini';
import { clientOver, startTestApp, type TestApp } from '../support/app';

const contract = defineContract({
  store: {
    method: 'POST',
    path: '/tables/{id}',
    summary: 'Take a table',
    access: 'lead',
    params: z.strictObject({ id: z.string() }),
    query: z.strictObject({ sheet: z.optional(z.int()) }),
    upload: { maxBytes: 2048, kinds: ['text', 'xlsx'] },
    response: z.object({ name: z.string(), kind: z.string(), size: z.int(), id: z.string() }),
  },
  plain: {
    method: 'POST',
    path: '/plain',
    summary: 'Take nothing',
    access: 'public',
  },
});

let t: TestApp;
let app: FastifyInstance;
let arrived: UploadedFile[] = [];
beforeAll(async () => {
  t = await startTestApp();
  app = Fastify({ bodyLimit: 1000 });
  useContractSchemas(app, { checkAnswers: true });
  answerWithProblems(app);
  await serveDocuments(app);
  apiOf(app, t.context, gatesOf(t.context)).mount('tables', contract, {
    async store({ file, params, query }) {
      arrived.push(file);
      return { name: file.name, kind: file.kind, size: file.bytes.length + (query.sheet ?? 0), ...params };
    },
    async plain() {
      return undefined;
    },
  });
});
beforeEach(() => {
  arrived = [];
});
afterAll(async () => {
  await app.close();
  await t.close();
});

function post(parts: [field: string, content: Buffer | string, name?: string][], url = '/tables/7') {
  const form = new FormData();
  for (const [field, content, name] of parts) {
    if (name === undefined) form.append(field, content.toString());
    else form.append(field, new Blob([new Uint8Array(Buffer.from(content))]), name);
  }
  const headers = { authorization: `Bearer ${t.people.chenyiming.token}` };
  return app.inject({ method: 'POST', url, headers, payload: form });
}

const problemOf = async (...parts: Parameters<typeof post>[0]) => {
  const response = await post(parts);
  return { status: response.statusCode, ...response.json() };
};

describe('a file that is sent to a route that takes one', () => {
  it('arrives whole, with its name, beside params and query', async () => {
    const client = clientOver(app, '', t.people.chenyiming.token)(contract);
    const file = { name: '岗位 表.csv', content: Buffer.from('岗位,单位\n') };
    expect(await client.store({ params: { id: '7' }, query: { sheet: 1 }, file })).toEqual({
      name: '岗位 表.csv',
      kind: 'text',
      size: 15,
      id: '7',
    });
    expect(Buffer.from(arrived[0]?.bytes ?? []).toString()).toBe('岗位,单位\n');
  });

  it('may be as large as the route says, also where that is more than other bodies', async () => {
    expect((await post([['file', 'x'.repeat(2048), 'a.csv']])).json()).toMatchObject({ size: 2048 });
    expect(await problemOf(['file', 'x'.repeat(2049), 'a.csv'])).toMatchObject({
      status: 413,
      code: 'request.too-large',
      errors: [{ path: 'file', message: '文件太大，最多 2 KB' }],
    });
    expect(arrived).toHaveLength(1);
  });

  it('is told by its bytes, not by its name', async () => {
    const workbook = await writeXlsx([[{ value: '岗位', type: String as StringConstructor }]]).toBuffer();
    expect(kindOfFile(workbook)).toBe('xlsx');
    expect(kindOfFile(Buffer.from('岗位,单位\n'.repeat(2000)))).toBe('text');
    expect(kindOfFile(Buffer.from('\ufeff岗位', 'utf16le'))).toBe('text');
    expect(kindOfFile(Buffer.from('b8dacebbc3fbb3c62c', 'hex'))).toBe('text');
    for (const start of [
      '89504e470d0a1a0a',
      'ffd8ffe000104a464946',
      'd0cf11e0a1b11ae10000',
      '504b0304140000000000',
    ]) {
      expect(kindOfFile(Buffer.from(start, 'hex'))).toBeUndefined();
    }
    expect(kindOfFile(Buffer.from('%PDF-1.7\n'))).toBeUndefined();
    expect(await problemOf(['file', Buffer.from('89504e470d0a1a0a', 'hex'), 'a.csv'])).toMatchObject({
      status: 415,
      code: 'request.unsupported-type',
      errors: [{ path: 'file', message: '这不是能读的文件，请选 CSV 等文本或Excel 表格（.xlsx）' }],
    });
  });

  it.each([
    ['an empty file', [['file', '', 'a.csv']], '文件是空的'],
    ['another field', [['picture', 'x', 'a.csv']], '请选择一个文件'],
    ['no file', [], '请选择一个文件'],
  ] satisfies [string, Parameters<typeof post>[0], string][])(
    'is refused as %s',
    async (_, parts, message) => {
      expect(await problemOf(...parts)).toMatchObject({
        status: 400,
        code: 'request.invalid',
        errors: [{ path: 'file', message }],
      });
      expect(arrived).toHaveLength(0);
    },
  );

  it('comes alone', async () => {
    expect(await problemOf(['note', 'x'], ['file', 'x', 'a.csv'])).toMatchObject({
      code: 'request.malformed',
    });
    expect(arrived).toHaveLength(0);
  });

  it('is not read for somebody who may not send it', async () => {
    const response = await app.inject({ method: 'POST', url: '/tables/7', payload: new FormData() });
    expect(response.json()).toMatchObject({ code: 'session.required' });
  });

  it('is a form: anything else is no file', async () => {
    const headers = { authorization: `Bearer ${t.people.chenyiming.token}` };
    const response = await app.inject({ method: 'POST', url: '/tables/7', headers, payload: { file: 'x' } });
    expect(response.json()).toMatchObject({ status: 415, code: 'request.unsupported-type' });
    const broken = await app.inject({
      method: 'POST',
      url: '/tables/7',
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nhalf',
    });
    expect(broken.json()).toMatchObject({ status: 400, code: 'request.malformed' });
  });
});

it('a route that takes no file goes on refusing forms', async () => {
  expect((await post([['file', 'x', 'a.csv']], '/plain')).json()).toMatchObject({
    code: 'request.unsupported-type',
  });
});

it('the document names the form, its size and the answers', async () => {
  const document = app.swagger() as {
    paths: Record<string, { post: { requestBody: unknown; responses: object } }>;
  };
  const operation = document.paths['/tables/{id}']?.post;
  expect(operation?.requestBody).toEqual({
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file'],
          properties: {
            file: { type: 'string', format: 'binary', description: 'text or xlsx, at most 2048 bytes' },
          },
        },
      },
    },
  });
  expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(['413', '415']));
});
