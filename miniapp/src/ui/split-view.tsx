import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './split-view.scss';

/** A list beside what it opens, for wide windows: the list scrolls with the page, the pane stays and scrolls in itself. */
export const SplitView = ({ list, pane }: { list: ReactNode; pane: ReactNode }) => (
  <View className="split">
    <View className="split-l">{list}</View>
    <View className="split-p">{pane}</View>
  </View>
);

/**
 * A reading column and a narrow one beside it, inside `.cols-wide` on wide windows; else one column, `side` between
 * `head` and `main`.
 */
export const Columns = ({ head, side, main }: { head: ReactNode; side: ReactNode; main: ReactNode }) => (
  <View className="cols">
    <View className="cols-h">{head}</View>
    <View className="cols-s">{side}</View>
    <View className="cols-m">{main}</View>
  </View>
);

/** What stands in the pane of a SplitView: its text scrolls, `actions` (an ActionBar) stay at its foot. */
export const Pane = ({ actions, children }: { actions?: ReactNode; children: ReactNode }) => (
  <View className="pane">
    <View className="pane-s cols-wide">{children}</View>
    {actions}
  </View>
);
