import { eq } from 'drizzle-orm';
import type { Clients, TestApp } from '../../support/app';
import { type Person, type SignedIn, seedPeople } from '../../support/people';
import { insertMute } from '../kinds/mutes';
import type { MatrixRole } from './roles';

const boards = ['jobs', 'guidance', 'affairs', 'threads'];

/** The people of the matrix, and two whose things are somebody else's: `stranger`, and the anonymous `asker`. */
const players = {
  unverified: { name: '许未证', role: 'graduate', verified: false },
  graduate: { name: '毕业声', role: 'graduate', major: '车辆工程' },
  author: { name: '言自名', role: 'graduate', major: '电气工程' },
  lead: { name: '骨干甲', role: 'lead', boards },
  'lead-elsewhere': { name: '骨干乙', role: 'lead', boards: ['notices'] },
  'former-lead': { name: '骨干丙', role: 'lead', boards, expired: true },
  muted: { name: '禁言生', role: 'graduate' },
  teacher: { name: '师者言', role: 'teacher' },
  admin: { name: '管理元', role: 'admin' },
  stranger: { name: '陌路人', role: 'graduate' },
  asker: { name: '司徒匿', role: 'graduate' },
} as const satisfies Record<Exclude<MatrixRole, 'visitor'> | 'stranger' | 'asker', Person>;

export type Player = keyof typeof players;

/** Something no answer may hold. */
export interface Canary {
  ownerId: string;
  /** Name of the owner, for a failure to say. */
  of: string;
  what: 'user id' | 'openid' | 'student number' | 'token' | 'token hash' | 'name of an anonymous asker';
  value: string;
}

export interface World {
  t: TestApp;
  people: Record<Player, SignedIn>;
  canaries: Canary[];
  /** The name of whoever asks anonymously. */
  anonymousName: string;
  as(player: Player): Clients;
}

async function plantCanaries(t: TestApp, people: Record<Player, SignedIn>): Promise<Canary[]> {
  const { db, clock } = t.context;
  const { users, sessions, wechatIdentities } = db.tables;
  const createdAt = clock.now();
  const openids = Object.entries(people).map(([player, { id }]) => ({
    openid: `openid-canary-of-${player}`,
    userId: id,
    createdAt,
  }));
  await db.write((tx) => tx.insert(wechatIdentities).values(openids));
  for (const [player, { id }] of Object.entries(people)) {
    // None is the beginning or the end of another.
    const studentNo = `20270-${player}-x`;
    await db.write((tx) => tx.update(users).set({ studentNo }).where(eq(users.id, id)));
  }
  const everybody = await db.read
    .select({ id: users.id, name: users.name, studentNo: users.studentNo })
    .from(users);
  const hashes = await db.read.select({ userId: sessions.userId, hash: sessions.tokenHash }).from(sessions);
  const canary = (what: Canary['what'], ownerId: string, value: string): Canary => ({
    what,
    ownerId,
    of: everybody.find(({ id }) => id === ownerId)?.name ?? ownerId,
    value,
  });
  return [
    ...everybody.map(({ id }) => canary('user id', id, id)),
    ...everybody.flatMap(({ id, studentNo }) => (studentNo ? [canary('student number', id, studentNo)] : [])),
    ...hashes.map(({ userId, hash }) => canary('token hash', userId, hash)),
    ...openids.map(({ userId, openid }) => canary('openid', userId, openid)),
    ...Object.values(people).map(({ id, token }) => canary('token', id, token)),
    canary('name of an anonymous asker', people.asker.id, players.asker.name),
  ];
}

/** Readies a test app for the matrix, with its people and canaries; `t.restore()` comes back to this. */
export async function openWorld(t: TestApp): Promise<World> {
  const people = await seedPeople(t.context, players);
  await insertMute(t, people.muted.id, people.teacher.id);
  const canaries = await plantCanaries(t, people);
  await t.keep();
  return {
    t,
    people,
    canaries,
    anonymousName: players.asker.name,
    as: (player) => t.withToken(people[player].token),
  };
}
