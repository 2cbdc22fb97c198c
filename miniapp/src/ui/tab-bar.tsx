import { Text, View } from '@tarojs/components';
import type { Page, Tab } from '@/app.pages';
import { badgeWords, useBadges } from '@/platform/badge';
import { open } from '@/platform/navigation';
import { cx } from './class-names';
import { Icon } from './icon/icon';
import type { IconName } from './icon/names';
import './tab-bar.scss';
import { Tap } from './tap';

const tabs: { tab: Tab; icon: IconName; text: string }[] = [
  { tab: 'home', icon: 'home', text: '首页' },
  { tab: 'jobs', icon: 'briefcase', text: '招聘' },
  { tab: 'questions', icon: 'chat', text: '问答' },
  { tab: 'me', icon: 'user', text: '我的' },
];

const railOnly: { tab: Page; icon: IconName; text: string }[] = [
  { tab: 'search', icon: 'search', text: '搜索' },
];

/** The browser's tab bar; WeChat draws its own from app.config.ts. */
export const TabBar = ({ current }: { current: Tab }) => (
  <View className="tabs">
    {tabs.map(({ tab, icon, text }) => (
      <Tap
        key={tab}
        className={cx('tabs-t', tab === current && 'tabs-on')}
        role="tab"
        label={text}
        checked={tab === current}
        onTap={() => open(tab)}
      >
        <Icon name={icon} />
        <Badge tab={tab} />
        <Text>{text}</Text>
      </Tap>
    ))}
  </View>
);

/** How much waits behind a tab. */
function Badge({ tab }: { tab: Page }) {
  const words = badgeWords(useBadges((badges) => badges[tab as Tab]));
  return words ? <Text className="tabs-n">{words}</Text> : null;
}

/** Stands at the left of wide windows in the place of the tab bar. */
export const Rail = ({ current }: { current: Page | undefined }) => (
  <View className="rail">
    <Text className="rail-l">启航</Text>
    {[...tabs.slice(0, 3), ...railOnly, ...tabs.slice(3)].map(({ tab, icon, text }) => (
      <Tap
        key={tab}
        className={cx('rail-t', tab === current && 'rail-on', tab === 'me' && 'rail-me')}
        role="link"
        label={text}
        onTap={() => open(tab)}
      >
        <Icon name={icon} />
        <Badge tab={tab} />
        <Text>{text}</Text>
      </Tap>
    ))}
  </View>
);
