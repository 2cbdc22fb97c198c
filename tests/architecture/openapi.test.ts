import { startTestApp, type TestApp } from '../support/app';
import { contracts } from '../support/contracts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

interface Operation {
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
  parameters?: { name: string; in: string; schema: object }[];
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

const load = async (): Promise<Document> => (await t.app.inject('/api/v1/openapi.json')).json();
const operationsOf = ({ paths }: Document) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

describe('GET /api/v1/openapi.json', () => {
  it('is OpenAPI 3.1 and has every route of every contract, and no other', async () => {
    const document = await load();
    expect(document.openapi).toMatch(/^3\.1\./);
    const served = operationsOf(document).map(
      ({ path, method, operation }) => `${operation.operationId} ${method} ${path}`,
    );
    const declared = contracts.flatMap(([feature, contract]) =>
      Object.entries(contract).map(
        ([name, { method, path }]) => `${feature}.${name} ${method.toLowerCase()} /api/v1${path}`,
      ),
    );
    expect(served.sort()).toEqual(declared.sort());
  });

  // Old mini-programs live on for weeks: a change here that takes something away or demands something new breaks them.
  it('stays what clients rely on', async () => {
    const document = await load();
    const shape = operationsOf(document)
      .sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'))
      .map(({ path, method, operation }) => ({
        route: `${method.toUpperCase()} ${path}`,
        parameters: operation.parameters?.map(
          ({ name, in: place, schema }) => `${place} ${name} ${JSON.stringify(schema)}`,
        ),
        answers: Object.fromEntries(
          Object.entries(operation.responses).map(([status, { content }]) => [
            status,
            status < '300' ? content?.['application/json']?.schema : Object.keys(content ?? {})[0],
          ]),
        ),
      }));
    expect(shape).toMatchSnapshot();
  });

  it('gives every refusal as a problem document', async () => {
    for (const { operation } of operationsOf(await load())) {
      for (const [status, { content }] of Object.entries(operation.responses)) {
        if (status >= '400') expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
      }
    }
  });
});

it('serves the documents for people at /docs', async () => {
  const response = await t.app.inject({ url: '/docs/', headers: { accept: 'text/html' } });
  expect([response.statusCode, response.headers['content-type']]).toEqual([
    200,
    expect.stringContaining('text/html'),
  ]);
});
