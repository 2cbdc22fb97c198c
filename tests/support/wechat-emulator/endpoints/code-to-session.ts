import { randomBytes } from 'node:crypto';
import { type Call, jsonReply, type Reply } from '../exchange';
import { Refusal } from '../refusals';
import type { World } from '../world';

const codeLifeMs = 5 * 60_000;
const perUserAMinute = 100;

/** `GET /sns/jscode2session`. A success has no errcode. */
export function codeToSession(world: World, { query }: Call): Reply {
  if (query.get('appid') !== world.options.appid) throw new Refusal(40013);
  if (query.get('secret') !== world.options.secret) throw new Refusal(40125);
  const code = world.codes.get(query.get('js_code') ?? '');
  if (!code || query.get('grant_type') !== 'authorization_code') throw new Refusal(40029);
  if (code.used) throw new Refusal(40163);
  if (world.now() - code.mintedAt > codeLifeMs) throw new Refusal(40029);
  if (!world.withinLimit(`login ${code.openid}`, perUserAMinute)) throw new Refusal(45011);
  const user = world.users.get(code.openid);
  code.used = true;
  if (!user || user.blocked) throw new Refusal(40226);
  return jsonReply({
    session_key: randomBytes(16).toString('base64'),
    openid: user.openid,
    ...(user.unionid === undefined ? {} : { unionid: user.unionid }),
  });
}
