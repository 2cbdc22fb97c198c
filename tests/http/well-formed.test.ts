// Halves of characters, which only an escape of JSON can name: PostgreSQL refuses them in JSON, and no file can hold them.
import { startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const halves = ['\ud800', '\udfff', '\udc00\ud800'];

it.each(halves)('%j becomes the mark of what cannot be read, in every text', async (half) => {
  const whole = [...half].map(() => '\ufffd').join('');
  const thread = await t.as('linxiao').threads.ask({ body: threadDraft({ title: `三方${half}怎么签` }) });
  expect(thread.title).toBe(`三方${whole}怎么签`);
  const job = await t
    .as('chenyiming')
    .jobs.create({ body: jobDraft({ cities: [`杭${half}州`], majors: [half] }) });
  expect([job.cities, job.majors]).toEqual([[`杭${whole}州`], [whole]]);
  const post = await t.as('chenyiming').posts.create({ body: postDraft({ markdown: `正文 ${half}` }) });
  expect(JSON.stringify(post.blocks)).toContain(whole);
  const change = { params: { slug: 'guidance' }, body: { name: `指导${half}` } };
  await t.as('admin').boards.update(change);
  expect((await t.as().boards.list({})).items.map(({ name }) => name)).toContain(`指导${whole}`);
});

it('leaves whole characters as they are', async () => {
  const title = '👩‍👩‍👧 三方怎么签 𠮷';
  expect((await t.as('linxiao').threads.ask({ body: threadDraft({ title }) })).title).toBe(title);
});

it('are replaced in what is only looked at, too', async () => {
  const body = { job: { ...jobDraft(), title: '\ud83d工程师', majors: ['\udc00'] } };
  expect((await t.send('/jobs/lint', { method: 'POST', as: 'chenyiming', body })).statusCode).toBe(200);
  expect((await t.send('/jobs/similar', { method: 'POST', as: 'chenyiming', body })).statusCode).toBe(200);
});
