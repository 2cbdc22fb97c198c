import { emit } from '@qihang/server/background/events';
import { startTestApp, type TestApp } from '../support/app';
import { addCounters, count, counts, declaring } from './work';

declare module '@qihang/server/background/events' {
  interface Events {
    'test.happened': { id: string };
    'test.unheard': { id: string };
  }
}

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  await addCounters(t.context, ['a', 'b']);
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

describe('an event', () => {
  it('is answered by every feature, in their order, in the transaction that emits it', async () => {
    const heard: string[] = [];
    const context = declaring(t.context, {
      reactions: [
        {
          'test.happened': async (context, tx, { id }) => {
            heard.push('first');
            await count(context, tx, id);
          },
        },
        { 'test.unheard': async () => void heard.push('of another event') },
        {
          'test.happened': async (context, tx, { id }) => {
            heard.push('second');
            // Nothing is committed yet, neither what happened nor what the first did.
            expect(await counts(context)).toEqual([0, 0]);
            await count(context, tx, id);
          },
        },
      ],
    });
    await context.db.write(async (tx) => {
      await count(context, tx, 'a');
      await emit(context, tx, 'test.happened', { id: 'b' });
    });
    expect(heard).toEqual(['first', 'second']);
    expect(await counts(context)).toEqual([1, 2]);
  });

  it('takes back what happened when a reaction fails, and what other reactions did', async () => {
    const context = declaring(t.context, {
      reactions: [
        { 'test.happened': (context, tx, { id }) => count(context, tx, id) },
        { 'test.happened': () => Promise.reject(new Error('no')) },
      ],
    });
    const happening = context.db.write(async (tx) => {
      await count(context, tx, 'a');
      await emit(context, tx, 'test.happened', { id: 'b' });
    });
    await expect(happening).rejects.toThrow('no');
    expect(await counts(context)).toEqual([0, 0]);
  });

  it('that nobody reacts to changes nothing', async () => {
    await t.context.db.write((tx) => emit(t.context, tx, 'test.unheard', { id: 'a' }));
    expect(await counts(t.context)).toEqual([0, 0]);
  });
});
