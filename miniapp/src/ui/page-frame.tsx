import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import type { Page, Tab } from '@/app.pages';
import { usePageTitle, useShown } from '@/platform/page';
import { dressOutside, useLargeText, useReadingClass } from '@/platform/reading';
import { isH5 } from '@/platform/target';
import { cx } from './class-names';
import './page-frame.scss';
import { Question } from './question';
import { Rail, TabBar } from './tab-bar';
import { Toast } from './toast';
import { NavBar } from './top-bar';

interface Props {
  /** Names the page in the browser and, without `barTitle`, in its bar. */
  title: string;
  barTitle?: string;
  /** Set on the tab pages. */
  tab?: Tab;
  /** Where this page stands on the rail of wide windows. */
  section?: Page;
  /** Takes the place of the bar with the title and the way back. */
  header?: ReactNode;
  /** An ActionBar. */
  actions?: ReactNode | undefined;
  /** Width of the content on wide windows: a reading column, or all there is. */
  width?: 'read' | 'full';
  /** Room for a bar with a line above its buttons. */
  tallActions?: boolean;
}

/** The root of every page: theme, text size, bars, rail and toast. */
export function PageFrame(props: PropsWithChildren<Props>) {
  const {
    title,
    barTitle = title,
    tab,
    section,
    header,
    actions,
    width = 'read',
    tallActions = false,
    children,
  } = props;
  const reading = useReadingClass();
  const large = useLargeText();
  usePageTitle(title);
  useShown(() => {
    if (tab) dressOutside();
  });
  return (
    <View
      className={cx(
        'pf',
        reading,
        large && 'lg',
        tab && isH5 && 'pf-tab',
        actions !== undefined && 'pf-act',
        tallActions && 'pf-act2',
      )}
    >
      {isH5 && <Rail current={tab ?? section} />}
      {header ?? <NavBar title={barTitle} />}
      <View className={`pf-${width}`}>{children}</View>
      {actions}
      {isH5 && tab && <TabBar current={tab} />}
      <Question />
      <Toast />
    </View>
  );
}
