import type { Digest, DigestPiece } from '@qihang/shared/digests/contract';
import type { DigestType } from '@qihang/shared/digests/vocabulary';
import { jobKindNames } from '@qihang/shared/jobs/vocabulary';
import { cityWords, degreeWords, payWords } from '@qihang/shared/jobs/words';
import { jobState } from '../jobs/rules';
import type { JobPieceRow, PostPieceRow } from './pieces-store';
import type { FoundDigest, GroupRow } from './store';

export const viewGroup = ({ id, name }: Pick<GroupRow, 'id' | 'name'>) => ({ id, name });

export function viewJobPiece(row: JobPieceRow, now: Date): DigestPiece {
  const { id, title, company, salary, salaryText, headcount, deadline, closesAt, publishedAt } = row;
  return {
    type: 'job',
    id,
    title,
    from: company,
    place: cityWords(row.cities) ?? jobKindNames[row.kind],
    pay: salary === null && salaryText === null ? null : payWords({ salary, salaryText }),
    degree: degreeWords(row),
    headcount,
    deadline,
    deadlineAt: deadline === null ? null : closesAt.toISOString(),
    state: jobState(row, now),
    summary: null,
    apply: row.applyUrl ?? row.applyEmail ?? row.applyNote,
    publishedAt: publishedAt.toISOString(),
  };
}

export const viewPostPiece = ({ id, title, boardName, summary, publishedAt }: PostPieceRow): DigestPiece => ({
  type: 'post',
  id,
  title,
  from: boardName,
  place: null,
  pay: null,
  degree: null,
  headcount: null,
  deadline: null,
  deadlineAt: null,
  state: null,
  summary,
  apply: null,
  publishedAt: publishedAt.toISOString(),
});

interface Around {
  /** Addresses of its pictures. */
  pictures: { poster: string; card: string };
  pieces: { type: DigestType; id: string; title: string }[];
  readerId: string;
}

export function viewDigest(
  { digest, groupName, sentBy }: FoundDigest,
  { pictures, pieces, readerId }: Around,
): Digest {
  const { groupId } = digest;
  return {
    id: digest.id,
    set: digest.setId,
    group: groupId === null || groupName === null ? null : { id: groupId, name: groupName },
    createdAt: digest.createdAt.toISOString(),
    parts: digest.parts,
    link: digest.link,
    ...pictures,
    pieces,
    sentAt: digest.sentAt?.toISOString() ?? null,
    sentBy: digest.sentAt === null ? null : sentBy,
    sentByMe: digest.sentById === readerId,
  };
}
