import type { DigestPiece } from '@qihang/shared/digests/contract';
import { sharePages } from '@qihang/shared/digests/scene';
import { digestParts, lengthOf } from '@qihang/shared/digests/text';
import { digestLimits } from '@qihang/shared/digests/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useSite } from '@/common/site/site';
import { useNow } from '@/platform/clock';
import { toast } from '@/platform/feedback';
import { wholeAddress } from '@/platform/media';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { DotLine } from '@/ui/dot-line';
import { Chip, Chips } from '@/ui/filter-bar';
import { Icon } from '@/ui/icon/icon';
import { Pill } from '@/ui/pill';
import { Bone } from '@/ui/skeleton';
import { StateView } from '@/ui/state-view';
import { Tap } from '@/ui/tap';
import { keyOf, pillOfPiece, sentWords } from '../words';
import './choose.scss';

export type Offered = DigestPiece & { sentAt: string | null };

const isUrgent = ({ state }: DigestPiece) => state === 'closing-today' || state === 'closing-soon';

const filters = {
  fresh: { text: '没发过', of: ({ sentAt }: Offered) => sentAt === null },
  urgent: { text: '快截止', of: isUrgent },
  posts: { text: '文章通知', of: ({ type }: Offered) => type === 'post' },
  all: { text: '全部', of: () => true },
} as const;
type Filter = keyof typeof filters;
const filterNames = Object.keys(filters) as Filter[];

/** As long as the link will be, which is made with the text. */
const linkLike = (byWechat: boolean) =>
  byWechat ? 'https://wxaurl.cn/AbCdEfGhIjK' : wholeAddress(`/${sharePages.digest}?scene=${'x'.repeat(32)}`);

interface Props {
  items: readonly Offered[];
  ticked: readonly string[];
  onTick: (keys: string[]) => void;
}

/** Step one: what goes into the group. */
export function Choose({ items, ticked, onTick }: Props) {
  const now = useNow();
  const fresh = items.filter(filters.fresh.of);
  const urgent = items.filter(isUrgent);
  const [filter, setFilter] = useState<Filter>(fresh.length > 0 ? 'fresh' : 'all');
  const shown = items.filter(filters[filter].of);
  const toggle = (key: string) => {
    if (ticked.includes(key)) return onTick(ticked.filter((one) => one !== key));
    if (ticked.length >= digestLimits.items) return toast(`一次最多 ${digestLimits.items} 条`);
    return onTick([...ticked, key]);
  };
  if (items.length === 0)
    return <StateView icon="inbox" title="现在没有能发的" text="发布岗位、文章或通知后，就能在这里选" />;
  return (
    <>
      <Chips>
        {filterNames.map((name) => (
          <Chip
            key={name}
            text={filters[name].text}
            count={name === 'all' ? undefined : items.filter(filters[name].of).length}
            on={name === filter}
            onTap={() => setFilter(name)}
          />
        ))}
      </Chips>
      <View className="stack">
        {fresh.length === 0 && (
          <View className="ch-none">
            <Text className="grow">
              都发过了{urgent.length > 0 ? `，看快截止的 ${urgent.length} 个` : ''}
            </Text>
            {urgent.length > 0 && (
              <Button
                text="选上它们"
                look="quiet"
                onTap={() => {
                  setFilter('urgent');
                  onTick(urgent.slice(0, digestLimits.items).map(keyOf));
                }}
              />
            )}
          </View>
        )}
        {shown.length > 0 ? (
          <Card className="ch">
            {shown.map((item) => (
              <Row
                key={keyOf(item)}
                item={item}
                on={ticked.includes(keyOf(item))}
                now={now}
                onToggle={toggle}
              />
            ))}
          </Card>
        ) : (
          <StateView icon="inbox" title={`没有${filters[filter].text}的`} />
        )}
      </View>
    </>
  );
}

interface BarProps {
  chosen: Offered[];
  making: boolean;
  onMake: () => void;
}

/** What the choice comes to, and the way on. */
export const ChooseBar = ({ chosen, making, onMake }: BarProps) => (
  <ActionBar above={<Sum chosen={chosen} now={useNow()} />}>
    <Button
      text={chosen.length > 0 ? `生成 ${chosen.length} 条的文字和海报` : '先选要发的'}
      look="main"
      grow
      loading={making}
      disabled={chosen.length === 0}
      onTap={onMake}
    />
  </ActionBar>
);

function Sum({ chosen, now }: { chosen: Offered[]; now: Date }) {
  const byWechat = useSite().data?.wechatSignIn ?? false;
  if (chosen.length === 0) return <Text>还没有选</Text>;
  const style = { pay: true, link: true, apply: false };
  const parts = digestParts({ pieces: chosen, style, link: linkLike(byWechat), now });
  const doubtful = chosen.some(({ state }) => state === 'unverified');
  return (
    <Text>
      已选 <Text className="strong ch-n">{chosen.length} 条</Text>，约 {Math.round(lengthOf(parts) / 10) * 10}{' '}
      字，分 {parts.length} 条群消息{doubtful ? '。待核实的不建议发' : ''}
    </Text>
  );
}

interface RowProps {
  item: Offered;
  on: boolean;
  now: Date;
  onToggle: (key: string) => void;
}

function Row({ item, on, now, onToggle }: RowProps) {
  const pill = pillOfPiece(item, now);
  const quiet = item.sentAt !== null || item.state === 'unverified';
  return (
    <Tap
      className={cx('ch-r', quiet && 'ch-dim')}
      role="checkbox"
      label={`${item.title}，${item.from}`}
      checked={on}
      onTap={() => onToggle(keyOf(item))}
    >
      <View className={cx('ch-b', on && 'ch-on')}>{on && <Icon name="check" size={16} />}</View>
      <View className="grow">
        <Text className="ch-t">{item.title}</Text>
        <DotLine className="cap" parts={[item.from, item.place]} />
        {item.sentAt && (
          <View className="row cap ch-s">
            <Icon name="check" size={16} />
            <Text>{sentWords(item.sentAt, now)}</Text>
          </View>
        )}
      </View>
      {pill && <Pill {...pill} />}
    </Tap>
  );
}

const bones = ['a', 'b', 'c', 'd', 'e'];

export const ChooseBones = () => (
  <View className="stack" aria-label="正在取能发的内容">
    <Card className="ch">
      {bones.map((key) => (
        <View key={key} className="ch-r">
          <View className="grow">
            <Bone width={56} look="title" />
            <Bone width={38} />
          </View>
          <Bone width={20} look="pill" />
        </View>
      ))}
    </Card>
  </View>
);
