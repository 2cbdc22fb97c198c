import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentName, documentNames, documentTitles } from '@qihang/shared/consents/vocabulary';
import { paths } from '../../paths';

export interface Document {
  name: DocumentName;
  title: string;
  version: string;
  hash: string;
  /** Markdown; `{{school}}` stands for the school's name. */
  text: string;
}

const header = /^---\nversion: (\d{4}-\d{2}-\d{2})\n---\n+/;

function read(name: DocumentName): Document {
  const source = readFileSync(join(paths.documents, `${name}.md`), 'utf8');
  const [head, version] = header.exec(source) ?? [];
  if (head === undefined || version === undefined) throw new Error(`The document ${name} names no version`);
  const text = source.slice(head.length);
  const hash = createHash('sha256').update(text).digest('hex');
  return { name, title: documentTitles[name], version, hash, text };
}

let known: readonly Document[] | undefined;

/** The texts that hold, read once: they come with the program and change with it. */
export function currentDocuments(): readonly Document[] {
  known ??= documentNames.map(read);
  return known;
}
