import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readLabelled } from '../eval/corpus';
import { type SearchDocument, type SearchItem, scoreSearch } from '../eval/score-search';
import { openSearch } from '../eval/search';

const corpus = process.env.QIHANG_CORPUS ?? join(__dirname, '../../../shared/corpus');
const documents = existsSync(corpus) ? readLabelled<SearchDocument>(corpus, 'docs') : null;
const queries = existsSync(corpus) ? readLabelled<SearchItem>(corpus, 'search') : null;

if (documents && queries) {
  describe('search over the labelled documents', () => {
    it('finds all that it should, nothing else, and the best one first', async () => {
      const { search, close } = await openSearch(documents);
      const { score, misses } = await scoreSearch(queries, search);
      await close();
      expect(misses).toEqual([]);
      expect(score).toEqual({ precision: 1, recall: 1, bestFirst: 1 });
    });
  });
} else {
  console.warn(`SKIPPED: no docs.jsonl and search.jsonl at ${corpus}; give the folder in QIHANG_CORPUS.`);
  describe('search over the labelled documents', () => {
    it.skip('SKIPPED FOR WANT OF THE CORPUS: finds all that it should, nothing else, and the best one first', () => {});
  });
}
