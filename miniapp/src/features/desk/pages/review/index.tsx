import type { ToReview } from '@qihang/shared/desk/contract';
import { Text, View } from '@tarojs/components';
import { useBoards } from '@/common/boards/boards';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { back, signInFirst } from '@/platform/navigation';
import { usePullDown, useShown } from '@/platform/page';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Cards } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { DotLine } from '@/ui/dot-line';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { useDesk, useReadDeskAgain } from '../../hooks';
import { openPiece } from '../../opening';
import { waitedWords } from '../../words';
import './index.scss';

/** What waits for my decision, the longest first; nobody meets a piece of their own here. */
export default function ReviewPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const query = useDesk(signedIn);
  const readAgain = useReadDeskAgain();
  const now = useNow();
  usePullDown(readAgain);
  useShown(() => {
    readAgain();
  });
  const refused = query.error && asApiError(query.error).code === 'action.forbidden' ? query.error : null;
  return (
    <PageFrame title="审核" section="me">
      {!signedIn ? (
        <StateView
          icon="shield"
          title="登录后审核"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      ) : refused ? (
        <StateView
          icon="shield"
          title="这里由任期内的骨干和老师审核"
          text={asApiError(refused).message}
          actions={<Button text="返回" onTap={() => back()} />}
        />
      ) : (
        <DetailView query={query} what="待审" ageOf={(since) => momentWords(since, now)}>
          {({ toReview, numbers }) =>
            toReview.length === 0 ? (
              <StateView
                icon="check-circle"
                title="都审完了"
                text="别人送审的岗位和文章会排在这里；你自己的由别人审"
                actions={<Button text="返回" onTap={() => back()} />}
              />
            ) : (
              <View className="stack">
                <Cards>
                  {toReview.map((piece) => (
                    <ReviewCard key={`${piece.type} ${piece.id}`} piece={piece} now={now} />
                  ))}
                </Cards>
                <ListEnd
                  text={
                    numbers.review.count > toReview.length
                      ? `还有 ${numbers.review.count - toReview.length} 件，审完这些会接上`
                      : '等得最久的排在前面'
                  }
                />
              </View>
            )
          }
        </DetailView>
      )}
    </PageFrame>
  );
}

const kinds = { job: '岗位', post: '文章' } as const;

function ReviewCard({ piece, now }: { piece: ToReview; now: Date }) {
  const { type, title, about, author, board, at, schedule } = piece;
  const boards = useBoards().data?.items ?? [];
  const waited = waitedWords(at, now);
  const planned = schedule?.publishAt
    ? `想在 ${momentWords(new Date(schedule.publishAt), now)} 发布`
    : undefined;
  return (
    <Tap
      className="card rv"
      role="link"
      label={`${kinds[type]} ${title}，${author.name}，${waited}`}
      onTap={() => openPiece(piece)}
    >
      <View className="rv-h">
        <Tag text={kinds[type]} tone="grey" />
        <Text className="meta grow rv-w">{author.name}</Text>
        <Text className="meta">{waited}</Text>
      </View>
      <Text className="rv-t">{title}</Text>
      <DotLine
        className="meta"
        parts={[boards.find(({ slug }) => slug === board)?.name ?? board, about, planned]}
      />
    </Tap>
  );
}
