import { reviewedTypes } from '@qihang/shared/content/vocabulary';
import type { deskContract, ServiceRecord } from '@qihang/shared/desk/contract';
import { roleNames } from '@qihang/shared/session/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import { csvFile } from '../../files/write-csv';
import type { Call } from '../../http/mount';
import { countActs } from '../audit/public-store';
import { countConfirmed } from '../jobs/public-store';
import { countKeepers } from '../saves/public-store';
import { countAnswers } from '../threads/public-store';
import { listOfficeTerms } from '../users/public-store';
import { deskedOf } from './pieces';
import { recordTerm } from './rules';

/** Acts of the audit log that are decisions about pieces in review, and those that are changes of pieces of others. */
const reviewing = ['moderation.approve', 'moderation.return'];
const changing = ['posts.update', 'jobs.update'];

interface Term {
  startsAt: Date;
  endsAt: Date | null;
}

/** What a person did in a term, in numbers. */
export async function serviceRecord(
  context: Context,
  personId: string,
  { startsAt, endsAt }: Term,
): Promise<ServiceRecord> {
  const { db } = context;
  const { read } = db;
  let published = 0;
  let updated = 0;
  for (const type of reviewedTypes) {
    const served = await deskedOf(context, type).served(db, read, personId, startsAt);
    published += served.published;
    updated += served.updated;
  }
  const changes = await countActs(db, read, personId, changing, startsAt);
  return {
    from: startsAt.toISOString(),
    to: endsAt?.toISOString() ?? null,
    published,
    updated: updated + changes.things,
    reviewed: (await countActs(db, read, personId, reviewing, startsAt)).acts,
    answered: await countAnswers(db, read, personId, startsAt),
    fresh: await countConfirmed(db, read, personId, startsAt),
    savedBy: await countKeepers(db, read, personId, startsAt),
  };
}

const rowsOf = (record: ServiceRecord): [string, number, string][] => [
  ['发布', record.published, '任期内公开的岗位和文章'],
  ['修改', record.updated, '公开以后改过的岗位和文章，含帮别人改的'],
  ['审核', record.reviewed, '通过和退回'],
  ['回答', record.answered, '回答同学的问题'],
  ['核实', record.fresh, '由本人最后确认仍在招的岗位'],
  ['收藏', record.savedBy, '收藏了本人所发岗位的同学'],
];

/** Of the term that runs or, where none does, of the last one: people are asked for it after they have left. */
export async function exportRecord(
  context: Context,
  { actor, now }: Call<(typeof deskContract)['record']>,
): Promise<string> {
  const { db, config } = context;
  const term = recordTerm(await listOfficeTerms(db, db.read, actor.id, now), now);
  if (!term) throw new AppError('resource.not-found');
  const record = await serviceRecord(context, actor.id, term);
  const until = term.endsAt === null ? '' : dayAt(term.endsAt.getTime() - 1);
  const about = [actor.name, roleNames[term.role], dayAt(term.startsAt.getTime()), until];
  const head = ['学校', '姓名', '职务', '任期开始', '任期结束', '项目', '数量', '说明', '统计到'];
  const today = dayAt(now.getTime());
  return csvFile([
    head,
    ...rowsOf(record).map(([what, n, words]) => [config.school, ...about, what, String(n), words, today]),
  ]);
}
