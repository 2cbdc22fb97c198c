import { endWords } from '../time/words';
import type { ContentState } from './vocabulary';

/** What decides whether readers see a piece; instants in milliseconds since 1970. */
export interface Seeing {
  life: ContentState;
  /** Its board is on. */
  boardOn: boolean;
  /** Why the last move was made, where a reason was given. */
  reason: string | null;
  publishAt: number | null;
  unpublishAt: number | null;
  /** Of a job: from when on nobody can apply, and whether it counts as 待核实. */
  job?: { closesAt: number; unverified: boolean } | undefined;
}

export interface Seen {
  now: boolean;
  why: string;
}

/** The reason of a piece that the clock took from readers, as planned. */
export const plannedWithdrawal = '按计划下架';

/** A reason as the end of a sentence. */
const because = (reason: string | null): string => (reason ? `：${reason}` : '');

/** While readers do not see it: what it waits for. */
const waits: Record<Exclude<ContentState, 'published'>, (piece: Seeing) => string> = {
  draft: () => '还是草稿，只有作者能看到',
  'in-review': ({ publishAt }) =>
    publishAt === null ? '在等审核，通过后马上公开' : `在等审核，通过后计划 ${endWords(publishAt)} 公开`,
  returned: ({ reason }) => `被退回，改好再送审或发布才会公开${because(reason)}`,
  scheduled: ({ publishAt, unpublishAt }) =>
    publishAt === null
      ? '在等发布时间'
      : `计划 ${endWords(publishAt)} 公开${unpublishAt === null ? '' : `，${endWords(unpublishAt)} 下架`}`,
  withdrawn: ({ reason }) => (reason === plannedWithdrawal ? '已经按计划下架' : '已经下架'),
  hidden: ({ reason }) => `被骨干或老师下架${because(reason)}`,
};

/** What there is to say of a piece that readers see. */
function shown({ unpublishAt, job }: Seeing, now: number): string {
  if (job && job.closesAt <= now) return '已公开，但已经截止：列表里默认不出现，从收藏和链接还能打开';
  const planned = unpublishAt === null ? '' : `，计划 ${endWords(unpublishAt)} 下架`;
  return job?.unverified ? `已公开，标着“待核实”${planned}` : `已公开${planned}`;
}

/** Whether readers see a piece now, and why or why not: the end of 读者现在看得到 and 读者现在看不到. */
export function seenBy(piece: Seeing, now: number): Seen {
  if (piece.life !== 'published') return { now: false, why: waits[piece.life](piece) };
  if (!piece.boardOn) return { now: false, why: '栏目已停用，里面的内容都不公开' };
  return { now: true, why: shown(piece, now) };
}
