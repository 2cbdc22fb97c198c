import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import type { CheckedKind } from '@qihang/shared/content-check/vocabulary';
import { mediaIdsIn } from '@qihang/shared/uploads/links';
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
} as const satisfies Record<Exclude<MediaState, 'pass'>, string>;

/** What is known of pictures: one that WeChat was asked about and did not pass is for a person. */
async function picturesSaid({ db }: Context, ids: readonly string[]) {
  const checks = await listMediaChecks(db, db.read, ids);
  return worstOf(
    checks.map(({ state }) => {
      if (state === 'pass') return { verdict: 'pass' as const, words: [], traceIds: [] };
      const verdict = (
        { risky: 'block', review: 'review', waiting: 'unavailable', failed: 'unavailable' } as const
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
export const judgeContent: Judge = async (context, { actor, type, board: slug, words }) => {
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
  });
  const pictures = mediaIdsIn(
    Object.values(words)
      .filter((value) => typeof value === 'string')
      .join('\n'),
  );
  const verdict = { ...said, ...worstOf([said, await picturesSaid(context, pictures)]) };
  return {
    holds: holds(verdict),
    keep: (tx, id, at) => keepVerdict(context, tx, { type, id, board: slug }, verdict, at),
  };
};
