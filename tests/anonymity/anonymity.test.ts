import { contracts } from '../support/contracts';
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
  // Two pieces of one person must look like those of two.
  'several people': { first: 'graduate-a', second: 'lead-b', third: 'graduate-b' },
};
const [usual = '', ...everybodyElse] = Object.keys(stories);
const others = full ? everybodyElse : ['a lead of the board', 'several people'];

let stage: Stage;
let requests: Awaited<ReturnType<typeof writingRequests>>;
const told = (name: string): Promise<Told> => tell(stage, stories[name] as Voices);
beforeAll(async () => {
  stage = await openStage();
  requests = await writingRequests(stage, contracts);
});
afterAll(() => stage.close());

describe('what was asked and answered anonymously', () => {
  let expected: Answers;
  let log: string[];
  beforeAll(async () => {
    const story = await told(usual);
    log = logOf(stage, story);
    expected = await crawl(stage, story, { contracts, requests });
    expect(expected.size).toBeGreaterThan(full ? 4000 : 2000);
  });

  it('is answered the same each time it is told by the same person: chance is taken out', async () => {
    expect(differences(expected, await crawl(stage, await told(usual), { contracts, requests }))).toEqual([]);
  });

  it.each(others)('by %s is answered, listed, counted and refused like that of a graduate', async (name) => {
    const story = await told(name);
    expect(logOf(stage, story)).toEqual(log);
    expect(differences(expected, await crawl(stage, story, { contracts, requests }))).toEqual([]);
  });
});

describe.each(Object.keys(sequels))('when %s', (sequel) => {
  const who = ['visitor', 'lead', 'teacher', 'admin'] as const;
  const after = async (name: string): Promise<Answers> => {
    const story = await told(name);
    await sequels[sequel]?.(stage, story);
    return crawl(stage, story, { contracts, who });
  };
  let expected: Answers;
  beforeAll(async () => {
    expected = await after(usual);
  });

  it.each(others)('the words of %s still look like those of a graduate', async (name) => {
    expect(differences(expected, await after(name))).toEqual([]);
  });
});
