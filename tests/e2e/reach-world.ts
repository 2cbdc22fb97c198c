import { inboxPage, messagePages } from '@qihang/shared/deliveries/pages';
import type { Purpose } from '@qihang/shared/subscriptions/vocabulary';
import { startOfDay } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { eventually } from '../support/waiting';
import { emulatedApp, startWechatEmulator, type WechatEmulator } from '../support/wechat-emulator/emulator';
import { deviceOf } from './device';

export const graduate = { name: '林晓', openid: 'o-linxiao' };

export const templateIds = {
  deadline: 'T-deadline-0001',
  answer: 'T-answer-000001',
  decision: 'T-decision-0001',
} as const satisfies Partial<Record<Purpose, string>>;

const keywords = ['thing1', 'time2', 'phrase3'];
const fields = [
  { keyword: 'thing1', source: 'about' as const },
  { keyword: 'time2', source: 'time' as const },
  { keyword: 'phrase3', source: 'status' as const },
];

const pushToken = 'AAAAA';

interface Sent {
  touser: string;
  template_id: string;
  page: string;
  data: Record<string, { value: string }>;
}

/** A message is told when what it is about can no longer be undone. */
export const afterUndo = 11_000;

/** The service next to WeChat's servers, which push what happens; the graduate of the demo data is known to them. */
export async function startReachWorld() {
  const wechat: WechatEmulator = await startWechatEmulator();
  const server: DemoServer = await startDemoServer({
    WECHAT_API_BASE: wechat.url,
    WECHAT_APPID: emulatedApp.appid,
    WECHAT_SECRET: emulatedApp.secret,
    WECHAT_PUSH_TOKEN: pushToken,
  });
  const push = { url: `${server.url}/api/v1/wechat/push`, token: pushToken };
  await wechat.control('push', push);
  await wechat.control('pages', { published: [...Object.values(messagePages), inboxPage] });
  await wechat.control('user', { openid: graduate.openid });
  const { db, clock } = server.context;
  const [person] = await db.read
    .select({ id: db.tables.users.id })
    .from(db.tables.users)
    .where(eq(db.tables.users.name, graduate.name));
  if (!person) throw new Error('the demo data has no graduate of this name');
  await db.write((tx) =>
    tx
      .insert(db.tables.wechatIdentities)
      .values({ openid: graduate.openid, userId: person.id, createdAt: clock.now() }),
  );

  const sent = async (): Promise<Sent[]> =>
    (await wechat.control<{ sentMessages: Sent[] }>('state')).sentMessages;
  /** The clock of the service and that of WeChat; then what is due is done. */
  async function advance(milliseconds: number): Promise<void> {
    server.clock.advance(milliseconds);
    await wechat.control('clock', { advanceMs: milliseconds });
    await server.runTasks();
  }
  return {
    server,
    wechat,
    /** What an admin would copy from WeChat's platform, on both sides. */
    async setUpTemplates(): Promise<void> {
      for (const id of Object.values(templateIds)) await wechat.control('template', { id, keywords });
      const admin = await deviceOf(server, 'admin');
      await admin('messageTemplates').save({
        body: {
          items: (['deadline', 'answer', 'decision'] as const).map((purpose) => ({
            purpose,
            templateId: templateIds[purpose],
            fields,
            version: 0,
          })),
        },
      });
    },
    /** What the person answers to WeChat's question; WeChat counts it and pushes it to the service. */
    async answer(template: string, answer: 'accept' | 'reject'): Promise<void> {
      await wechat.control('subscribe', { openid: graduate.openid, template, answer });
    },
    advance,
    sent,
    /** Messages that WeChat got, once there are so many. */
    untilSent: (count: number): Promise<Sent[]> =>
      eventually(async () => {
        await server.runTasks();
        const messages = await sent();
        expect(messages).toHaveLength(count);
        return messages;
      }),
    /** Noon is outside of everybody's quiet hours. */
    async atNoon(): Promise<void> {
      await advance(startOfDay(clock.now().getTime()) + 12 * 3_600_000 - clock.now().getTime());
    },
    async close(): Promise<void> {
      await server.close();
      await wechat.close();
    },
  };
}

export type ReachWorld = Awaited<ReturnType<typeof startReachWorld>>;
