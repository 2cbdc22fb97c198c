import { driverMessage } from '@qihang/server/db/errors';
import { giveBack, grant, spend, zero } from '@qihang/server/features/subscriptions/public';
import { balanceOf } from '@qihang/server/features/subscriptions/public-store';
import { type Reach, startReach, templateIds } from '../deliveries/support';
import { chanceOf } from '../hostile/fuzz/chance';

let r: Reach;
beforeAll(async () => {
  r = await startReach();
});
beforeEach(() => r.restart());
afterAll(() => r.close());

const templateId = templateIds.deadline;
const minute = 60_000;
const left = async () => (await r.left('linxiao', 'deadline')).ours;
const account = () => ({ userId: r.t.people.linxiao.id, templateId });
const entries = () => r.t.context.db.read.select().from(r.t.context.db.tables.creditEntries);
const sum = async () => (await entries()).reduce((total, { change }) => total + change, 0);

const write = (work: Parameters<typeof r.t.context.db.write>[0]) => r.t.context.db.write(work);
const popup = (ref: string, at = r.t.clock.now()) =>
  write((tx) => grant(r.t.context, tx, { ...account(), source: 'popup', ref, at }));

describe('a consent', () => {
  it('counts once when the phone tells of it and then WeChat', async () => {
    await r.grant('linxiao', 'deadline', 'tap-00001');
    expect(await left()).toBe(1);
    await r.agree('linxiao', 'deadline');
    expect(await r.left('linxiao', 'deadline')).toEqual({ ours: 1, theirs: 1 });
  });

  it('counts once when WeChat tells of it and then the phone', async () => {
    await r.agree('linxiao', 'deadline');
    expect(await left()).toBe(1);
    await r.grant('linxiao', 'deadline', 'tap-00001');
    expect(await r.left('linxiao', 'deadline')).toEqual({ ours: 1, theirs: 1 });
    const [first, second] = await entries();
    expect([first?.pairedWith, second?.pairedWith]).toEqual([second?.id, first?.id]);
  });

  it('counts once when both tell of it at the same time', async () => {
    for (let n = 1; n <= 5; n++) {
      await Promise.all([r.grant('linxiao', 'deadline', `tap-0000${n}`), popup(`push-${n}`)]);
      expect([await left(), await sum()]).toEqual([n, n]);
      r.t.clock.advance(20 * minute);
    }
  });

  it('counts once however often each of them tells', async () => {
    await r.grant('linxiao', 'deadline', 'tap-00001');
    await r.grant('linxiao', 'deadline', 'tap-00001');
    await popup('push-1');
    await popup('push-1');
    await r.grant('linxiao', 'deadline', 'tap-00001');
    expect(await left()).toBe(1);
  });

  it('is one of several: two taps are two messages, whoever tells of them first', async () => {
    await r.agree('linxiao', 'deadline', 2);
    await r.grant('linxiao', 'deadline', 'tap-00001');
    await r.grant('linxiao', 'deadline', 'tap-00002');
    expect(await r.left('linxiao', 'deadline')).toEqual({ ours: 2, theirs: 2 });
    await r.grant('linxiao', 'deadline', 'tap-00003');
    expect(await left()).toBe(3);
  });

  it('is another one after ten minutes', async () => {
    await popup('push-1');
    r.t.clock.advance(10 * minute + 1000);
    await r.grant('linxiao', 'deadline', 'tap-00001');
    expect(await left()).toBe(2);
  });

  it('that the phone kept until it had a network is the one that WeChat told of then', async () => {
    const at = r.t.clock.now();
    await popup('push-1');
    r.t.clock.advance(300 * minute);
    await popup('push-2');
    await r.grant('linxiao', 'deadline', 'tap-00002');
    await r.grant('linxiao', 'deadline', 'tap-00001', at);
    expect(await left()).toBe(2);
  });

  it('counts for none but its own template and person', async () => {
    await r.grant('linxiao', 'answer', 'tap-00001');
    await r.agree('zhaoyu', 'deadline');
    expect(await left()).toBe(0);
    expect((await r.left('zhaoyu', 'deadline')).ours).toBe(1);
    const { templates, credits, configured, linked } = await r.t.as('linxiao').subscriptions.show({});
    expect(templates.map(({ purpose, credits: n }) => [purpose, n])).toEqual([
      ['deadline', 0],
      ['answer', 1],
      ['decision', 0],
      ['digest', 0],
    ]);
    expect([credits, configured, linked]).toEqual([1, true, true]);
  });

  it('is none where the person said no, WeChat knows no account, or the template is not ours', async () => {
    const at = r.t.clock.now().toISOString();
    const results = {
      [templateIds.deadline]: 'reject',
      [templateIds.answer]: 'ban',
      [templateIds.digest]: 'filter',
      'template-of-somebody': 'accept',
    } as const;
    await r.t.as('linxiao').subscriptions.grant({ body: { results, key: 'tap-00001', at } });
    await r.t.as('admin').subscriptions.grant({
      body: { results: { [templateIds.deadline]: 'accept' }, key: 'tap-00002', at },
    });
    await r.emulator.control('subscribe', { openid: 'o-linxiao', template: templateId, answer: 'reject' });
    expect(await entries()).toEqual([]);
  });

  it('of a phone whose clock is ahead counts from now, and one kept too long does not count', async () => {
    await popup('push-1');
    const ahead = new Date(r.t.clock.now().getTime() + 5000 * minute);
    await r.grant('linxiao', 'deadline', 'tap-00001', ahead);
    expect(await left()).toBe(1);
    await r.grant('linxiao', 'deadline', 'tap-00002', new Date('2026-10-01T00:00:00Z'));
    expect(await left()).toBe(1);
  });
});

describe('a person who turns the messages off in WeChat', () => {
  it('has none left, also when an older consent is told of later', async () => {
    const before = r.t.clock.now();
    await r.agree('linxiao', 'deadline', 2);
    await r.emulator.control('unsubscribe', { openid: 'o-linxiao', template: templateId });
    expect(await r.left('linxiao', 'deadline')).toEqual({ ours: 0, theirs: 0 });
    r.t.clock.advance(minute);
    await r.grant('linxiao', 'deadline', 'tap-00001', before);
    expect(await left()).toBe(0);
    await r.agree('linxiao', 'deadline');
    expect(await r.left('linxiao', 'deadline')).toEqual({ ours: 1, theirs: 1 });
    expect(await sum()).toBe(1);
  });

  it('keeps what was granted after it, when it is told of late', async () => {
    const off = r.t.clock.now();
    r.t.clock.advance(minute);
    await r.agree('linxiao', 'deadline');
    await write((tx) => zero(r.t.context, tx, { ...account(), source: 'change', ref: 'late', at: off }));
    expect(await left()).toBe(1);
  });
});

it('goes with the binding to WeChat', async () => {
  await r.agree('linxiao', 'deadline');
  await r.happens('wechat.unbound', { userId: r.t.people.linxiao.id, at: r.t.clock.now() });
  expect([await left(), await entries()]).toEqual([0, []]);
});

describe('the ledger', () => {
  it('is never negative and is the sum of its entries, whatever comes in which order', async () => {
    const chance = chanceOf(2026);
    const { context, clock } = r.t;
    const attempts: { deliveryId: string; attempt: number; spentAt: Date }[] = [];
    for (let i = 0; i < 300; i++) {
      clock.advance(chance.below(8 * minute));
      const at = new Date(clock.now().getTime() - (chance.oneIn(4) ? chance.below(20 * minute) : 0));
      const ref = `ref-${chance.below(60)}`;
      const what = chance.below(6);
      await write(async (tx) => {
        if (what === 0) await grant(context, tx, { ...account(), source: 'client', ref, at });
        if (what === 1) await grant(context, tx, { ...account(), source: 'popup', ref, at });
        if (what === 2 || what === 3) {
          const attempt = { ...account(), deliveryId: `d-${i}`, attempt: 1, at: clock.now() };
          if (await spend(context, tx, attempt)) attempts.push({ ...attempt, spentAt: clock.now() });
        }
        const one = attempts[chance.below(attempts.length || 1)];
        if (what === 4 && one) await giveBack(context, tx, { ...account(), ...one, at: clock.now() });
        if (what === 5 && chance.oneIn(4))
          await zero(context, tx, { ...account(), source: 'change', ref: `zero-${i}`, at });
      });
      const balance = await balanceOf(context.db, context.db.read, account());
      expect(balance).toBeGreaterThanOrEqual(0);
      expect(balance).toBe(await sum());
    }
    const causes = new Set((await entries()).map(({ cause }) => cause));
    expect([...causes].sort()).toEqual(['granted', 'returned', 'spent', 'zeroed']);
  });

  it('gives one credit to one of many who ask for it at once', async () => {
    await popup('push-1');
    const { context, clock } = r.t;
    const asked = Array.from({ length: 8 }, (_, i) =>
      write((tx) => spend(context, tx, { ...account(), deliveryId: `d-${i}`, attempt: 1, at: clock.now() })),
    );
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
    expect([await left(), await sum()]).toEqual([0, 0]);
  });

  it('cannot be made negative in the database itself', async () => {
    const { db } = r.t.context;
    const negative = db.write((tx) =>
      tx.insert(db.tables.messageCredits).values({ ...account(), balance: -1 }),
    );
    expect(await negative.catch(driverMessage)).toContain('message_credits_not_negative');
  });

  it('gives a credit back once, and not one that WeChat has said is gone', async () => {
    await popup('push-1');
    const { context, clock } = r.t;
    const spentAt = clock.now();
    const attempt = { ...account(), deliveryId: 'd-1', attempt: 1 };
    await write((tx) => spend(context, tx, { ...attempt, at: spentAt }));
    clock.advance(minute);
    const back = () => write((tx) => giveBack(context, tx, { ...attempt, spentAt, at: clock.now() }));
    await back();
    await back();
    expect(await left()).toBe(1);
    const second = { ...attempt, attempt: 2 };
    await write((tx) => spend(context, tx, { ...second, at: clock.now() }));
    const again = clock.now();
    clock.advance(minute);
    await write((tx) => zero(context, tx, { ...account(), source: 'change', ref: 'off', at: clock.now() }));
    await write((tx) => giveBack(context, tx, { ...second, spentAt: again, at: clock.now() }));
    expect([await left(), await sum()]).toEqual([0, 0]);
  });
});
