import { type Delivered, type Deliveries, enqueue } from '@qihang/server/background/outbox';
import { listUnsent, revive } from '@qihang/server/background/outbox-store';
import type { Context } from '@qihang/server/context';
import { startTestApp, type TestApp } from '../support/app';
import { declaring, gate, runnerOf } from './work';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const minute = 60_000;
type Deliver = NonNullable<Deliveries['test.note']>;

const delivering = (deliver: Deliver): Context =>
  declaring(t.context, { deliveries: { 'test.note': deliver } });

const note = (n: number, dueAt?: Date) =>
  t.context.db.write((tx) =>
    enqueue(
      t.context.db,
      tx,
      { id: `note-${n}`, kind: 'test.note', payload: { n }, ...(dueAt ? { dueAt } : {}) },
      t.clock.now(),
    ),
  );

const rows = () => t.context.db.read.select().from(t.context.db.tables.outbox);

/** A receiver that says the given outcomes one after the other, then `sent`. */
function receiver(...outcomes: (Delivered | Error)[]) {
  const received: number[] = [];
  const context = delivering(async (_, { n }) => {
    received.push(n);
    const outcome = outcomes.shift() ?? { outcome: 'sent' };
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });
  return { received, context };
}

describe('a message', () => {
  it('goes out after its transaction, once, and its payload is forgotten', async () => {
    const { received, context } = receiver();
    await note(1);
    await runnerOf(context).runDue();
    await runnerOf(context).runDue();
    expect(received).toEqual([1]);
    expect(await rows()).toMatchObject([
      { state: 'sent', payload: null, attempts: 1, settledAt: t.clock.now(), lastError: null },
    ]);
  });

  it('is not there when its transaction fails', async () => {
    const { received, context } = receiver();
    const failing = t.context.db.write(async (tx) => {
      const { now } = t.clock;
      await enqueue(t.context.db, tx, { id: 'note-1', kind: 'test.note', payload: { n: 1 } }, now());
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await runnerOf(context).runDue();
    expect([received, await rows()]).toEqual([[], []]);
  });

  it('is one message however often its cause repeats, also after it was sent', async () => {
    const { received, context } = receiver();
    await note(1);
    await note(1);
    await runnerOf(context).runDue();
    await note(1);
    await runnerOf(context).runDue();
    expect(received).toEqual([1]);
  });

  it('waits for its time', async () => {
    const { received, context } = receiver();
    await note(1, new Date(t.clock.now().getTime() + minute));
    await runnerOf(context).runDue();
    expect(received).toEqual([]);
    t.clock.advance(minute);
    await runnerOf(context).runDue();
    expect(received).toEqual([1]);
  });

  it('of a kind that this process cannot deliver waits for one that can', async () => {
    await note(1);
    await runnerOf(declaring(t.context, {})).runDue();
    expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
  });
});

describe('a delivery that should be tried again', () => {
  it('is tried again after a pause that grows', async () => {
    const busy: Delivered = { outcome: 'retry', error: 'busy' };
    const { received, context } = receiver(busy, busy);
    const runner = runnerOf(context);
    await note(1);
    await runner.runDue();
    await runner.runDue();
    expect(received).toHaveLength(1);
    const [first] = await rows();
    expect(first).toMatchObject({ state: 'waiting', attempts: 1, lastError: 'busy', leasedBy: null });
    t.clock.set(first?.dueAt ?? '');
    const firstPause = t.clock.now().getTime() - (first?.createdAt.getTime() ?? 0);
    await runner.runDue();
    const [second] = await rows();
    expect((second?.dueAt.getTime() ?? 0) - t.clock.now().getTime()).toBeGreaterThan(firstPause);
    t.clock.set(second?.dueAt ?? '');
    await runner.runDue();
    expect(received).toEqual([1, 1, 1]);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 3, lastError: null }]);
  });

  it('is dead within a day, and lives again when somebody says so', async () => {
    const began = t.clock.now().getTime();
    let works = false;
    const context = delivering(async () =>
      works ? { outcome: 'sent' } : { outcome: 'retry', error: 'busy' },
    );
    const runner = runnerOf(context);
    await note(1);
    for (let i = 0; i < 100; i++) {
      const [row] = await rows();
      if (row?.state === 'dead') break;
      t.clock.set(row?.dueAt ?? '');
      await runner.runDue();
    }
    const [dead] = await rows();
    expect(dead).toMatchObject({ state: 'dead', attempts: 12, lastError: 'busy', payload: { n: 1 } });
    expect(t.clock.now().getTime() - began).toBeLessThan(24 * 60 * minute);
    expect(await listUnsent(t.context.db)).toHaveLength(1);

    works = true;
    const again = () => t.context.db.write((tx) => revive(t.context.db, tx, 'note-1', t.clock.now()));
    expect(await again()).toBe(true);
    expect(await again()).toBe(false);
    await runner.runDue();
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1 }]);
    expect(await listUnsent(t.context.db)).toEqual([]);
  });
});

describe('a delivery that must not be tried again', () => {
  it('is dead where the other side refused it for good', async () => {
    const { received, context } = receiver({ outcome: 'failed', error: 'no such template' });
    await note(1);
    await runnerOf(context).runDue();
    t.clock.advance(7 * 24 * 60 * minute);
    await runnerOf(context).runDue();
    expect(received).toEqual([1]);
    expect(await rows()).toMatchObject([{ state: 'dead', lastError: 'no such template' }]);
  });

  it('is dead where it threw, since something may have left; what people wrote stays out of the error', async () => {
    const { received, context } = receiver(new TypeError('socket closed after “陈一鸣 13800001111”'));
    const logged: string[] = [];
    await note(1);
    await runnerOf(context, {}, logged).runDue();
    t.clock.advance(7 * 24 * 60 * minute);
    await runnerOf(context).runDue();
    expect(received).toEqual([1]);
    expect(await rows()).toMatchObject([{ state: 'dead', lastError: 'TypeError: socket closed after "…"' }]);
    expect(logged).toEqual(['a message could not be delivered']);
  });

  it('is dead where it has no outcome in time, and the delivery is told', async () => {
    const told = gate();
    const context = delivering((_, __, signal) => {
      signal.addEventListener('abort', () => told.open());
      return new Promise(() => undefined);
    });
    await note(1);
    await runnerOf(context, { deliveryLimitMs: 20 }).runDue();
    await told.opened;
    expect(await rows()).toMatchObject([{ state: 'dead', lastError: 'No outcome in time' }]);
  });
});

describe('a message whose process ended while sending', () => {
  /** Takes the message and never comes back. */
  async function abandon() {
    const taken = gate();
    const outcome = gate<Delivered>();
    const context = delivering(() => {
      taken.open();
      return outcome.opened;
    });
    const running = runnerOf(context).runDue();
    await taken.opened;
    return { running, outcome };
  }

  it('is not sent again, but dead with the reason, and not lost', async () => {
    await note(1);
    const { running, outcome } = await abandon();
    const { received, context } = receiver();
    const logged: string[] = [];
    await runnerOf(context, {}, logged).runDue();
    expect(await rows()).toMatchObject([{ state: 'sending' }]);
    t.clock.advance(minute);
    await runnerOf(context, {}, logged).runDue();
    expect(received).toEqual([]);
    expect(await rows()).toMatchObject([
      { state: 'dead', settledAt: t.clock.now(), lastError: expect.stringContaining('unknown') },
    ]);
    expect(logged).toEqual(['a process ended while it sent a message']);
    // It was slow, not dead: what became of the message is known after all.
    outcome.open({ outcome: 'sent' });
    await running;
    expect(await rows()).toMatchObject([{ state: 'sent', lastError: null }]);
  });

  it('keeps the outcome of the newest attempt when the old process comes back', async () => {
    await note(1);
    const { running, outcome } = await abandon();
    t.clock.advance(minute);
    const { context, received } = receiver();
    await runnerOf(context).runDue();
    await t.context.db.write((tx) => revive(t.context.db, tx, 'note-1', t.clock.now()));
    await runnerOf(context).runDue();
    expect(received).toEqual([1]);
    outcome.open({ outcome: 'failed', error: 'too late' });
    await running;
    expect(await rows()).toMatchObject([{ state: 'sent', lastError: null }]);
  });
});

it('two processes send each message once', async () => {
  const { received, context } = receiver();
  for (let n = 0; n < 40; n++) await note(n);
  await Promise.all([runnerOf(context).runDue(), runnerOf(context).runDue()]);
  expect(received.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
});
