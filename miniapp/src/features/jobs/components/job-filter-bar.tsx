import { degrees, jobKindNames, jobKinds, jobStateNames, jobStates } from '@qihang/shared/jobs/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type Choice, ChoiceSheet } from '@/ui/choice-sheet';
import { Chip, Chips, Filter, FilterBar } from '@/ui/filter-bar';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import {
  activeFilters,
  changeFilters,
  type FilterName,
  filterTexts,
  filterTitles,
  type JobFilters,
} from '../filters';
import { useJobCount, useJobFacets } from '../hooks';
import './job-filter-bar.scss';

interface Props {
  filters: JobFilters;
  /** Tells the page which sheet to draw; it stands outside the sticky bar. */
  onOpen: (name: FilterName) => void;
}

/** The row of filters below the search field. */
export const JobFilterBar = ({ filters, onOpen }: Props) => (
  <FilterBar>
    <Filter text="城市" count={filters.city.length} onTap={() => onOpen('city')} />
    <Filter text="学历" count={filters.degree.length} onTap={() => onOpen('degree')} />
    <Filter text="类型" count={filters.kind.length} onTap={() => onOpen('kind')} />
    <Filter text="专业" count={filters.major.length} onTap={() => onOpen('major')} />
    <Filter text="状态" count={filters.state.length} icon="sliders" onTap={() => onOpen('state')} />
  </FilterBar>
);

const ofNames = (names: Record<string, string>, values: readonly string[]): Choice[] =>
  values.map((value) => ({ value, text: names[value] ?? value }));

const fixedChoices: Partial<Record<FilterName, Choice[]>> = {
  kind: ofNames(jobKindNames, jobKinds),
  state: ofNames(jobStateNames, jobStates),
  degree: degrees.filter((one) => one !== 'any').map((value) => ({ value, text: filterTexts.degree(value) })),
};

const addHints: Partial<Record<FilterName, string>> = { city: '找城市，或写一个', major: '找专业，或写一个' };

/** The sheet of one filter; its button tells how many jobs the choice would find. */
export function JobFilterSheet({
  name,
  filters,
  onClose,
}: {
  name: FilterName | null;
  filters: JobFilters;
  onClose: () => void;
}) {
  const facets = useJobFacets();
  const [shown, setShown] = useState<FilterName>('city');
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  if (name !== null && name !== shown) setShown(name);
  const count = useJobCount({ ...filters, ...(ticked && { [shown]: ticked }) }, name !== null);
  const facet = shown === 'city' ? facets?.cities : shown === 'major' ? facets?.majors : undefined;
  const choices =
    fixedChoices[shown] ??
    (facet ?? []).map((one) => ({ value: one.name, text: one.name, count: one.count }));
  const addHint = addHints[shown];
  return (
    <ChoiceSheet
      open={name !== null}
      title={filterTitles[shown]}
      choices={choices}
      value={filters[shown]}
      applyText={() => (count === undefined ? '查看岗位' : `查看 ${count} 个岗位`)}
      onTick={setTicked}
      onApply={(value) => changeFilters({ [shown]: value })}
      onClose={() => {
        setTicked(null);
        onClose();
      }}
      {...(addHint === undefined ? {} : { addHint })}
    />
  );
}

/** Active filters, each lifted by a tap. */
export const JobChips = ({ filters }: { filters: JobFilters }) => (
  <Chips>
    {activeFilters(filters).map(({ key, text, without }) => (
      <Chip key={key} text={text} on removable onTap={() => changeFilters(without)} />
    ))}
  </Chips>
);

/** How many jobs the filters find, and in which order they stand. */
export function JobSorting({ filters }: { filters: JobFilters }) {
  const count = useJobCount(filters);
  const byDeadline = filters.sort === 'deadline';
  return (
    <View className="jso">
      {count !== undefined && <Text className="jso-n">{count} 个</Text>}
      <Tap
        className="jso-s"
        label={byDeadline ? '按截止时间排序，点按改为最新' : '按最新排序，点按改为最快截止'}
        onTap={() => changeFilters({ sort: byDeadline ? 'newest' : 'deadline' })}
      >
        <Text>{byDeadline ? '快截止' : '最新'}</Text>
        <Icon name="chevron-down" size={16} />
      </Tap>
    </View>
  );
}
