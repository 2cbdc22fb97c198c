import { randomBytes } from 'node:crypto';
import { type Call, jsonReply, objectOf, type Reply } from '../exchange';
import { Refusal } from '../refusals';
import { admit } from '../tokens';
import type { World } from '../world';

const longestDays = 30;
const longestQuery = 1024;
const aDay = 500_000;

/** `POST /wxa/generate_urllink`: a link that opens a page of the released version for some days. */
export function generateUrlLink(world: World, call: Call): Reply {
  admit(world, call.query);
  const { path, query = '', expire_type = 0, expire_interval = 0, expire_time = 0 } = objectOf(call);
  world.urlLinks += 1;
  if (world.urlLinks > aDay) throw new Refusal(45009);
  if (typeof path !== 'string' || path.startsWith('/') || path.includes('?')) throw new Refusal(40165);
  if (!world.publishedPages.has(path)) throw new Refusal(40165);
  if (typeof query !== 'string' || query.length > longestQuery) throw new Refusal(40212);
  const days =
    expire_type === 1
      ? Number(expire_interval)
      : (Number(expire_time) * 1000 - world.now()) / (24 * 60 * 60_000);
  if (!(days > 0)) throw new Refusal(85401);
  if (days > longestDays) throw new Refusal(85400);
  const ticket = randomBytes(8).toString('base64url');
  world.links.set(ticket, { path, query });
  return jsonReply({ errcode: 0, errmsg: 'ok', url_link: `https://wxaurl.cn/${ticket}` });
}
