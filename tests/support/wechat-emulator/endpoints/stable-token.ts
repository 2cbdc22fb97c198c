import { type Call, jsonReply, objectOf, type Reply } from '../exchange';
import { Refusal } from '../refusals';
import { currentToken, forcedToken } from '../tokens';
import type { World } from '../world';

const aMinute = 10_000;

/** `POST /cgi-bin/stable_token`. */
export function stableToken(world: World, call: Call): Reply {
  const { grant_type, appid, secret, force_refresh } = objectOf(call);
  if (appid !== world.options.appid) throw new Refusal(40013);
  if (secret !== world.options.secret) throw new Refusal(40125);
  if (grant_type !== 'client_credential') throw new Refusal(40002, 'invalid grant_type');
  if (!world.withinLimit('stable_token', aMinute)) throw new Refusal(45009);
  const { token, expiresAt } = force_refresh === true ? forcedToken(world) : currentToken(world);
  return jsonReply({ access_token: token, expires_in: Math.floor((expiresAt - world.now()) / 1000) });
}
