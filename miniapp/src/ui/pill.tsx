import { Text, View } from '@tarojs/components';
import { DotLine } from './dot-line';
import { Icon } from './icon/icon';
import './pill.scss';

/** Hotter as time runs out; each state also has its own dial, so that colour never stands alone. */
export type PillState = 'far' | 'week' | 'soon' | 'today' | 'open' | 'recheck' | 'closed';

interface Props {
  state: PillState;
  /** One or two parts: `剩 2 天`, `11/22`. */
  words: string[];
}

/** The deadline pill, at the left edge of each card so that the eye runs down one column. */
export const Pill = ({ state, words }: Props) => (
  <View className={`pill pill-${state}`}>
    <Icon name={`dial-${state}`} className="dial" />
    {words.length === 1 ? <Text>{words[0]}</Text> : <DotLine parts={words} />}
  </View>
);
