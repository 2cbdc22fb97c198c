import { randomBytes } from 'node:crypto';
import { Refusal } from './refusals';
import type { AccessToken, World } from './world';

const lifeMs = 7200_000;
const overlapMs = 300_000;
const forcedEachMs = 30_000;
const forcedADay = 20;
const dayMs = 24 * 3600_000;

const latest = ({ tokens }: World): AccessToken | undefined => tokens[tokens.length - 1];

function issue(world: World): AccessToken {
  const token = {
    token: `${world.tokens.length + 80}_${randomBytes(96).toString('base64url')}`,
    expiresAt: world.now() + lifeMs,
    dead: false,
  };
  world.tokens.push(token);
  return token;
}

/** The same token again until 5 minutes before its end, then a new one beside it. */
export function currentToken(world: World): AccessToken {
  const token = latest(world);
  return token && !token.dead && token.expiresAt - world.now() >= overlapMs ? token : issue(world);
}

/** Ends the token for everybody and gives a new one, 20 times a day and 30 s apart; otherwise the current one. */
export function forcedToken(world: World): AccessToken {
  const now = world.now();
  const today = world.forcedRefreshes.filter((at) => at > now - dayMs);
  const last = today[today.length - 1];
  if (today.length >= forcedADay || (last !== undefined && now - last < forcedEachMs))
    return currentToken(world);
  world.forcedRefreshes.push(now);
  for (const token of world.tokens) token.dead = true;
  return issue(world);
}

/** Lets a call in by the token in its query. Throws 41001, 40001, 42001 (or 40014). */
export function admit(world: World, query: URLSearchParams): void {
  const given = query.get('access_token');
  if (!given) throw new Refusal(41001);
  const token = world.tokens.find((one) => one.token === given);
  if (!token || token.dead) throw new Refusal(40001);
  if (token.expiresAt <= world.now()) throw new Refusal(world.expiredIsMalformed ? 40014 : 42001);
}
