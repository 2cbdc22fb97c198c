import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLabelled } from './corpus';
import type { CleanText } from './score-content';

interface Real {
  question?: string;
  title?: string;
  gist?: string;
  body?: string;
}

const textOf = ({ question, title, gist, body }: Real) =>
  [question, title, gist, body].filter(Boolean).join('\n');

/** What people really wrote, and the documents of the search corpus: none of it has to be held. */
export function readClean(corpus: string): Record<string, CleanText[]> {
  const read = (name: string, kind: string): CleanText[] =>
    (readLabelled<Real>(corpus, name) ?? []).map((one) => ({ kind, text: textOf(one) }));
  const folder = join(corpus, 'real/announcements');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return {
    questions: read('real/questions', 'question'),
    articles: read('real/articles', 'article'),
    announcements: files.map((file) => ({ kind: 'article', text: readFileSync(join(folder, file), 'utf8') })),
    'documents as articles': read('docs', 'article'),
    'documents as answers': read('docs', 'answer'),
  };
}
