import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import type { JobUnfinished } from '@qihang/shared/jobs/field-schemas';
import type { PostUnfinished } from '@qihang/shared/posts/contract';
import { useQuery } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { copy } from '@/platform/device';
import { failureWords } from '@/platform/retrying';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { Note } from '@/ui/note';
import { Sheet } from '@/ui/sheet';
import { Changes } from './changes';
import './conflict-sheet.scss';
import { revisionsApi } from './revisions';

interface Props {
  type: ReviewedType;
  id: string;
  /** My words, as an edit takes them. */
  mine: PostUnfinished | JobUnfinished;
  /** The version of the other words. */
  version: number;
  /** My words as one text: they go to the clipboard when the others are chosen, so that nothing is lost. */
  text: string;
  onChoose: (which: 'mine' | 'theirs') => void;
  onClose: () => void;
}

/** Two people changed the same piece: shows what mine differs in from what is there now, and asks which to go on with. */
export function ConflictSheet({ type, id, mine, version, text, onChoose, onClose }: Props) {
  const now = useNow();
  const { data, error, refetch } = useQuery({
    queryKey: ['revisions', 'compare', type, id, version, JSON.stringify(mine)],
    queryFn: () => revisionsApi(type).compare({ params: { id }, body: { fields: mine as PostUnfinished } }),
    gcTime: 0,
  });
  const takeTheirs = async () => {
    await copy(text, '已换成对方的，你写的复制在剪贴板里');
    onChoose('theirs');
  };
  return (
    <Sheet
      open
      title="别人刚改过这条内容"
      onClose={onClose}
      footer={
        <View className="cf-f">
          <Button text="用对方的" look="quiet" tall onTap={takeTheirs} />
          <Button text="用我的" look="main" grow onTap={() => onChoose('mine')} />
        </View>
      }
    >
      <View className="cf">
        <Text className="meta">
          {data
            ? `${data.by} ${momentWords(new Date(data.at), now)} 保存了另一版。划掉的是对方写的，划线的是你写的：`
            : '正在比较两边改的内容…'}
        </Text>
        {error && (
          <Note
            tone="red"
            icon="alert"
            text={failureWords(asApiError(error))}
            action={{ text: '重试', onTap: () => refetch() }}
          />
        )}
        {data &&
          (data.changes.length > 0 ? (
            <Changes changes={data.changes} />
          ) : (
            <Note icon="info" text="两边写的一样，选哪个都行" />
          ))}
        <Text className="cap">用我的：对方那一版留在历史里，随时能看。用对方的：你写的会复制到剪贴板。</Text>
      </View>
    </Sheet>
  );
}
