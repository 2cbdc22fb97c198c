import { type Actor, canModerate } from '../../actor/rules';
import { canSeePiece, type Standing } from '../../content/rules';

/** Uploads of a person that nothing refers to yet; they go after a day. */
export const maxUnused = 100;

/** A piece that refers to an upload. */
export interface Use {
  piece: Standing;
  /** The piece that holds it, as a question its answers. */
  within?: Standing | undefined;
  boardEnabled: boolean;
  /** Shown with the piece itself, not with a revision or a working copy of it. */
  open: boolean;
}

const looksAfter = (actor: Actor | null, { authorId, board }: Standing): boolean =>
  actor !== null && (actor.id === authorId || canModerate(actor, board));

const showsIt = (actor: Actor | null, { piece, within, boardEnabled, open }: Use): boolean =>
  boardEnabled &&
  canSeePiece(actor, piece) &&
  (within === undefined || canSeePiece(actor, within)) &&
  (open || looksAfter(actor, piece));

/** Readers see an upload with a published piece that shows it. */
export const isPublic = (uses: readonly Use[]): boolean => uses.some((use) => showsIt(null, use));

/** Until it is used it is its uploader's alone; then it is seen by those who see what it is used in. */
export const canSeeUpload = (actor: Actor | null, uploaderId: string, uses: readonly Use[]): boolean =>
  actor?.id === uploaderId || uses.some((use) => showsIt(actor, use));
