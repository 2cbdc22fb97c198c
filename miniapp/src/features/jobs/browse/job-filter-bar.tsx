import { type JobSort, jobSorts } from '@qihang/shared/jobs/vocabulary';
import { Text, View } from '@tarojs/components';
import { useBoard } from '@/common/boards/boards';
import { useSession } from '@/platform/session';
import { ChoiceSheet } from '@/ui/choice-sheet';
import { Chip, Chips, Filter, FilterBar } from '@/ui/filter-bar';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import { activeFilters, changeFilters, type JobFilters, moreCount } from './filters';
import { useJobCount } from './hooks';
import './job-filter-bar.scss';

/** The sheets of the job list; the page draws them outside its sticky bar. */
export type JobSheet = 'city' | 'degree' | 'kind' | 'major' | 'more' | 'sort';

interface Props {
  filters: JobFilters;
  onOpen: (sheet: JobSheet) => void;
}

/** The row of filters below the search field. */
export const JobFilterBar = ({ filters, onOpen }: Props) => (
  <FilterBar>
    <Filter text="城市" count={filters.city.length} onTap={() => onOpen('city')} />
    <Filter text="学历" count={filters.degree.length} onTap={() => onOpen('degree')} />
    <Filter text="类型" count={filters.kind.length} onTap={() => onOpen('kind')} />
    <Filter text="专业" count={filters.major.length} onTap={() => onOpen('major')} />
    <Filter text="更多" count={moreCount(filters)} icon="sliders" onTap={() => onOpen('more')} />
  </FilterBar>
);

/** Active filters, each lifted by a tap. */
export function JobChips({ filters }: { filters: JobFilters }) {
  const board = useBoard(filters.board);
  return (
    <Chips>
      {board && <Chip text={board.name} on removable onTap={() => changeFilters({ board: '' })} />}
      {activeFilters(filters).map(({ key, text, without }) => (
        <Chip key={key} text={text} on removable onTap={() => changeFilters(without)} />
      ))}
    </Chips>
  );
}

const sortNames = { newest: '最新', deadline: '快截止', match: '匹配' } as const satisfies Record<
  JobSort,
  string
>;

/** How many jobs the filters find, and in which order they stand. */
export function JobSorting({ filters, onOpen }: Props) {
  const count = useJobCount(filters);
  const name = sortNames[filters.sort];
  return (
    <View className="jso">
      {count !== undefined && <Text className="jso-n">{count} 个</Text>}
      <Tap className="jso-s" label={`排序：${name}，点按更换`} onTap={() => onOpen('sort')}>
        <Text>{name}</Text>
        <Icon name="chevron-down" size={16} />
      </Tap>
    </View>
  );
}

const sortTexts = {
  newest: '最新发布',
  deadline: '最快截止',
  match: '和我最匹配',
} as const satisfies Record<JobSort, string>;

/** Offers 匹配 only where somebody is known to match against. */
export function JobSortSheet({
  open,
  filters,
  onClose,
}: {
  open: boolean;
  filters: JobFilters;
  onClose: () => void;
}) {
  const signedIn = useSession(({ token }) => token !== null);
  const offered = jobSorts.filter((sort) => sort !== 'match' || signedIn);
  return (
    <ChoiceSheet
      open={open}
      title="排序"
      single
      choices={offered.map((value) => ({ value, text: sortTexts[value] }))}
      value={[filters.sort]}
      onApply={([sort]) => changeFilters({ sort: sort as JobSort })}
      onClose={onClose}
    />
  );
}
