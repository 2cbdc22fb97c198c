import type { Board } from '@qihang/shared/boards/contract';
import type { BoardKind } from '@qihang/shared/boards/vocabulary';
import { Text, View } from '@tarojs/components';
import { BoardMark } from '@/common/boards/board-mark';
import { Bone } from '@/ui/skeleton';
import { Tap } from '@/ui/tap';
import './board-grid.scss';

const countWords = { article: '篇', job: '个', thread: '问' } as const satisfies Record<BoardKind, string>;

/** What happens on a board, in a few words. */
export function activityWords({ kind, activity }: Board): string {
  const { today, week, firstAnswerMinutes } = activity;
  if (kind === 'thread' && firstAnswerMinutes !== null)
    return firstAnswerMinutes < 60
      ? `${firstAnswerMinutes} 分钟内答`
      : `${Math.ceil(firstAnswerMinutes / 60)} 小时内答`;
  if (today > 0) return `今日新增 ${today}`;
  return week > 0 ? `本周 ${week} ${countWords[kind]}` : '近期无更新';
}

/** The boards on the home page: news instead of bare icons. */
export const BoardGrid = ({ boards, onOpen }: { boards: Board[]; onOpen: (board: Board) => void }) => (
  <View className="bg">
    {boards.map((board) => (
      <Tap
        key={board.slug}
        className="bg-c"
        role="link"
        label={`${board.name}，${activityWords(board)}`}
        onTap={() => onOpen(board)}
      >
        <BoardMark board={board} colour={board.colour} />
        <View className="bg-w">
          <Text className="bg-n">{board.name}</Text>
          <Text className="bg-a">{activityWords(board)}</Text>
        </View>
      </Tap>
    ))}
  </View>
);

const cells = ['a', 'b', 'c', 'd', 'e', 'f'];

export const BoardGridSkeleton = () => (
  <View className="bg">
    {cells.map((cell) => (
      <View key={cell} className="bg-c bg-sk">
        <Bone width={70} />
        <Bone width={50} />
      </View>
    ))}
  </View>
);
