import { useBoardsOf } from '@/common/boards/boards';
import { Tabs } from '@/ui/tabs';

interface Props {
  /** Undefined: the first. */
  board: string | undefined;
  onChange: (board: string) => void;
}

/** Each question board has a rota of its own; with one board there is nothing to choose. */
export function BoardTabs({ board, onChange }: Props) {
  const boards = useBoardsOf('thread') ?? [];
  const [first] = boards;
  if (!first || boards.length < 2) return null;
  return (
    <Tabs
      tabs={boards.map(({ slug, name }) => ({ value: slug, text: name }))}
      value={board ?? first.slug}
      onChange={onChange}
    />
  );
}
