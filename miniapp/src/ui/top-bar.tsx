import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { mayLeave } from '@/platform/leaving';
import { back } from '@/platform/navigation';
import { isSinglePage } from '@/platform/scene';
import { topRoom } from '@/platform/window';
import { a11y } from './a11y';
import { cx } from './class-names';
import { Icon } from './icon/icon';
import { Tap } from './tap';
import './top-bar.scss';

interface Props {
  tone?: 'page' | 'card' | 'deck';
  /** Stays below the row: filters, categories. */
  below?: ReactNode;
}

/** The bar at the top of a page: keeps clear of the status bar and shares its row with WeChat's capsule. */
export function TopBar({ tone = 'page', below, children }: PropsWithChildren<Props>) {
  const { statusBar, capsule } = topRoom();
  return (
    <View className={cx('tb', `tb-${tone}`)} style={{ paddingTop: `${statusBar}px` }}>
      <View className="tb-r" style={capsule > 0 ? { paddingRight: `${capsule}px` } : {}}>
        {children}
      </View>
      {below}
    </View>
  );
}

const goBack = async () => {
  if (await mayLeave()) back();
};

/** The bar of a page one can go back from. */
export function NavBar({
  title,
  tone = 'page',
  extra,
  below,
}: {
  title: string;
  tone?: 'page' | 'card';
  extra?: ReactNode;
  below?: ReactNode;
}) {
  const { capsule } = topRoom();
  return (
    <TopBar tone={tone} below={below}>
      {!isSinglePage() && (
        <Tap className="tb-b" label="返回" onTap={goBack}>
          <Icon name="back" />
        </Tap>
      )}
      <Text
        className={cx('tb-t', extra ? 'tb-tx' : false)}
        style={capsule > 0 ? { marginRight: `calc(var(--tap) - ${capsule}px)` } : {}}
        {...a11y({ role: 'heading' })}
      >
        {title}
      </Text>
      {extra}
    </TopBar>
  );
}

/** The title of a tab page, at the left. */
export const TitleBar = ({ title }: { title: string }) => (
  <TopBar>
    <Text className="tb-l" {...a11y({ role: 'heading' })}>
      {title}
    </Text>
  </TopBar>
);
