// Answers of the service over the demo data, by path, for the process that measures them.
import { startDemoServer } from '../support/demo-server';

async function main(): Promise<void> {
  const server = await startDemoServer();
  const get = async (path: string) => (await fetch(`${server.url}/api/v1${encodeURI(path)}`)).text();
  const idOf = async (list: string): Promise<string> => JSON.parse(await get(list)).items[0].id;
  const answers: Record<string, string> = {};
  for (const list of ['/jobs', '/posts', '/threads'])
    answers[`${list}/{id}`] = await get(`${list}/${await idOf(list)}`);
  for (const path of [
    '/boards',
    '/jobs/count',
    '/threads',
    '/jobs',
    '/jobs?limit=50',
    '/search?q=工程',
    '/documents/privacy-policy',
  ])
    answers[path] = await get(path);
  await server.close();
  process.send?.(answers);
}

void main();
