import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { faultKinds } from './faults';
import { deliver, verifyPushAddress } from './push';
import { isKeywordType, type KeywordType } from './template-values';
import { quotaKey, type World } from './world';

const minutes = z.number().min(0);

/** A person opens the mini-program: somebody new, or somebody known again. */
function visit(world: World, openid: string): void {
  const user = world.users.get(openid);
  if (user) user.lastVisit = world.now();
  else world.users.set(openid, { openid, blocked: false, foreign: false, lastVisit: world.now() });
}

type Handler = (world: World, body: unknown) => object | Promise<object>;

const handler =
  <S extends z.ZodType>(
    schema: S,
    run: (world: World, input: z.output<S>) => object | Promise<object>,
  ): Handler =>
  (world, body) =>
    run(world, schema.parse(body));

const planted = { suggest: z.enum(['pass', 'review', 'risky']), label: z.number().int() };

/** What a test or a person may do to the emulator: `POST /__ctl/<name>` with JSON. */
export const controls: Record<string, Handler> = {
  /** `wx.login` on the phone of `openid`: answers `{ code }`. */
  'login-code': handler(z.strictObject({ openid: z.string().min(1) }), (world, { openid }) => {
    visit(world, openid);
    const code = `0${randomBytes(24).toString('base64url').replace(/[-_]/g, 'a').slice(0, 31)}`;
    world.codes.set(code, { openid, mintedAt: world.now(), used: false });
    return { code };
  }),

  user: handler(
    z.strictObject({
      openid: z.string().min(1),
      unionid: z.string().optional(),
      blocked: z.boolean().optional(),
      foreign: z.boolean().optional(),
      minutesSinceVisit: minutes.optional(),
    }),
    (world, { openid, minutesSinceVisit, ...change }) => {
      visit(world, openid);
      const user = world.users.get(openid);
      if (user) {
        Object.assign(user, change);
        user.lastVisit = world.now() - (minutesSinceVisit ?? 0) * 60_000;
      }
      return { user };
    },
  ),

  fault: handler(
    z.strictObject({
      kind: z.enum(faultKinds),
      path: z.string().startsWith('/').optional(),
      times: z.number().int().min(1).default(1),
      hangMs: z.number().int().min(0).default(5_000),
      errcode: z.number().int().default(-1),
    }),
    (world, { path, ...fault }) => {
      world.faults.push({ ...fault, ...(path === undefined ? {} : { path }) });
      return { faults: world.faults };
    },
  ),

  clock: handler(z.strictObject({ advanceMs: z.number() }), (world, { advanceMs }) => {
    world.advance(advanceMs);
    return { now: new Date(world.now()).toISOString() };
  }),

  /** Addresses that may call, everybody else gets 40164; null lifts it. */
  whitelist: handler(
    z.strictObject({ addresses: z.array(z.string()).nullable() }),
    (world, { addresses }) => {
      world.allowedAddresses = addresses;
      return { addresses };
    },
  ),

  tokens: handler(z.strictObject({ expiredIsMalformed: z.boolean() }), (world, { expiredIsMalformed }) => {
    world.expiredIsMalformed = expiredIsMalformed;
    return { expiredIsMalformed };
  }),

  word: handler(z.strictObject({ word: z.string().min(1), ...planted }), (world, { word, ...verdict }) => {
    world.words.set(word, verdict);
    return { words: Object.fromEntries(world.words) };
  }),

  media: handler(
    z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), ...planted }),
    (world, { sha256, ...verdict }) => {
      world.media.set(sha256, verdict);
      return { media: Object.fromEntries(world.media) };
    },
  ),

  /** What becomes of the push of the next media check without a plan; several wait in order. */
  'media-plan': handler(
    z.strictObject({
      outcome: z.enum(['judge', 'download-fails', 'never']).default('judge'),
      delayMs: z.number().int().min(0).default(0),
      copies: z.number().int().min(1).max(10).default(1),
    }),
    (world, plan) => {
      world.mediaPlans.push(plan);
      return { plans: world.mediaPlans };
    },
  ),

  template: handler(
    z.strictObject({ id: z.string().min(1), keywords: z.array(z.string().regex(/^[a-z_]+\d+$/)).min(1) }),
    (world, { id, keywords }) => {
      const types = keywords.map((keyword) => [keyword, keyword.replace(/\d+$/, '')] as const);
      const unknown = types.filter(([, type]) => !isKeywordType(type)).map(([keyword]) => keyword);
      if (unknown.length > 0) throw new Error(`no such keyword type: ${unknown.join(', ')}`);
      world.templates.set(id, Object.fromEntries(types) as Record<string, KeywordType>);
      return { id, keywords: world.templates.get(id) };
    },
  ),

  /** The person answers the popup of `wx.requestSubscribeMessage`. */
  subscribe: handler(
    z.strictObject({ openid: z.string(), template: z.string(), answer: z.enum(['accept', 'reject']) }),
    async (world, { openid, template, answer }) => {
      const key = quotaKey(openid, template);
      const quota = answer === 'accept' ? (world.quota.get(key) ?? 0) + 1 : (world.quota.get(key) ?? 0);
      world.quota.set(key, quota);
      const List = { TemplateId: template, SubscribeStatusString: answer, PopupScene: '0' };
      await deliver(world, openid, { Event: 'subscribe_msg_popup_event', List });
      return { quota };
    },
  ),

  /** The person turns a template off in the settings: what was granted is gone. */
  unsubscribe: handler(
    z.strictObject({ openid: z.string(), template: z.string() }),
    async (world, { openid, template }) => {
      world.quota.set(quotaKey(openid, template), 0);
      const List = { TemplateId: template, SubscribeStatusString: 'reject' };
      await deliver(world, openid, { Event: 'subscribe_msg_change_event', List });
      return { quota: 0 };
    },
  ),

  /** Pages of the released version. */
  pages: handler(z.strictObject({ published: z.array(z.string()) }), (world, { published }) => {
    world.publishedPages.clear();
    for (const page of published) world.publishedPages.add(page);
    return { published };
  }),

  /** Where pushes go; answers whether the address gave back the echo. */
  push: handler(
    z.strictObject({
      url: z.url(),
      token: z.string().min(3),
      aesKey: z.string().length(43).optional(),
      format: z.enum(['json', 'xml']).optional(),
    }),
    async (world, push) => {
      world.push = push;
      return { verified: await verifyPushAddress(world).catch(() => false) };
    },
  ),

  /** Any event, such as a person's withdrawal; `copies` as WeChat repeats what it believes lost. */
  event: handler(
    z.strictObject({
      openid: z.string().min(1),
      event: z.string().min(1),
      fields: z.record(z.string(), z.string()).default({}),
      copies: z.number().int().min(1).max(5).default(1),
    }),
    async (world, { openid, event, fields, copies }) => {
      const message = { Event: event, OpenID: openid, AppID: world.options.appid, ...fields };
      const at = Math.floor(world.now() / 1000);
      for (let copy = 0; copy < copies; copy++) await deliver(world, openid, message, at);
      return { deliveries: world.deliveries };
    },
  ),

  /** What happened so far. */
  state: handler(z.strictObject({}), (world) => ({
    now: new Date(world.now()).toISOString(),
    users: [...world.users.values()],
    codes: [...world.codes].map(([code, of]) => ({ code, ...of })),
    tokens: world.tokens,
    faults: world.faults.filter(({ times }) => times > 0),
    quota: Object.fromEntries(world.quota),
    sentMessages: world.sentMessages,
    deliveries: world.deliveries,
    codesGiven: world.unlimitedCodes,
    links: Object.fromEntries(world.links),
    served: world.served,
  })),
};
