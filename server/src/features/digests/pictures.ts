import { queryString } from '@qihang/shared/contract/client';
import type { DigestPiece, digestsContract } from '@qihang/shared/digests/contract';
import { sceneOf, sharePages } from '@qihang/shared/digests/scene';
import type { PictureStyle } from '@qihang/shared/digests/vocabulary';
import { refuseMuted } from '../../actor/refusals';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { WechatError, WechatUnreachable } from '../../ports/wechat/error';
import { notAgreedTo } from '../portrayals/public';
import { cardOf } from './drawing/card';
import type { Code } from './drawing/code';
import { loadFonts } from './drawing/font';
import { posterOf } from './drawing/poster';
import { renderer } from './drawing/render';
import { pen } from './drawing/svg';
import { originFor, pageAddress } from './links';
import { itemKey, piecesToSend, readablePieces } from './pieces';
import { byDeadline } from './rules';
import { isSigned, type Pictured, signatureOf } from './signature';
import { findDigest, findGroup, type Item, listItems } from './store';

type C = typeof digestsContract;

/** Addresses of the pictures of a thing, on this service. */
export function pictureAddresses({ secret }: Context, pictured: Pictured): { poster: string; card: string } {
  const { type, id, group } = pictured;
  const address = (style: PictureStyle, query: { group?: string; sign?: string }) =>
    `/api/v1/pictures/${style}/${type}/${id}${queryString(query)}`;
  const of = group === null ? {} : { group };
  return {
    poster: address('poster', { ...of, sign: signatureOf(secret, pictured) }),
    card: address('card', {}),
  };
}

/** Mini-program codes that are kept: WeChat draws the same one for ever, and counts how often it is asked. */
const codesKept = 200;

/** A digest of one piece leads to the piece itself. */
const targetOf = (pictured: Pictured, items: readonly Item[]): Pictured => {
  const [only] = items;
  return items.length === 1 && only ? { ...pictured, type: only.type, id: only.pieceId } : pictured;
};

/** Draws posters and share cards. */
export function drawOn(context: Context) {
  const { config, db, wechat } = context;
  const render = renderer();
  const codes = new Map<string, Uint8Array>();

  /** A mini-program code; a QR code of the H5 page where there is no mini-program, or it has no such page yet, or WeChat is away. */
  async function codeFor(origin: string, { type, id, group }: Pictured): Promise<Code> {
    const target = { type, id, group };
    const address = { address: pageAddress(origin, target) };
    if (wechat === null) return address;
    const scene = sceneOf(target);
    const kept = codes.get(scene);
    if (kept) return { jpeg: kept };
    try {
      const jpeg = await wechat.miniProgramCode({ scene, page: sharePages[type], width: 430 });
      if (codes.size >= codesKept) codes.clear();
      codes.set(scene, jpeg);
      return { jpeg };
    } catch (error) {
      if (error instanceof WechatError || error instanceof WechatUnreachable) return address;
      throw error;
    }
  }

  async function itemsOf({ type, id }: Pick<Pictured, 'type' | 'id'>): Promise<Item[]> {
    if (type !== 'digest') return [{ type, pieceId: id }];
    return listItems(db, db.read, [id]);
  }

  /** What readers see of these, without jobs that are over where others are left. */
  async function shownOf(items: readonly Item[], now: Date): Promise<DigestPiece[]> {
    const found = await readablePieces(context, db.read, items, now);
    const articles = items.filter(({ type }) => type === 'post').map(({ pieceId }) => pieceId);
    const kept = await notAgreedTo(db, db.read, articles, 'poster');
    const seen = items
      .filter(({ type, pieceId }) => type === 'job' || !kept.includes(pieceId))
      .flatMap(({ type, pieceId }) => found.get(itemKey(type, pieceId))?.piece ?? []);
    const open = seen.filter(({ state }) => state !== 'closed');
    return open.length > 0 ? open : seen;
  }

  async function make(
    style: PictureStyle,
    target: Pictured,
    pieces: DigestPiece[],
    origin: string,
    now: Date,
  ) {
    const drawn = pen(await loadFonts());
    const shown = { pieces: [...pieces].sort(byDeadline), school: config.school, now };
    return render(
      style === 'card' ? cardOf(drawn, shown) : posterOf(drawn, shown, await codeFor(origin, target)),
    );
  }

  return {
    /** @throws AppError as `piecesToSend` does, for what the actor may not carry into groups */
    async draw({ body, actor, caller, now }: Call<C['poster']>): Promise<Uint8Array> {
      refuseMuted(actor);
      const { type, id, style } = body;
      const digest = type === 'digest' ? await findDigest(db, db.read, id) : undefined;
      const group = body.group ?? digest?.digest.groupId ?? null;
      if (group !== null && !(await findGroup(db, db.read, group)))
        throw new AppError('resource.not-found', '没有这个群，或已经移除');
      const items = await itemsOf({ type, id });
      if (items.length === 0) throw new AppError('resource.not-found', '没有这份群发包');
      const shown = await shownOf(items, now);
      // What is over since is left out of several; alone it is refused by its name.
      const sent = shown.length > 0 ? shown.map((piece) => ({ type: piece.type, pieceId: piece.id })) : items;
      const pieces = await piecesToSend(context, db.read, actor, sent, now, 'poster', () => 'id');
      return make(style, targetOf({ type, id, group }, items), pieces, originFor(context, caller), now);
    },

    /** Anybody may look at a card, which shows what readers see; a poster's address was made for a digest. */
    async show({ params, query, caller, now }: Call<C['picture']>): Promise<Uint8Array> {
      const { style, type, id } = params;
      const pictured = { type, id, group: query.group ?? null };
      if (style === 'poster' && !isSigned(context.secret, pictured, query.sign))
        throw new AppError('resource.not-found');
      const items = await itemsOf(pictured);
      const pieces = await shownOf(items, now);
      if (pieces.length === 0) throw new AppError('resource.not-found');
      return make(style, targetOf(pictured, items), pieces, originFor(context, caller), now);
    },
  };
}

export type Pictures = ReturnType<typeof drawOn>;
