import type { BoardSetting } from '@qihang/shared/boards/contract';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { confirm, toast } from '@/platform/feedback';
import { back, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Cards } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { BoardRow } from '../../components/board-row';
import { EditBoardSheet } from '../../components/edit-board-sheet';
import { NewBoardSheet } from '../../components/new-board-sheet';
import { useBoardSettings, useChangeBoard, useMoveBoard } from '../../hooks';
import { lastPosition } from '../../order';

export default function BoardsAdminPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const settings = useBoardSettings(signedIn);
  const refused = settings.error !== null && asApiError(settings.error).code === 'action.forbidden';
  const [adding, setAdding] = useState(false);
  const now = useNow();
  const boards = settings.data?.items;
  return (
    <PageFrame
      title="栏目管理"
      section="me"
      actions={
        boards && !refused ? (
          <ActionBar>
            <Button text="添加栏目" icon="plus" look="main" grow onTap={() => setAdding(true)} />
          </ActionBar>
        ) : undefined
      }
    >
      {!signedIn ? (
        <StateView
          icon="user"
          title="登录后管理栏目"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      ) : refused ? (
        <StateView
          icon="shield"
          title="只有管理员能管理栏目"
          actions={<Button text="返回" onTap={() => back()} />}
        />
      ) : (
        <DetailView query={settings} what="栏目" ageOf={(since) => momentWords(since, now)}>
          {({ items }) => <BoardList boards={items} />}
        </DetailView>
      )}
      {adding && boards && <NewBoardSheet position={lastPosition(boards)} onClose={() => setAdding(false)} />}
    </PageFrame>
  );
}

function BoardList({ boards }: { boards: BoardSetting[] }) {
  const [editing, setEditing] = useState<BoardSetting>();
  const change = useChangeBoard();
  const move = useMoveBoard();
  const onError = (error: Error) => toast(asApiError(error).message);

  const flip = async ({ slug, name, enabled }: BoardSetting) => {
    const agreed =
      !enabled ||
      (await confirm(
        `关掉“${name}”？`,
        '关掉后读者看不到这个栏目，搜索也搜不到；内容还在，随时可以再打开',
        '关掉',
      ));
    if (!agreed) return;
    change.mutate(
      { slug, enabled: !enabled },
      {
        onSuccess: () => toast(enabled ? `已关掉“${name}”，内容还在` : `已打开“${name}”，读者看得到了`),
        onError,
      },
    );
  };

  if (boards.length === 0) return <StateView title="还没有栏目" text="添加一个，首页就会出现它" />;
  return (
    <>
      <Cards className="stack">
        <Note text={<Text>首页按这里的顺序显示；改动马上生效，都有记录</Text>} />
        {boards.map((board, index) => (
          <BoardRow
            key={board.slug}
            board={board}
            first={index === 0}
            last={index === boards.length - 1}
            busy={change.isPending || move.isPending}
            onSwitch={() => flip(board)}
            onEdit={() => setEditing(board)}
            onMove={(by) => move.mutate({ boards, slug: board.slug, by }, { onError })}
          />
        ))}
      </Cards>
      {editing && <EditBoardSheet board={editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}
