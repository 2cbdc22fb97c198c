import type { Follow } from '@qihang/shared/follows/contract';
import {
  type FollowKind,
  followLimits,
  followModeNames,
  followModes,
} from '@qihang/shared/follows/vocabulary';
import { Text, View } from '@tarojs/components';
import { useFollowing } from '@/common/follows/follows';
import { open } from '@/platform/navigation';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/filter-bar';
import { Icon } from '@/ui/icon/icon';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { changeFilters } from '../browse/filters';
import { filtersOfFollow } from './followed-filter';
import './follow-card.scss';

const kindNames = { board: '栏目', employer: '单位', filter: '岗位条件' } as const satisfies Record<
  FollowKind,
  string
>;

interface Props {
  follow: Follow;
  /** Whether it is a board of articles. */
  articles: boolean;
}

/** One thing that is followed: what it is, how much is new, when it is told. */
export function FollowCard({ follow, articles }: Props) {
  const { choose, unfollow, busy } = useFollowing();
  const { id, kind, title, board, mode, recent, off } = follow;
  const show = () => {
    if (articles && board !== null) return open('posts', { board });
    changeFilters(filtersOfFollow(follow));
    open('jobs');
  };
  const news = recent === 0 ? '没有新的' : ` ${recent} 个新的`;
  return (
    <Card>
      <Tap className="fc-t" role="link" label={`打开 ${title}`} disabled={off} onTap={show}>
        <View className="row">
          <Text className="grow fc-n">{title}</Text>
          {!off && <Icon name="chevron-right" size={16} />}
        </View>
        <View className="row fc-m">
          <Tag text={kindNames[kind]} tone="grey" />
          <Text className="meta">
            {off ? '栏目停用了，暂时没有新的' : `最近 ${followLimits.recentDays} 天${news}`}
          </Text>
        </View>
      </Tap>
      <View className="fc-b">
        {followModes.map((one) => (
          <Chip
            key={one}
            text={followModeNames[one]}
            on={mode === one}
            onTap={() => {
              if (one !== mode && !busy) choose(id, one);
            }}
          />
        ))}
        <Tap className="fc-x" label={`取消关注 ${title}`} disabled={busy} onTap={() => unfollow(follow)}>
          <Text>取消关注</Text>
        </Tap>
      </View>
    </Card>
  );
}
