// Takes about 45 seconds.
import { sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { contracts } from '../support/contracts';
import { engine } from '../support/database';
import { type Answers, crawl, differences, full, logOf, writingRequests } from './crawl';
import { openStage, type Stage, sequels, type Told, tell, type Voices } from './world';

// The same story, told by different people: what anybody else can reach must be the same, byte by byte. A name, a number that
// follows from the author, an order, a time, a count, a refusal: whatever differs tells who it is.

const alone = (author: Voices['first']): Voices => ({ first: author, second: author, third: author });

const stories: Record<string, Voices> = {
  'a graduate': alone('graduate-a'),
  'another graduate': alone('graduate-b'),
  'a lead of the board': alone('lead-b'),
  'a teacher': alone('teacher-b'),
  'an admin': alone('admin-b'),
  // Two pieces of one person must look like those of two. No voice is that of the usual story.
  'several people': { first: 'lead-b', second: 'graduate-b', third: 'teacher-b' },
};
const [usual = '', ...everybodyElse] = Object.keys(stories);
const others = full ? everybodyElse : ['several people'];

let stage: Stage;
let requests: Awaited<ReturnType<typeof writingRequests>>;
const told = (name: string): Promise<Told> => tell(stage, stories[name] as Voices);
beforeAll(async () => {
  stage = await openStage();
  requests = await writingRequests(stage, contracts);
});
afterAll(() => stage.close());

/** SQLite then gives the rows of a query that orders nothing the other way round. */
async function turnRowsRound({ t }: Stage, on: boolean): Promise<void> {
  if (engine !== 'sqlite') return;
  const read = t.context.db.read as unknown as BetterSQLite3Database;
  await read.run(sql.raw(`pragma reverse_unordered_selects = ${on ? 'on' : 'off'}`));
}

/** Everything that the usual story is answered. */
let expected: Answers;
let usualLog: string[];
beforeAll(async () => {
  const story = await told(usual);
  usualLog = logOf(stage, story);
  expected = await crawl(stage, story, { contracts, requests });
  expect(expected.size).toBeGreaterThan(full ? 4000 : 2000);
});

describe('what was asked and answered anonymously', () => {
  it('is answered the same each time it is told by the same person: chance is taken out, and no order is left to the database', async () => {
    const story = await told(usual);
    await turnRowsRound(stage, true);
    const again = await crawl(stage, story, { contracts, requests, after: expected });
    await turnRowsRound(stage, false);
    expect(differences(expected, again)).toEqual([]);
  });

  it.each(others)('by %s is answered, listed, counted and refused like that of a graduate', async (name) => {
    const story = await told(name);
    expect(logOf(stage, story)).toEqual(usualLog);
    const answers = await crawl(stage, story, { contracts, requests, after: expected });
    expect(differences(expected, answers)).toEqual([]);
  });
});

describe.each(Object.keys(sequels))('when %s', (sequel) => {
  const who = ['visitor', 'lead', 'teacher', 'admin'] as const;
  const after = async (name: string, before?: Answers): Promise<Answers> => {
    const story = await told(name);
    await sequels[sequel]?.(stage, story);
    return crawl(stage, story, { contracts, who, after: before });
  };
  let ofUsual: Answers;
  beforeAll(async () => {
    ofUsual = await after(usual);
  });

  it.each(others)('the words of %s still look like those of a graduate', async (name) => {
    expect(differences(ofUsual, await after(name, ofUsual))).toEqual([]);
  });
});
