import type { PostSummary } from '@qihang/shared/posts/contract';
import { inWidth } from '@qihang/shared/uploads/links';
import { Image, Text, View } from '@tarojs/components';
import { memo } from 'react';
import { LifeTag } from '@/common/content/life-tag';
import { MustReadTag, mustReadLabel } from '@/common/content/must-read-tag';
import { mediaAddress } from '@/platform/media';
import { dateWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Bone } from '@/ui/skeleton';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import './post-card.scss';

interface Props {
  post: PostSummary;
  now: Date;
  onOpen: (post: PostSummary) => void;
}

/** An article in a list: title, opening words, who wrote it; the cover at the right where there is one. */
export const PostCard = memo(function PostCard({ post, now, onOpen }: Props) {
  return (
    <Tap
      className="pc"
      role="link"
      label={`${mustReadLabel(post.mustRead)}${post.title}，${post.author.name}`}
      onTap={() => onOpen(post)}
    >
      <View className="pc-w">
        <View className="pc-t">
          <MustReadTag mustRead={post.mustRead} />
          {post.mustRead && <Text> </Text>}
          {post.pinned && <Tag text="置顶" />}
          {post.pinned && <Text> </Text>}
          <Text>{post.title} </Text>
          <LifeTag life={post.life} />
        </View>
        {post.cover === null && post.summary !== '' && <Text className="pc-s">{post.summary}</Text>}
        <DotLine
          className="pc-m"
          parts={[
            post.author.name,
            dateWords(new Date(post.publishedAt), now),
            `约 ${post.readingMinutes} 分钟`,
          ]}
        />
      </View>
      {post.cover !== null && (
        <Image
          className="pc-i"
          src={mediaAddress(inWidth(post.cover, 320))}
          mode="aspectFill"
          lazyLoad
          aria-hidden="true"
        />
      )}
    </Tap>
  );
});

export const PostSkeleton = () => (
  <View className="pc">
    <View className="pc-w pc-sk">
      <Bone width={88} look="title" />
      <Bone width={100} />
      <Bone width={48} />
    </View>
  </View>
);
