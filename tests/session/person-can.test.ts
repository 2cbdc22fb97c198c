import type { Actor } from '@qihang/server/actor/rules';
import { personCan } from '@qihang/server/features/session/rules';
import type { BoardKind } from '@qihang/shared/boards/vocabulary';
import { type PersonAction, personActions, type Role, roles } from '@qihang/shared/session/vocabulary';
import { startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import { cast, type PersonKey } from '../support/people';

const actor = (role: Role): Actor => ({
  id: 'actor',
  name: '某人',
  verified: true,
  grants: [{ role, boards: null, endsAt: null }],
  ended: [],
  mutedUntil: null,
  mutedFor: null,
});

const everyKind = new Set<BoardKind>(['article', 'job', 'thread']);

const office: readonly Role[] = ['teacher', 'admin'];
/** The roles that have a word by themselves, whatever they may publish. */
const rolesWith: Partial<Record<PersonAction, readonly Role[]>> = {
  'see-roster': office,
  'see-people': office,
  'see-orphans': office,
  'see-mutes': office,
  'see-audit': ['admin'],
  'manage-boards': ['admin'],
};
/** The words that follow from a kind of board on which one may publish, each by itself. */
const kindsOf: Partial<Record<PersonAction, readonly BoardKind[]>> = {
  'publish-jobs': ['job'],
  'import-jobs': ['job'],
  'publish-posts': ['article'],
  'send-digests': ['job', 'article'],
};

describe.each(roles)('what a %s may do', (role) => {
  it.each(personActions)('%s', (action) => {
    const may = (publishable: ReadonlySet<BoardKind>) => personCan(actor(role), publishable).includes(action);
    const kinds = kindsOf[action];
    if (kinds === undefined) {
      expect([may(new Set()), may(everyKind)]).toEqual(Array(2).fill(rolesWith[action]?.includes(role)));
      return;
    }
    for (const kind of kinds) expect(may(new Set([kind]))).toBe(true);
    expect(may(new Set([...everyKind].filter((other) => !kinds.includes(other))))).toBe(false);
  });
});

describe('the words of me', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp();
  });
  afterAll(() => t.close());

  const can = async (key: PersonKey) => (await t.as(key).session.me({})).viewer.can;

  const pages: [PersonAction, string][] = [
    ['see-roster', '/admin/roster'],
    ['see-people', '/admin/users'],
    ['see-orphans', '/admin/orphans'],
    ['see-mutes', '/moderation/mutes'],
    ['see-audit', '/audit'],
    ['manage-boards', '/admin/boards'],
  ];

  it.each(Object.keys(cast) as PersonKey[])('promise %s what the routes keep', async (key) => {
    const words = await can(key);
    for (const [word, path] of pages) {
      const { statusCode } = await t.send(path, { token: t.people[key].token });
      expect([word, statusCode]).toEqual([word, words.includes(word) ? 200 : 403]);
    }
    const { items } = await t.as(key).boards.list({});
    const publishes = (kind: BoardKind) =>
      items.some((board) => board.kind === kind && board.viewer.can.includes('post'));
    expect([words.includes('publish-jobs'), words.includes('publish-posts')]).toEqual([
      publishes('job'),
      publishes('article'),
    ]);
  });

  it('follow the boards of a term, the boards that are on, and a mute', async () => {
    expect(await can('chenyiming')).toEqual(['publish-jobs', 'import-jobs', 'publish-posts', 'send-digests']);
    expect(await can('guidanceLead')).toEqual(['publish-posts', 'send-digests']);
    await t.as('admin').boards.update({ params: { slug: 'jobs' }, body: { enabled: false } });
    expect(await can('chenyiming')).toEqual(['publish-posts', 'send-digests']);
    const { id } = await t.as('chenyiming').threads.ask({ body: threadDraft() });
    await t.as('admin').moderation.mute({
      body: { target: { type: 'thread', id }, days: 1, reason: '反复发广告' },
    });
    expect(await can('chenyiming')).toEqual([]);
  });
});
