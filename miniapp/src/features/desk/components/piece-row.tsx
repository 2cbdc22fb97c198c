import type { DeskPiece } from '@qihang/shared/desk/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { LifeTag } from '@/common/content/life-tag';
import { ScheduleSheet } from '@/common/content/schedule-sheet';
import { Icon } from '@/ui/icon/icon';
import { MenuSheet } from '@/ui/menu-sheet';
import { Tap } from '@/ui/tap';
import { usePieceLife } from '../hooks';
import { openForm, openOwn, openPiece } from '../opening';
import { pieceWords } from '../words';
import './piece-row.scss';

interface Props {
  piece: DeskPiece;
  now: Date;
}

const kinds = { job: '岗位', post: '文章' } as const;

/** One of my pieces: its title, whether readers see it and why, and what can be done with it. */
export function PieceRow({ piece, now }: Props) {
  const [choosing, setChoosing] = useState(false);
  const { acts, sheet } = usePieceLife(piece);
  const { type, life, about, seen, viewer } = piece;
  const title = piece.title.trim() || `还没写标题的${kinds[type]}`;
  const words = pieceWords(piece, now);
  const seenWords = seen.now ? '读者现在看得到' : '读者现在看不到';
  // Pieces of a board that is off are opened by nobody.
  const openable = viewer.can.length > 0;
  const items = [
    ...(viewer.can.includes('edit')
      ? [{ icon: 'pencil' as const, text: '修改', run: () => openForm(piece) }]
      : []),
    ...(openable ? [{ icon: 'eye' as const, text: '看看读者看到的样子', run: () => openPiece(piece) }] : []),
    ...acts,
  ];
  return (
    <View className="pr">
      <Tap
        className="pr-m"
        role="link"
        label={`${title}，${seenWords}，${words}`}
        disabled={!openable}
        onTap={() => openOwn(piece)}
      >
        <View className="grow">
          <Text className="pr-t">{about ? `${title} · ${about}` : title}</Text>
          <View className="pr-s">
            <Icon name={seen.now ? 'eye' : 'eye-off'} size={16} className={seen.now ? 'pr-on' : ''} />
            <Text className="cap pr-w">{life === 'published' && !seen.now ? seen.why : words}</Text>
          </View>
        </View>
        <LifeTag life={life} />
      </Tap>
      {items.length > 0 && (
        <Tap className="pr-a" label={`管理 ${title}`} onTap={() => setChoosing(true)}>
          <Icon name="more" size={20} />
        </Tap>
      )}
      <MenuSheet open={choosing} title={title} items={items} onClose={() => setChoosing(false)} />
      <ScheduleSheet {...sheet} />
    </View>
  );
}
