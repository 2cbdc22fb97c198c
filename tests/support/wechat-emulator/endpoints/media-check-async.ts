import { createHash } from 'node:crypto';
import { type Call, jsonReply, objectOf, type Reply } from '../exchange';
import { deliver } from '../push';
import { newRid, Refusal } from '../refusals';
import { admit } from '../tokens';
import type { MediaPlan, World } from '../world';
import { checkScene, checkVisitor } from './person';

const largest = 10 * 1024 * 1024;

const magic: Record<number, RegExp> = {
  // MP3, WAV, M4A, AMR.
  1: /^(494433|fff[b3]|52494646|.{8}66747970|2321414d52)/,
  // JPEG, PNG, BMP, GIF.
  2: /^(ffd8ff|89504e47|424d|47494638)/,
};

const usual: MediaPlan = { outcome: 'judge', delayMs: 0, copies: 1 };

/** The bytes at the address, or undefined for what the real service calls -1008. */
async function download(url: string, type: number): Promise<Buffer | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > largest) return undefined;
    const bytes = Buffer.from(await response.arrayBuffer());
    const known = magic[type]?.test(bytes.subarray(0, 12).toString('hex'));
    return known && bytes.length <= largest ? bytes : undefined;
  } catch {
    return undefined;
  }
}

async function judgeLater(
  world: World,
  { url, type, openid, traceId }: { url: string; type: number; openid: string; traceId: string },
): Promise<void> {
  const { outcome, delayMs, copies } = world.mediaPlans.shift() ?? usual;
  const bytes = outcome === 'download-fails' ? undefined : await download(url, type);
  if (outcome === 'never') return;
  await world.passed(delayMs);
  const head = { Event: 'wxa_media_check', appid: world.options.appid, trace_id: traceId, version: 2 };
  const planted = bytes && world.media.get(createHash('sha256').update(bytes).digest('hex'));
  const verdict = { suggest: planted?.suggest ?? 'pass', label: planted?.label ?? 100 };
  // A failed download has no `result` at all.
  const event = bytes
    ? {
        ...head,
        detail: [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }],
        errcode: 0,
        errmsg: 'ok',
        result: verdict,
      }
    : { ...head, detail: [], errcode: -1008, errmsg: '下载错误,请检查媒体链接是否有效' };
  for (let copy = 0; copy < copies; copy++) await deliver(world, openid, event);
}

/** `POST /wxa/media_check_async`: a trace id at once, the verdict on what was really downloaded by push. */
export function mediaCheckAsync(world: World, call: Call): Reply {
  admit(world, call.query);
  const { media_url, media_type, version, openid, scene } = objectOf(call);
  if (version !== 2 || (media_type !== 1 && media_type !== 2)) throw new Refusal(47001);
  if (typeof media_url !== 'string' || !/^https?:\/\//.test(media_url)) throw new Refusal(47001);
  checkScene(scene);
  checkVisitor(world, openid);
  const traceId = newRid();
  void judgeLater(world, { url: media_url, type: media_type, openid: String(openid), traceId });
  return jsonReply({ errcode: 0, errmsg: 'ok', trace_id: traceId });
}
