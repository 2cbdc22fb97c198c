import type { FieldError } from '@qihang/shared/contract/errors';
import type { Actor } from '../actor/rules';
import type { Context } from '../context';
import type { Database, Reader, Tx } from '../db/types';
import type { writtenColumns } from './columns';
import type { Piece, Times } from './piece';

/** The columns of `writtenColumns`. */
export type WrittenColumn = keyof ReturnType<typeof writtenColumns>;

/** A piece that is written before it is shown. */
export type WrittenPiece = Piece & Times;

/** Who asks for a check of a piece, and when. */
export interface Checking {
  actor: Actor;
  now: Date;
  requestId: string;
  /** Id of an entry in the audit log, drawn before the transaction. */
  auditId: string;
  /** Why it is to come before readers although the self-check warns. */
  overrideReason?: string | undefined;
}

/** What the life of a kind needs that is written before it is shown; `content/life.ts` leads every kind through it. */
export interface Written {
  /**
   * Makes a draft or returned piece whole: checks what was typed as if it were published now, and writes it to its columns.
   * @throws AppError `request.invalid` with each wrong field, `job.lint-warnings`
   */
  complete(context: Context, tx: Tx, id: string, checking: Checking): Promise<void>;
  /** What keeps a whole piece from readers at an instant: a deadline that is over by then, a source that is missing. */
  objections(context: Context, tx: Tx, id: string, at: Date): Promise<FieldError[]>;
  /** Pieces whose planned time has come: scheduled ones to publish, published ones to withdraw; at most `limit`. */
  listDue(db: Database, read: Reader, now: Date, limit: number): Promise<string[]>;
  /** Pieces that are scheduled on a board. */
  listScheduled(db: Database, read: Reader, board: string): Promise<string[]>;
}
