import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import type { CheckedKind } from '@qihang/shared/content-check/vocabulary';
import { mediaIdsIn } from '@qihang/shared/uploads/links';
import { canModerate } from '../../actor/rules';
import type { Judge } from '../../content/judged';
import type { Context } from '../../context';
import { getEnabledBoard } from '../boards/public-store';
import type { MediaState } from './media-states';
import { listMediaChecks } from './media-store';
import { judge, keepVerdict } from './public';
import { holds } from './rules';
import { worstOf } from './wechat-check';

const stateWords = {
  waiting: '图片还在等微信检查',
  review: '图片可能有问题',
  risky: '图片违规',
  failed: '图片没有检查成',
  unasked: '上传图片的人没有用微信登录过，或最近没有打开过小程序，微信没法检查',
} as const satisfies Record<Exclude<MediaState, 'pass'>, string>;

/**
 * What is known of pictures: one that did not pass is for a person.
 * @param trusted whether pictures may pass where WeChat does not know who uploaded them, or not lately
 */
async function picturesSaid({ db }: Context, ids: readonly string[], trusted: boolean) {
  const checks = await listMediaChecks(db, db.read, ids);
  return worstOf(
    checks.map(({ state }) => {
      if (state === 'pass' || (state === 'unasked' && trusted))
        return { verdict: 'pass' as const, words: [], traceIds: [] };
      const verdict = (
        {
          risky: 'block',
          review: 'review',
          waiting: 'unavailable',
          failed: 'unavailable',
          unasked: 'unavailable',
        } as const
      )[state];
      return { verdict, words: [stateWords[state]], traceIds: [] };
    }),
  );
}

const kindOf = { post: 'article', job: 'job' } as const satisfies Record<ReviewedType, CheckedKind>;

/** Fields of words that people read. */
const spoken = (field: string): boolean =>
  !['cover', 'pinnedUntil', 'deadline', 'recheckOn', 'salary'].includes(field);

/** Judges the words of a job or an article as their form has them. */
export const judgeContent: Judge = async (context, { actor, type, board: slug, words, wechat }) => {
  const { db, registry } = context;
  const { revised } = registry.kinds[type];
  const board = await getEnabledBoard(db, db.read, slug);
  const parts = Object.keys(revised?.labels ?? {})
    .filter(spoken)
    .map((path) => ({ path, text: revised?.textOf(path, words) ?? '' }))
    .filter(({ text }) => text !== '');
  const said = await judge(context, {
    ...{ actor, kind: kindOf[type], board: slug, parts, anonymous: false },
    sourceBoard: board.sourceRequired,
    wechat,
  });
  const pictures = mediaIdsIn(
    Object.values(words)
      .filter((value) => typeof value === 'string')
      .join('\n'),
  );
  const verdict = {
    ...said,
    ...worstOf([said, await picturesSaid(context, pictures, canModerate(actor, slug))]),
  };
  return {
    holds: holds(verdict),
    said: verdict.words,
    keep: (tx, id, at) => keepVerdict(context, tx, { type, id, board: slug }, verdict, at),
  };
};
