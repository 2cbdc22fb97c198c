import { caseActions, caseKinds, caseStates } from '@qihang/shared/cases/vocabulary';
import type { Mark, ReturnReason } from '@qihang/shared/content/decisions';
import { contentStates, contentTypes } from '@qihang/shared/content/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';
import type { Before, MachineVerdict, ReportsSummary } from './facts';

export function caseTables(
  { table, index, unique, str, int, bool, instant, json, oneOf }: Kit,
  { users }: UserTables,
) {
  /** What those who keep the boards clean have to decide, or decided: one open case of a kind and piece. */
  const cases = table(
    'cases',
    {
      id: str().primaryKey(),
      kind: oneOf(caseKinds).notNull(),
      type: oneOf(contentTypes).notNull(),
      targetId: str().notNull(),
      board: str().notNull(),
      /** Of the piece, so that nobody meets their own; in no answer of an anonymous one. */
      authorId: str()
        .notNull()
        .references(() => users.id),
      /** The rank that a person needs at least: that of the author, and of an appeal, of who decided before. */
      leastRank: int().notNull().default(0),
      openedAt: instant().notNull(),
      urgent: bool().notNull().default(false),
      care: bool().notNull().default(false),
      /** Teachers and admins alone decide it, whatever the policy of the board. */
      forTeachers: bool().notNull().default(false),
      /** The piece was taken from readers by the clock until somebody has looked at it. */
      held: bool().notNull().default(false),
      state: oneOf(caseStates).notNull().default('open'),
      /** `kind:type:id` while it is open. */
      openKey: str(),
      round: int().notNull().default(0),
      verdict: json<MachineVerdict>(),
      reports: json<ReportsSummary>(),
      claimedById: str().references(() => users.id),
      claimedUntil: instant(),
      decidedById: str().references(() => users.id),
      /** When it was decided, or nothing was left to decide. */
      endedAt: instant(),
      /** The rank, see `rankOf`, with which it was decided. */
      decidedRank: int(),
      action: oneOf(caseActions),
      reasons: json<ReturnReason[]>(),
      note: str(),
      marks: json<Mark[]>(),
      /** The state of the piece that the decision left, and the version of the words that were read. */
      leftLife: oneOf(contentStates),
      leftVersion: int(),
      /** What the piece was before the decision, to which undo brings it back. */
      before: json<Before>(),
      /** Of an appeal: the decided case that it is against, and what the author says. */
      againstId: str(),
      appealText: str(),
    },
    (t) => [
      unique('cases_open').on(t.openKey),
      // One appeal for each decision, whatever becomes of it.
      unique('cases_against').on(t.againstId),
      index('cases_queue').on(t.state, t.kind, t.board, t.openedAt),
      index('cases_decided').on(t.state, t.kind, t.action, t.endedAt),
      index('cases_target').on(t.type, t.targetId, t.endedAt),
      index('cases_author').on(t.authorId),
      index('cases_ended').on(t.endedAt),
    ],
  );
  return { cases };
}

type CaseTables = ReturnType<typeof caseTables>;

declare module '../../db/types' {
  interface Tables extends CaseTables {}
}
