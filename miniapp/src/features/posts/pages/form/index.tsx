import { useBoardsOf } from '@/common/boards/boards';
import { useNow } from '@/platform/clock';
import { usePageQuery } from '@/platform/navigation';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { Editor } from '../../components/editor/editor';
import { usePost } from '../../hooks';

/** A new article, a draft to go on with, or a published one to change. */
export default function PostFormPage() {
  const { id, board, find } = usePageQuery();
  const query = usePost(id);
  const now = useNow();
  const first = useBoardsOf('article')?.find(({ viewer }) => viewer.can.includes('post'))?.slug;
  if (id === undefined) return <Editor key={board ?? first ?? ''} board={board ?? first ?? ''} />;
  if (query.data) return <Editor existing={query.data} board={query.data.board} find={find} />;
  return (
    <PageFrame title="修改文章" section="home">
      <DetailView query={query} what="文章" ageOf={(since) => momentWords(since, now)}>
        {() => null}
      </DetailView>
    </PageFrame>
  );
}
