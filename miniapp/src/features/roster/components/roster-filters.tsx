import type { ClassSummary } from '@qihang/shared/verification/roster';
import { useState } from 'react';
import { ChoiceSheet } from '@/ui/choice-sheet';
import { Filter, FilterBar } from '@/ui/filter-bar';
import type { Binding, RosterFilter } from '../hooks';
import { bindingNames } from '../words';

type Part = 'year' | 'college' | 'className' | 'binding';

const titles = { year: '毕业年份', college: '学院', className: '班级', binding: '认证' } as const;

const distinct = (texts: readonly string[]) => [...new Set(texts)].map((text) => ({ value: text, text }));

interface Props {
  filter: RosterFilter;
  classes: readonly ClassSummary[];
  onChange: (part: Partial<RosterFilter>) => void;
}

export function RosterFilters({ filter, classes, onChange }: Props) {
  const [open, setOpen] = useState<Part | null>(null);
  const ofYear = classes.filter(
    ({ graduationYear }) => filter.year === null || graduationYear === filter.year,
  );
  const ofCollege = ofYear.filter(({ college }) => filter.college === null || college === filter.college);
  const choices = {
    year: distinct(classes.map(({ graduationYear }) => String(graduationYear))),
    college: distinct(ofYear.map(({ college }) => college)),
    className: distinct(ofCollege.map(({ className }) => className)),
    binding: Object.entries(bindingNames).map(([value, text]) => ({ value, text })),
  };
  const chosen = (part: Part) => (filter[part] === null ? [] : [String(filter[part])]);
  const apply = (part: Part, [value]: string[]) => {
    // One choice a filter: the last one ticked counts, none lifts it.
    if (part === 'year') onChange({ year: value === undefined ? null : Number(value), className: null });
    else if (part === 'college') onChange({ college: value ?? null, className: null });
    else if (part === 'className') onChange({ className: value ?? null });
    else onChange({ binding: (value as Binding) ?? null });
  };
  return (
    <>
      <FilterBar>
        {(['year', 'college', 'className', 'binding'] as const).map((part) => (
          <Filter key={part} text={titles[part]} count={chosen(part).length} onTap={() => setOpen(part)} />
        ))}
      </FilterBar>
      {open && (
        <ChoiceSheet
          open
          title={titles[open]}
          choices={choices[open]}
          value={chosen(open)}
          onApply={(value) => apply(open, value.slice(-1))}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
