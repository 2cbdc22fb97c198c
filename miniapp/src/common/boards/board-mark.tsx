import type { Board } from '@qihang/shared/boards/contract';
import type { BoardColour, BoardKind } from '@qihang/shared/boards/vocabulary';
import { Icon } from '@/ui/icon/icon';
import type { IconName } from '@/ui/icon/names';
import './board-mark.scss';

type Marked = Pick<Board, 'slug' | 'kind' | 'strip' | 'sourceRequired'>;

const iconOfKind = { article: 'file', job: 'briefcase', thread: 'chat' } as const satisfies Record<
  BoardKind,
  IconName
>;
/** Pictures for two boards of a new database, which no rule sets apart from other articles. */
const pictures: Record<string, IconName> = { guidance: 'compass', exemplars: 'award' };

function iconOf({ slug, kind, strip, sourceRequired }: Marked): IconName {
  if (kind !== 'article') return iconOfKind[kind];
  if (strip) return 'megaphone';
  if (sourceRequired) return 'book';
  return pictures[slug] ?? iconOfKind.article;
}

/** The icon of a board in the board's colour. */
export const BoardMark = ({ board, colour }: { board: Marked; colour: BoardColour }) => (
  <Icon name={iconOf(board)} className={`bm-${colour}`} />
);
