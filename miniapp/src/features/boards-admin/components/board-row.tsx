import type { BoardSetting } from '@qihang/shared/boards/contract';
import { Text, View } from '@tarojs/components';
import { BoardMark } from '@/common/boards/board-mark';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { DotLine } from '@/ui/dot-line';
import { Switch } from '@/ui/form/choice-field';
import { boardParts } from '../words';
import './board-row.scss';

interface Props {
  board: BoardSetting;
  first: boolean;
  last: boolean;
  /** While a change of any board is on its way. */
  busy: boolean;
  onSwitch: () => void;
  onEdit: () => void;
  onMove: (by: -1 | 1) => void;
}

export const BoardRow = ({ board, first, last, busy, onSwitch, onEdit, onMove }: Props) => (
  <Card>
    <View className="row ba-h">
      <BoardMark board={board} colour={board.colour} />
      <View className="grow">
        <Text className="strong">{board.name}</Text>
        <DotLine className="cap" parts={boardParts(board)} />
      </View>
      <View className="row">
        <Switch label={`开放${board.name}`} on={board.enabled} disabled={busy} onChange={onSwitch} />
      </View>
    </View>
    <View className="ba-a">
      <Button text="修改" icon="pencil" look="quiet" disabled={busy} onTap={onEdit} />
      <Button text="上移" look="quiet" disabled={busy || first} onTap={() => onMove(-1)} />
      <Button text="下移" look="quiet" disabled={busy || last} onTap={() => onMove(1)} />
    </View>
  </Card>
);
