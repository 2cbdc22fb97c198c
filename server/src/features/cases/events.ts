import type { CaseAction, CaseKind } from '@qihang/shared/cases/vocabulary';
import type { ReturnReason } from '@qihang/shared/content/decisions';
import type { ContentType } from '@qihang/shared/content/vocabulary';

/** What a case is about. `authorId` is for telling that person alone. */
interface Subject {
  caseId: string;
  kind: CaseKind;
  type: ContentType;
  id: string;
  board: string;
  authorId: string;
}

declare module '../../background/events' {
  interface Events {
    'case.opened': Subject & { urgent: boolean; care: boolean; forTeachers: boolean; at: Date };
    /** In the transaction of the decision, after `content.moved` where it moves the piece. It may be taken back for ten seconds. */
    'case.decided': Subject & {
      action: CaseAction;
      deciderId: string;
      reasons: readonly ReturnReason[];
      note: string | null;
      at: Date;
      /** Of an appeal: who made the decision that it is against. */
      againstDeciderId: string | null;
    };
    /** The decision is taken back, and the case is open again. */
    'case.undone': Subject & { at: Date };
    /** Nothing is left to decide: the piece was moved by its author or the clock, or deleted. */
    'case.gone': Subject & { at: Date };
  }
}

interface Row {
  id: string;
  kind: CaseKind;
  type: ContentType;
  targetId: string;
  board: string;
  authorId: string;
}

/** What the events of a case say of it. */
export const eventOf = ({ id, kind, type, targetId, board, authorId }: Row): Subject => ({
  caseId: id,
  kind,
  type,
  id: targetId,
  board,
  authorId,
});
