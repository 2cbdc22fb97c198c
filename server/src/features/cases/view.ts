import type { CaseItem } from '@qihang/shared/cases/contract';
import type { Actor } from '../../actor/rules';
import type { Piece } from '../../content/piece';
import { saidAt } from '../../content/said-at';
import type { Byline } from '../users/public';
import { reasonWords } from './deciding';
import { caseWordsFor, claimer, undoSeconds } from './rules';
import type { CaseRow } from './store';

/** What an item says beyond its row. */
export interface ItemAround {
  piece: Piece | undefined;
  excerpt: string;
  /** The decision before this one that sent the piece back. */
  lastReturn: CaseRow | undefined;
  /** Of an appeal: the decision that it is against. */
  against: CaseRow | undefined;
  names: ReadonlyMap<string, Byline>;
  actor: Actor;
  now: Date;
}

const nobody: Byline = { name: '已注销用户', about: '' };
const unnamed = { name: '匿名同学', about: '', anonymous: true };

const authorTime = (at: Date, anonymous: boolean): string => saidAt(at, anonymous).toISOString();

const noteOf = ({ reasons, note }: CaseRow): string =>
  reasonWords({ reasons: reasons ?? [], note: note ?? '' });

function viewAppeal(
  one: CaseRow,
  { against, names, piece }: ItemAround,
  nameOf: (id: string | null) => string,
): CaseItem['appeal'] {
  if (!against?.endedAt || against.action === null) return null;
  const anonymous = piece?.anonymous ?? true;
  const by = nameOf(against.decidedById);
  const at = against.endedAt.toISOString();
  const did = against.action === 'return' ? '退回' : '下架';
  return {
    text: one.appealText ?? '',
    against: { by, at, note: noteOf(against), action: against.action, marks: against.marks ?? [] },
    steps: [
      ...(against.kind === 'review'
        ? [{ at: authorTime(against.openedAt, anonymous), who: '作者', what: '送审' }]
        : []),
      { at, who: names.get(against.decidedById ?? '')?.name ?? by, what: did },
      { at: authorTime(one.openedAt, anonymous), who: '作者', what: '申诉' },
    ],
  };
}

export function viewItem(one: CaseRow, around: ItemAround): CaseItem {
  const { piece, excerpt, lastReturn, names, actor, now } = around;
  const nameOf = (id: string | null): string => (id === null ? '系统' : (names.get(id) ?? nobody).name);
  const anonymous = piece?.anonymous ?? false;
  const by = claimer(one, now);
  const { claimedUntil, endedAt, action } = one;
  const undo = undoSeconds(actor, one, now);
  return {
    id: one.id,
    kind: one.kind,
    state: one.state,
    target: { type: one.type, id: one.targetId },
    title: piece?.title ?? '已删除的内容',
    excerpt,
    board: one.board,
    author: anonymous ? unnamed : { ...(names.get(one.authorId) ?? nobody), anonymous: false },
    waitingSince: authorTime(one.openedAt, anonymous),
    urgent: one.urgent,
    care: one.care,
    round: one.round,
    verdict: one.verdict,
    lastReturn: lastReturn?.endedAt
      ? {
          by: nameOf(lastReturn.decidedById),
          at: lastReturn.endedAt.toISOString(),
          note: noteOf(lastReturn),
          marks: lastReturn.marks ?? [],
        }
      : null,
    reports: one.reports,
    appeal: one.kind === 'appeal' ? viewAppeal(one, around, nameOf) : null,
    claimedBy:
      by !== null && claimedUntil
        ? {
            name: nameOf(by),
            until: claimedUntil.toISOString(),
            secondsLeft: Math.ceil((claimedUntil.getTime() - now.getTime()) / 1000),
            mine: by === actor.id,
          }
        : null,
    decided:
      one.state === 'decided' && endedAt && action
        ? {
            by: nameOf(one.decidedById),
            at: endedAt.toISOString(),
            action,
            reasons: one.reasons ?? [],
            note: one.note,
            marks: one.marks ?? [],
            undoSeconds: undo > 0 ? undo : null,
          }
        : null,
    version: piece?.version ?? 0,
    viewer: { can: piece ? caseWordsFor(actor, one, now) : [] },
  };
}
