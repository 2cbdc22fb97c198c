// The least that could serve the same rows: node:http, one prepared statement, JSON.stringify.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import Sqlite from 'better-sqlite3';
import { reportTo } from './child';

const [url = ''] = process.argv.slice(2);
const db = new Sqlite(url.replace(/^file:/, ''));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');

const columns =
  'jobs.id, jobs.board, title, company, kind, cities, degree, degree_text, majors, salary, salary_text, headcount, graduation_year, deadline, recheck_on, jobs.closes_at, recheck_at, unverified, origin, source_name, source_url, jobs.published_at, verified_at, life';
const list = db.prepare(
  `select ${columns} from job_cities join jobs on jobs.id = job_id where city = ? and job_cities.closes_at > ? order by job_cities.published_at desc, job_id desc limit 20`,
);
const detail = db.prepare('select * from jobs where id = ?');
const search = db.prepare(
  `select jobs.id, jobs.board, title, substr(body, 1, 80) as excerpt from search_terms join search_docs on search_docs.id = search_terms.rowid join jobs on jobs.id = ref_id where search_terms match ? order by search_terms.rowid desc limit 20`,
);
const insert = db.prepare(
  `insert into jobs (id, board, owner_id, title, company, kind, cities, degree_rank, majors, closes_at, unverified, origin, body, published_at, updated_at, version, life) values (?, 'jobs', (select id from users limit 1), ?, ?, ?, ?, 0, '[]', 9999999999999, 0, 'college', ?, ?, ?, 1, 'published')`,
);

function readBody(request: IncomingMessage): Promise<Record<string, string>> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString())));
  });
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  let answer: unknown;
  if (request.method === 'POST') {
    const body = await readBody(request);
    const id = randomUUID().slice(0, 16);
    insert.run(
      id,
      body.title,
      body.company,
      body.kind,
      JSON.stringify(body.cities),
      body.body,
      Date.now(),
      Date.now(),
    );
    answer = detail.get(id);
  } else if (pathname === '/api/v1/jobs') answer = { items: list.all(searchParams.get('city'), Date.now()) };
  else if (pathname === '/api/v1/search') answer = { items: search.all(searchParams.get('raw')) };
  else answer = detail.get(pathname.slice('/api/v1/jobs/'.length));
  const text = JSON.stringify(answer);
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  reportTo(typeof address === 'object' && address ? address.port : 0);
});
