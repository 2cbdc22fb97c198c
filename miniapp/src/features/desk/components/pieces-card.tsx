import type { Desk, DeskPiece } from '@qihang/shared/desk/contract';
import type { DeskShow } from '@qihang/shared/desk/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { failureWords } from '@/platform/retrying';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { Bone } from '@/ui/skeleton';
import { Tabs } from '@/ui/tabs';
import { Tap } from '@/ui/tap';
import { usePieces } from '../hooks';
import { PieceRow } from './piece-row';
import './pieces-card.scss';

interface Props {
  counts: Pick<Desk, DeskShow>;
  now: Date;
}

const names: Record<DeskShow, string> = { unfinished: '没发完', published: '已发布', withdrawn: '已下架' };
const nothing: Record<DeskShow, string> = {
  unfinished: '没有没发完的。草稿、退回的、定时的、待审的会排在这里',
  published: '还没有发布过。发布的岗位和文章会排在这里',
  withdrawn: '没有下架的',
};
const shows = ['unfinished', 'published', 'withdrawn'] as const satisfies readonly DeskShow[];

/** My articles and jobs, by whether readers have yet to see them, see them, or see them no more. */
export function PiecesCard({ counts, now }: Props) {
  const [show, setShow] = useState<DeskShow>('unfinished');
  return (
    <Card className="pc">
      <View className="pc-t">
        <Tabs
          tabs={shows.map((value) => ({ value, text: `${names[value]} ${counts[value]}` }))}
          value={show}
          onChange={setShow}
        />
      </View>
      <Pieces key={show} show={show} now={now} />
    </Card>
  );
}

const keyOf = ({ type, id }: DeskPiece) => `${type} ${id}`;
const bones = ['a', 'b', 'c'];

function Pieces({ show, now }: { show: DeskShow; now: Date }) {
  const { pages, status, error, more, loadMore, refresh } = usePieces(show);
  if (status === 'loading')
    return (
      <View aria-label="正在取内容">
        {bones.map((key) => (
          <View key={key} className="pc-b">
            <Bone width={62} look="title" />
            <Bone width={40} />
          </View>
        ))}
      </View>
    );
  if (status === 'failed')
    return (
      <View className="pc-e">
        <Note
          tone="warm"
          icon="alert"
          text={`没能取到：${error ? failureWords(error) : ''}`}
          action={{ text: '重试', onTap: () => refresh() }}
        />
      </View>
    );
  const pieces = pages.flatMap(({ items }) => items);
  if (pieces.length === 0) return <Text className="meta pc-0">{nothing[show]}</Text>;
  return (
    <>
      {pieces.map((piece) => (
        <PieceRow key={keyOf(piece)} piece={piece} now={now} />
      ))}
      {more !== 'none' && (
        <Tap className="pc-m" label="更多" disabled={more === 'loading'} onTap={loadMore}>
          <Text>{more === 'loading' ? '请稍候…' : '更多'}</Text>
        </Tap>
      )}
    </>
  );
}
