import type { Actor } from '../actor/rules';

interface EditMark {
  editedById: string | null;
  editedAt: Date | null;
}

/** What readers are told of an edit: who made it, unless that was the author, who answers for the words from then on. */
export const editMark = (actor: Actor, { authorId }: { authorId: string }, now: Date): EditMark =>
  actor.id === authorId ? { editedById: null, editedAt: null } : { editedById: actor.id, editedAt: now };
