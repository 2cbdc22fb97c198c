import { type Events, emit } from '@qihang/server/background/events';
import { notify } from '@qihang/server/features/notifications/public';
import { inboxPage, messagePages } from '@qihang/shared/deliveries/pages';
import type { NotificationKind } from '@qihang/shared/notifications/kinds';
import type { Purpose } from '@qihang/shared/subscriptions/vocabulary';
import { startTestApp, type TestApp } from '../support/app';
import type { PersonKey } from '../support/people';
import { eventually } from '../support/waiting';
import { emulatedApp, startWechatEmulator, type WechatEmulator } from '../support/wechat-emulator/emulator';

const token = 'AAAAA';

export const templateIds = {
  deadline: 'template-of-deadlines',
  answer: 'template-of-answers',
  decision: 'template-of-decisions',
  digest: 'template-of-digests',
} as const satisfies Record<Purpose, string>;

const fields = [
  { keyword: 'thing1', source: 'title' },
  { keyword: 'thing2', source: 'about' },
  { keyword: 'time3', source: 'time' },
  { keyword: 'phrase4', source: 'status' },
  { keyword: 'number5', source: 'count' },
] as const;
const keywords = fields.map(({ keyword }) => keyword);

export const openidOf = (person: PersonKey) => `o-${person}`;

/** A message as WeChat has it. */
export interface SentMessage {
  touser: string;
  template_id: string;
  page: string;
  data: Record<string, { value: string }>;
  msgid: string;
}

/**
 * The service with a mini-program at an emulated WeChat, whose pushes come back over the network: 林晓, 赵雨 and 陈一鸣 are bound, and
 * each purpose has a template.
 */
export async function startReach(sharedTemplate = false) {
  let t: TestApp | undefined;
  const emulator: WechatEmulator = await startWechatEmulator({
    clock: { now: () => t?.clock.now().getTime() ?? 0, sleep: () => new Promise(() => undefined) },
  });
  const app = await startTestApp({
    WECHAT_API_BASE: emulator.url,
    WECHAT_APPID: emulatedApp.appid,
    WECHAT_SECRET: emulatedApp.secret,
    WECHAT_PUSH_TOKEN: token,
  });
  t = app;
  const { db } = app.context;
  const bound: PersonKey[] = ['linxiao', 'zhaoyu', 'chenyiming'];
  const idFor = (purpose: Purpose) => templateIds[sharedTemplate ? 'deadline' : purpose];
  await db.write(async (tx) => {
    for (const person of bound)
      await tx.insert(db.tables.wechatIdentities).values({
        openid: openidOf(person),
        userId: app.people[person].id,
        createdAt: app.clock.now(),
      });
  });
  await app.as('admin').messageTemplates.save({
    body: {
      items: (['deadline', 'answer', 'decision', 'digest'] as const).map((purpose) => ({
        purpose,
        templateId: idFor(purpose),
        fields: [...fields],
        version: 0,
      })),
    },
  });
  await app.keep();
  const origin = await app.app.listen({ port: 0, host: '127.0.0.1' });

  const deliveries = () =>
    db.read.select().from(db.tables.deliveries).orderBy(db.tables.deliveries.at, db.tables.deliveries.id);
  const outbox = () => db.read.select().from(db.tables.outbox);
  /** Waits until every message that was sent has been pushed about: WeChat does it by itself, at any time. */
  const pushed = () =>
    eventually(async () => {
      const { sentMessages, deliveries: pushes } = await emulator.control<{
        sentMessages: object[];
        deliveries: { event: string; accepted: boolean; attempt: number }[];
      }>('state');
      const done = pushes.filter(
        ({ event, accepted, attempt }) => event === 'subscribe_msg_sent_event' && (accepted || attempt === 3),
      );
      expect(done).toHaveLength(sentMessages.length);
    });
  return {
    t: app,
    emulator,
    deliveries,
    outbox,
    /** To begin each test with. */
    async restart() {
      await pushed();
      await app.restore();
      emulator.reset();
      await emulator.control('pages', { published: [inboxPage, ...Object.values(messagePages)] });
      for (const id of new Set(Object.values(templateIds)))
        await emulator.control('template', { id, keywords });
      for (const person of bound) await emulator.control('user', { openid: openidOf(person) });
      await this.takePushes();
      // The first call learns that its access token is not of this WeChat.
      await app.context.wechat?.urlLink({ page: inboxPage, query: '', days: 1 });
    },
    takePushes: () => emulator.control('push', { url: `${origin}/api/v1/wechat/push`, token }),
    /** WeChat's pushes come to nobody. */
    losePushes: () => emulator.control('push', { url: 'http://127.0.0.1:9', token }),
    /** The person agrees to a message; WeChat pushes that, the phone does not tell. */
    async agree(person: PersonKey, purpose: Purpose, times = 1) {
      for (let i = 0; i < times; i++) {
        await emulator.control('subscribe', {
          openid: openidOf(person),
          template: idFor(purpose),
          answer: 'accept',
        });
        // Each push is of a second of its own.
        app.clock.advance(1000);
      }
    },
    /** The phone tells what the person answered. */
    grant: (person: PersonKey, purpose: Purpose, key: string, at = app.clock.now()) =>
      app.as(person).subscriptions.grant({
        body: { results: { [idFor(purpose)]: 'accept' }, key, at: at.toISOString() },
      }),
    /** What the person can still get for this purpose, by our ledger and by WeChat's. */
    async left(person: PersonKey, purpose: Purpose): Promise<{ ours: number; theirs: number }> {
      const { templates } = await app.as(person).subscriptions.show({});
      const { quota } = await emulator.control<{ quota: Record<string, number> }>('state');
      return {
        ours: templates.find((one) => one.purpose === purpose)?.credits ?? 0,
        theirs: quota[`${openidOf(person)} ${idFor(purpose)}`] ?? 0,
      };
    },
    async sent(): Promise<SentMessage[]> {
      const { sentMessages } = await emulator.control<{ sentMessages: SentMessage[] }>('state');
      return sentMessages;
    },
    /** Tells a person something, now. */
    tell: (
      person: PersonKey,
      kind: NotificationKind,
      more: Partial<Parameters<typeof notify>[2]> = {},
    ): Promise<void> =>
      db.write((tx) =>
        notify(app.context, tx, {
          userIds: [app.people[person].id],
          kind,
          ref: null,
          at: app.clock.now(),
          ...more,
        }),
      ),
    happens: <E extends keyof Events>(name: E, payload: Events[E]) =>
      db.write((tx) => emit(app.context, tx, name, payload)),
    /** What became of each, in the order in which they were planned. */
    states: async () =>
      (await deliveries()).map(({ state, reason }) => (reason ? `${state}: ${reason}` : state)),
    async close() {
      await pushed();
      await app.close();
      await emulator.close();
    },
  };
}

export type Reach = Awaited<ReturnType<typeof startReach>>;
