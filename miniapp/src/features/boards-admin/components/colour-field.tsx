import type { Board } from '@qihang/shared/boards/contract';
import { type BoardColour, boardColours } from '@qihang/shared/boards/vocabulary';
import { Text, View } from '@tarojs/components';
import { BoardMark } from '@/common/boards/board-mark';
import { cx } from '@/ui/class-names';
import { Field } from '@/ui/form/field';
import { Tap } from '@/ui/tap';
import { colourNames } from '../words';
import './colour-field.scss';

interface Props {
  board: Pick<Board, 'slug' | 'kind' | 'strip' | 'sourceRequired'>;
  value: BoardColour;
  error: string | undefined;
  onChange: (colour: BoardColour) => void;
}

/** The colour of a tile, each shown on the icon that the board has on the home page. */
export const ColourField = ({ board, value, error, onChange }: Props) => (
  <Field label="颜色" error={error}>
    <View className="hue">
      {boardColours.map((colour) => (
        <Tap
          key={colour}
          className={cx('hue-c', colour === value && 'hue-on')}
          role="radio"
          label={colourNames[colour]}
          checked={colour === value}
          onTap={() => onChange(colour)}
        >
          <BoardMark board={board} colour={colour} />
          <Text>{colourNames[colour]}</Text>
        </Tap>
      ))}
    </View>
  </Field>
);
