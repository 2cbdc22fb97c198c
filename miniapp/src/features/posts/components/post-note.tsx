import type { Post } from '@qihang/shared/posts/contract';
import { View } from '@tarojs/components';
import { PieceNote } from '@/common/content/piece-note';
import './post-note.scss';

/** Whether readers see this article, above an article that reaches from edge to edge on a phone. */
export const PostNote = ({ post, now }: { post: Post; now: Date }) => (
  <View className="pon">
    <PieceNote piece={post} now={now} />
  </View>
);
