import { Refusal } from '../refusals';
import type { World } from '../world';

const visitMs = 2 * 3600_000;

/** What the content checks demand of an openid. Throws 40003, 43104, 61010. */
export function checkVisitor(world: World, openid: unknown): void {
  const user = world.users.get(String(openid));
  if (!user) throw new Refusal(40003);
  if (user.foreign) throw new Refusal(43104);
  if (world.now() - user.lastVisit > visitMs) throw new Refusal(61010);
}

/** The scene of a content check: 1 profile, 2 comment, 3 forum, 4 social log. Throws 40129. */
export function checkScene(scene: unknown): void {
  if (scene !== 1 && scene !== 2 && scene !== 3 && scene !== 4) throw new Refusal(40129);
}
