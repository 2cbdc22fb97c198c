/** The causes by which what was told is taken back while it is unread. */
export const closesOf = (jobId: string): string => `closes:${jobId}`;
export const changedOf = (jobId: string): string => `changed:${jobId}`;
export const termOf = (grantId: string): string => `term:${grantId}`;
export const noticeOf = (postId: string): string => `must-read:${postId}`;

interface Term {
  id: string;
  userId: string;
  role: string;
  boards: readonly string[] | null;
  startsAt: Date;
  endsAt: Date | null;
}

/** Whether the person goes on in the same office when this term ends: another that runs then covers its boards. */
export const goesOn = (term: Term, all: readonly Term[]): boolean =>
  all.some(
    ({ id, userId, role, boards, startsAt, endsAt }) =>
      id !== term.id &&
      userId === term.userId &&
      role === term.role &&
      (boards === null || (term.boards?.every((board) => boards.includes(board)) ?? false)) &&
      term.endsAt !== null &&
      startsAt <= term.endsAt &&
      (endsAt === null || endsAt > term.endsAt),
  );
