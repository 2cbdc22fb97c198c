import type { Board } from '@qihang/shared/boards/contract';
import {
  type ThreadTab,
  threadCategories,
  threadCategoryNames,
  threadTabNames,
  threadTabs,
} from '@qihang/shared/threads/vocabulary';
import { View } from '@tarojs/components';
import { Chip, Chips } from '@/ui/filter-bar';
import { Tabs } from '@/ui/tabs';
import { changeThreadFilters, type ThreadFilters } from '../filters';

type Counts = Record<ThreadTab, number | null>;

const tabWords = (tab: ThreadTab, counts: Counts | undefined) =>
  [threadTabNames[tab], counts?.[tab] ?? ''].join(' ').trim();

/** Which questions: with an answer, without one, mine, those I follow; each with how many there are. */
export const TabRow = ({ tab, counts }: { tab: ThreadTab; counts: Counts | undefined }) => (
  <Tabs
    tabs={threadTabs.map((value) => ({ value, text: tabWords(value, counts) }))}
    value={tab}
    onChange={(value) => changeThreadFilters({ tab: value })}
  />
);

/** The question boards, where there are several, and the categories within them. */
export const CategoryChips = ({ filters, boards }: { filters: ThreadFilters; boards: readonly Board[] }) => (
  <View>
    {boards.length > 0 && (
      <Chips>
        {[{ slug: '', name: '全部栏目' }, ...boards].map(({ slug, name }) => (
          <Chip
            key={slug}
            text={name}
            on={filters.board === slug}
            onTap={() => changeThreadFilters({ board: slug })}
          />
        ))}
      </Chips>
    )}
    <Chips>
      <Chip
        text="全部"
        on={filters.category === null}
        onTap={() => changeThreadFilters({ category: null })}
      />
      {threadCategories.map((category) => (
        <Chip
          key={category}
          text={threadCategoryNames[category]}
          on={filters.category === category}
          onTap={() => changeThreadFilters({ category })}
        />
      ))}
    </Chips>
  </View>
);
