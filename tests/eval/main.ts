import { existsSync } from 'node:fs';
import { answerers } from './answerers';
import { readClean } from './clean';
import { readLabelled, readSets } from './corpus';
import { printMisses, printTable } from './report';
import { type ContentItem, countFalseHolds, scoreContent } from './score-content';
import { type DuplicateItem, scoreDuplicates } from './score-duplicates';
import { type LintItem, scoreLint } from './score-lint';
import { type Miss, type PasteItem, scorePaste } from './score-paste';
import { type SearchDocument, type SearchItem, scoreSearch } from './score-search';

export interface Options {
  corpus: string;
  json: boolean;
  verbose: boolean;
}

/** How often each strategy read the posts of a labelled job, and how often all of them were right. */
function countStrategies(items: readonly PasteItem[], misses: readonly Miss[]): Record<string, string> {
  const wrong = new Set(misses.filter(({ what }) => what === 'titles').map(({ id }) => id));
  const counts = new Map<string, { right: number; read: number }>();
  for (const { id, text, today, expect } of items) {
    const strategy = expect && answerers.postStrategy(text, today);
    if (strategy === null) continue;
    const { right, read } = counts.get(strategy) ?? { right: 0, read: 0 };
    counts.set(strategy, { right: right + (wrong.has(id) ? 0 : 1), read: read + 1 });
  }
  return Object.fromEntries([...counts].map(([name, { right, read }]) => [name, `${right}/${read}`]));
}

/**
 * Scores the product's own answers against the labelled corpus and prints a table, or with `json` the one object
 * that the corpus README describes. Returns the exit code: 2 when there is no corpus to score against.
 */
export async function evaluate(options: Options): Promise<number> {
  if (!existsSync(options.corpus)) {
    console.error(
      `No corpus at ${options.corpus}. Nothing was scored.\nGive its folder with --corpus DIR or QIHANG_CORPUS.`,
    );
    return 2;
  }
  const misses: Record<string, Miss[]> = {};
  const results: Record<string, object | null> = {
    paste: null,
    lint: null,
    duplicates: null,
    search: null,
    content: null,
  };
  const details: Record<string, object> = {};

  const paste = readLabelled<PasteItem>(options.corpus, 'paste');
  if (paste) {
    const scored = scorePaste(paste, answerers.paste);
    results.paste = scored.score;
    details['paste lists, F1'] = scored.listF1;
    details['paste posts by strategy (right/read)'] = countStrategies(paste, scored.misses);
    misses.paste = scored.misses;
  }
  const lint = readLabelled<LintItem>(options.corpus, 'lint');
  if (lint) {
    const scored = scoreLint(lint, answerers.lint);
    results.lint = scored.score;
    details['lint severity right'] = { share: scored.severityRight };
    details['lint per rule (hit/missed/false)'] = Object.fromEntries(
      Object.entries(scored.perRule).map(([rule, count]) => [
        rule,
        `${count.hit}/${count.missed}/${count.false}`,
      ]),
    );
    misses.lint = scored.misses;
  }
  const duplicates = readLabelled<DuplicateItem>(options.corpus, 'duplicates');
  if (duplicates) {
    const scored = scoreDuplicates(duplicates, answerers.duplicates);
    results.duplicates = scored.score;
    misses.duplicates = scored.misses;
  }
  const documents = readLabelled<SearchDocument>(options.corpus, 'docs');
  const queries = readLabelled<SearchItem>(options.corpus, 'search');
  if (documents && queries) {
    const index = await answerers.search(documents);
    const scored = await scoreSearch(queries, index.search);
    await index.close();
    results.search = scored.score;
    details['search F1'] = { f1: scored.f1 };
    misses.search = scored.misses;
  }
  const content = readSets<ContentItem>(options.corpus, 'content');
  if (content) {
    const scored = scoreContent(Object.values(content).flat(), answerers.content);
    results.content = scored.score;
    details['content, expected → got'] = scored.table;
    for (const [name, items] of Object.entries(content))
      details[`${name}.jsonl`] = scoreContent(items, answerers.content).score;
    misses.content = scored.misses;
  }
  const holds = countFalseHolds(readClean(options.corpus), answerers.content);
  details['content, clean texts held'] = holds;

  if (options.json) console.log(JSON.stringify(results));
  else printTable(results, details);
  if (options.verbose) printMisses(misses);
  return 0;
}
