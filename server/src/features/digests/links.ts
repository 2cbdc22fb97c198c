import { type Scene, sceneOf, sharePages } from '@qihang/shared/digests/scene';
import type { ShareType } from '@qihang/shared/digests/vocabulary';
import type { Context } from '../../context';
import type { Caller } from '../../http/caller';
import { WechatError, WechatUnreachable } from '../../ports/wechat/error';

/** What a link opens: a piece, and the group it was made for. */
export type Target = Scene & { type: ShareType };

/** Where the H5 pages are, as the outside knows it. */
export const originFor = ({ config }: Context, caller: Caller): string =>
  config.publicOrigin ?? caller.origin;

/** The address of the H5 page. */
export const pageAddress = (origin: string, target: Target): string =>
  `${origin}/${sharePages[target.type]}?scene=${sceneOf(target)}`;

/**
 * The link to put into a group: WeChat's to the mini-program where there is one, and otherwise, also when WeChat refuses or is
 * away, the address of the H5 page, which opens everywhere.
 */
export async function linkTo({ wechat }: Context, origin: string, target: Target): Promise<string> {
  if (wechat === null) return pageAddress(origin, target);
  try {
    return await wechat.urlLink({
      page: sharePages[target.type],
      query: `scene=${sceneOf(target)}`,
      days: 30,
    });
  } catch (error) {
    if (error instanceof WechatError || error instanceof WechatUnreachable)
      return pageAddress(origin, target);
    throw error;
  }
}
