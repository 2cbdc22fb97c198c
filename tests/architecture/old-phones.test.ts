import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** Methods that the older engines of WeChat lack (support/weapp-runtime/logic/realm.ts): a call throws there. */
const absent =
  /\.(at|findLast|findLastIndex|toReversed|toSorted|toSpliced|replaceAll|isWellFormed|toWellFormed|hasOwn|groupBy|withResolvers)\(/;

/** Only browsers load these. */
const isForBrowsers = (file: string) => /\.h5\.tsx?$|pasted-page\.ts$/.test(file);

it.each(['miniapp/src', 'shared/src'])('calls no method in %s that older phones lack', (folder) => {
  const calls = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !isForBrowsers(file))
    .flatMap((file) =>
      readFileSync(join(root, folder, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (absent.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
    );
  expect(calls).toEqual([]);
});
