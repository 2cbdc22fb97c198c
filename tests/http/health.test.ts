import { startTestApp, type TestApp } from '../support/app';
import { eventually } from '../support/waiting';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const ask = (url: string) => t.app.inject({ url });

describe('GET /readyz', () => {
  it('writes a row and deletes it, once for all who ask within a second', async () => {
    const probe = jest.spyOn(t.context.db, 'probe');
    const { probes } = t.context.db.tables;
    const commits = t.context.db.commits();
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('/readyz')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
    expect(answers[0]?.json()).toEqual({ status: 'ok' });
    expect(probe).toHaveBeenCalledTimes(1);
    expect(await t.context.db.read.$count(probes)).toBe(0);
    // Answers that are kept until the next commit stay kept.
    expect(t.context.db.commits()).toBe(commits);
    await eventually(async () => {
      await ask('/readyz');
      expect(probe).toHaveBeenCalledTimes(2);
    });
  });
});

describe('GET /healthz', () => {
  it('asks nothing of the database', async () => {
    const { db } = t.context;
    const asked = [jest.spyOn(db, 'probe'), jest.spyOn(db, 'write'), jest.spyOn(db.read, 'select')];
    const answer = await ask('/healthz');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ status: 'ok' });
    for (const one of asked) expect(one).not.toHaveBeenCalled();
  });
});
