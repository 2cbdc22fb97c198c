import type { MustRead } from '@qihang/shared/must-read/notice';
import type { Actor } from '../../actor/rules';
import { canSeeReaders, isInAudience, type Member } from './rules';
import type { MustReadRow } from './store';

/** What a person is who looks at a notice. */
export interface Looking {
  actor: Actor | null;
  /** Null for visitors. */
  member: Member | null;
}

/**
 * A notice as this person sees it; undefined for people it is not for and who do not see its readers. That a notice goes
 * to a class is no business of the others.
 */
export function viewMustRead(
  { audience, dueAt, todo, todoUrl, readAt }: MustReadRow & { readAt: Date | null },
  post: { authorId: string; board: string },
  { actor, member }: Looking,
  now: Date,
): MustRead | undefined {
  const forMe = member !== null && actor?.id !== post.authorId && isInAudience(audience, member, now);
  const sees = canSeeReaders(actor, post);
  if (!forMe && !sees && audience.to !== 'everyone') return undefined;
  return {
    forMe,
    readAt: forMe ? (readAt?.toISOString() ?? null) : null,
    dueAt,
    todo,
    todoUrl,
    ...(sees ? { audience } : {}),
    viewer: {
      can: [...(forMe && !readAt ? ['read' as const] : []), ...(sees ? ['see-readers' as const] : [])],
    },
  };
}
