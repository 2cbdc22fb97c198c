import type { ContentState, ContentType } from '@qihang/shared/content/vocabulary';
import type { MoveName } from '../../content/rules';

// Declared here until the features that emit them declare them.
declare module '../../background/events' {
  interface Events {
    'content.moved': {
      type: ContentType;
      id: string;
      board: string;
      authorId: string;
      from: ContentState | null;
      to: ContentState;
      move: MoveName | 'create';
      actorId: string | null;
      at: Date;
      note: string | null;
    };
    'case.opened': {
      caseId: string;
      kind: 'review' | 'report' | 'appeal';
      type: ContentType;
      id: string;
      board: string;
      authorId: string;
      urgent: boolean;
      care: boolean;
      forTeachers: boolean;
      at: Date;
    };
    'case.decided': {
      caseId: string;
      kind: 'review' | 'report' | 'appeal';
      type: ContentType;
      id: string;
      board: string;
      authorId: string;
      action: 'approve' | 'return' | 'hide' | 'dismiss' | 'recheck';
      deciderId: string;
      reasons: readonly string[];
      note: string | null;
      at: Date;
      againstDeciderId: string | null;
    };
    'case.undone': { caseId: string; at: Date };
    'case.gone': { caseId: string; at: Date };
    'thread.asked': { threadId: string; board: string; at: Date };
    'thread.answered': { threadId: string; board: string; answerId: string; at: Date };
    'thread.accepted': { threadId: string; board: string; answerId: string; at: Date };
    'thread.unsolved': { threadId: string; board: string; at: Date };
    'thread.escalated': {
      threadId: string;
      board: string;
      fromId: string | null;
      toId: string | null;
      step: number;
      at: Date;
    };
    'care.raised': { type: 'thread' | 'answer' | 'post' | 'job'; id: string; board: string; at: Date };
    'report.decided': {
      reportId: string;
      reporterId: string;
      targetType: 'job' | 'post' | 'thread' | 'answer';
      targetId: string;
      action: 'hide' | 'recheck' | 'dismiss' | 'gone';
      at: Date;
    };
    'report.reopened': { reportId: string; reporterId: string; at: Date };
    'duty.swap-asked': {
      swapId: string;
      board: string;
      day: string;
      byId: string;
      toId: string | null;
      at: Date;
    };
    'duty.swap-settled': {
      swapId: string;
      board: string;
      day: string;
      byId: string;
      actorId: string;
      accepted: boolean;
      at: Date;
    };
  }
}
