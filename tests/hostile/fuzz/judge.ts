import { errors } from '@qihang/shared/contract/errors';
import type { Answered } from './send';

/** An error may name twenty fields and say something of each; more is a gift to those who send nonsense. */
const longestProblem = 20_000;
const mostErrors = 20;

const insides = [
  /SQLITE_/,
  /node_modules/,
  /\bat \S+ \(/,
  /\bselect .+ from\b/i,
  /\binsert into\b/i,
  /TypeError|RangeError/,
];

function faultsOfProblem({ body, headers }: Answered, status: number): string[] {
  const type = String(headers['content-type'] ?? '');
  if (!type.startsWith('application/problem+json')) return [`${status} is no problem document but ${type}`];
  if (body.length > longestProblem) return [`a problem of ${body.length} characters`];
  const problem = JSON.parse(body) as { code?: string; status?: number; errors?: unknown[] };
  const known = Object.entries(errors).find(([code]) => code === problem.code);
  return [
    ...(known ? [] : [`unknown code ${problem.code}`]),
    ...(known && known[1].status !== status ? [`${problem.code} with status ${status}`] : []),
    ...(problem.status === status ? [] : [`says ${problem.status}, is ${status}`]),
    ...((problem.errors?.length ?? 0) > mostErrors ? [`${problem.errors?.length} errors in one answer`] : []),
    ...insides.filter((inside) => inside.test(body)).map((inside) => `shows its insides: ${inside}`),
  ];
}

/** What is wrong with an answer, whatever was asked: a crash, an error that is no problem document, one that says too much. */
export function faultsOfAnswer(answer: Answered, method: string): string[] {
  const { statusCode, body } = answer;
  if (statusCode === 0) return ['no answer'];
  if (statusCode < 400) return [];
  // WeChat is not configured, or away: said as such.
  if (statusCode >= 500 && !body.includes('wechat.unavailable'))
    return [`${statusCode}: ${body.slice(0, 300)}`];
  if (method === 'HEAD') return [];
  return faultsOfProblem(answer, statusCode);
}
