import { filterTexts } from '@qihang/shared/jobs/filter-words';
import { degrees, jobKindNames, jobKinds } from '@qihang/shared/jobs/vocabulary';
import { useState } from 'react';
import { type Choice, ChoiceSheet } from '@/ui/choice-sheet';
import { useJobFacets } from '../hooks';
import { applyWords, changeFilters, filterTitles, type JobFilters } from './filters';
import { useJobCount } from './hooks';
import { type JobSheet, JobSortSheet } from './job-filter-bar';
import { MajorFilterSheet } from './major-filter-sheet';
import { MoreFilterSheet } from './more-filter-sheet';

interface Props {
  sheet: JobSheet | null;
  filters: JobFilters;
  onClose: () => void;
}

/** Whichever sheet of the job list is open. */
export const JobSheets = ({ sheet, filters, onClose }: Props) => (
  <>
    {sheet === 'major' && <MajorFilterSheet filters={filters} onClose={onClose} />}
    {sheet === 'more' && <MoreFilterSheet filters={filters} onClose={onClose} />}
    {(sheet === 'city' || sheet === 'degree' || sheet === 'kind') && (
      <ListFilterSheet name={sheet} filters={filters} onClose={onClose} />
    )}
    <JobSortSheet open={sheet === 'sort'} filters={filters} onClose={onClose} />
  </>
);

const fixedChoices: Partial<Record<JobSheet, Choice[]>> = {
  kind: jobKinds.map((value) => ({ value, text: jobKindNames[value] })),
  degree: degrees.filter((one) => one !== 'any').map((value) => ({ value, text: filterTexts.degree(value) })),
};

/** One filter with several answers; its button tells how many jobs the choice would find. */
function ListFilterSheet({
  name,
  filters,
  onClose,
}: Omit<Props, 'sheet'> & { name: 'city' | 'degree' | 'kind' }) {
  const facets = useJobFacets();
  const [ticked, setTicked] = useState<readonly string[]>(filters[name]);
  const count = useJobCount({ ...filters, [name]: ticked });
  const cities = facets?.cities ?? [];
  return (
    <ChoiceSheet
      open
      title={filterTitles[name]}
      choices={
        fixedChoices[name] ?? cities.map((one) => ({ value: one.name, text: one.name, count: one.count }))
      }
      value={filters[name]}
      applyText={() => applyWords(count)}
      onTick={setTicked}
      onApply={(value) => changeFilters({ [name]: value })}
      onClose={onClose}
      {...(name === 'city' ? { addHint: '找城市，或写一个' } : {})}
    />
  );
}
