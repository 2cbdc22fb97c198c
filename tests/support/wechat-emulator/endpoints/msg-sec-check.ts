import { type Call, jsonReply, objectOf, type Reply } from '../exchange';
import { newRid, Refusal } from '../refusals';
import { admit } from '../tokens';
import type { Planted, World } from '../world';
import { checkScene, checkVisitor } from './person';

const longest = 2500;
const ranks = ['pass', 'review', 'risky'];

function worstHit(world: World, text: string): [string, Planted] | undefined {
  const hits = [...world.words].filter(([word]) => text.includes(word));
  return hits.sort(([, a], [, b]) => ranks.indexOf(b.suggest) - ranks.indexOf(a.suggest))[0];
}

/** `POST /wxa/msg_sec_check`, version 2: errcode 0 also for bad text, and never the 87014 of version 1. */
export function msgSecCheck(world: World, call: Call): Reply {
  admit(world, call.query);
  const { version, openid, scene, content, title, nickname, signature } = objectOf(call);
  if (version !== 2 || typeof content !== 'string' || content === '') throw new Refusal(47001);
  if ([...content].length > longest) throw new Refusal(47001);
  checkScene(scene);
  checkVisitor(world, openid);
  const text = [content, title, nickname, signature].filter((part) => typeof part === 'string').join('\n');
  const hit = worstHit(world, text);
  const verdict = { suggest: hit?.[1].suggest ?? 'pass', label: hit?.[1].label ?? 100 };
  const keyword = hit ? { ...verdict, level: 90, keyword: hit[0] } : {};
  return jsonReply({
    errcode: 0,
    errmsg: 'ok',
    detail: [
      { strategy: 'content_model', errcode: 0, ...verdict, prob: 90 },
      { strategy: 'keyword', errcode: 0, ...keyword },
    ],
    trace_id: newRid(),
    result: verdict,
  });
}
