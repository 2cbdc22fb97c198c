import { createHash } from 'node:crypto';
import { type Call, objectOf, type Reply } from '../exchange';
import { greyJpeg } from '../jpeg';
import { Refusal } from '../refusals';
import { admit } from '../tokens';
import type { World } from '../world';

const aMinute = 5_000;
const sceneLetters = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;

/** A pattern that differs for every scene and page. No phone can read it: WeChat's own code is secret. */
function pictureOf(scene: string, page: string, width: number): Buffer {
  const bits = createHash('sha512').update(`${page}?${scene}`).digest();
  return greyJpeg(width, (column, row) => {
    const at = ((row >> 1) * 31 + (column >> 1)) % 512;
    return ((bits[at >> 3] ?? 0) >> (at & 7)) & 1 ? 20 : 245;
  });
}

/** `POST /wxa/getwxacodeunlimit`: a JPEG for yes, JSON for no. */
export function getUnlimitedCode(world: World, call: Call): Reply {
  admit(world, call.query);
  const { scene, page = '', check_path = true, width = 430 } = objectOf(call);
  if (!world.withinLimit('getwxacodeunlimit', aMinute)) throw new Refusal(45009);
  if (typeof scene !== 'string' || scene.length < 1 || scene.length > 32) throw new Refusal(40169);
  if (!sceneLetters.test(scene)) throw new Refusal(40129);
  const path = String(page);
  if (path.startsWith('/') || path.includes('?')) throw new Refusal(41030);
  if (check_path !== false && !world.publishedPages.has(path)) throw new Refusal(41030);
  world.unlimitedCodes.push({ scene, page: path });
  const size = Math.min(1280, Math.max(280, Math.round(Number(width)) || 430));
  return { type: 'image/jpeg', body: pictureOf(scene, path, size) };
}
