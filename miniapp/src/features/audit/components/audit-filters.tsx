import { auditActions, auditTargets } from '@qihang/shared/audit/vocabulary';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ChoiceSheet } from '@/ui/choice-sheet';
import { Chip, Chips, Filter, FilterBar } from '@/ui/filter-bar';
import { SearchField } from '@/ui/search-bar';
import { type Filter as AuditFilter, type Span, spanNames, spans } from '../filter';
import { actorName, targetWords } from '../words';
import './audit-filters.scss';

const actionChoices = Object.entries(auditActions).map(([value, { name }]) => ({ value, text: name }));
const anything = { value: '', text: '不限' };
const targetChoices = [anything, ...Object.entries(auditTargets).map(([value, text]) => ({ value, text }))];
const spanChoices = spans.map((value) => ({ value, text: spanNames[value] }));

interface Props {
  filter: AuditFilter;
  onChange: (change: Partial<AuditFilter>) => void;
}

/** By person, act, kind of thing and time. */
export function AuditFilters({ filter, onChange }: Props) {
  const { name, action, targetType, span, actor, target } = filter;
  const [typed, setTyped] = useState(name);
  const [choosing, setChoosing] = useState<'action' | 'target' | 'span'>();
  const close = () => setChoosing(undefined);
  const search = (text: string) => onChange({ name: text.trim() });
  return (
    <View className="af">
      <View className="stack">
        <SearchField
          hint="操作人的姓名"
          value={typed}
          onChange={(text) => {
            setTyped(text);
            if (text === '') search('');
          }}
          onSearch={() => search(typed)}
        />
      </View>
      <FilterBar>
        <Filter text="操作" count={action.length} onTap={() => setChoosing('action')} />
        <Filter text="对象" count={targetType === null ? 0 : 1} onTap={() => setChoosing('target')} />
        <Filter text="时间" count={span === 'all' ? 0 : 1} onTap={() => setChoosing('span')} />
      </FilterBar>
      {(actor || target || name !== '') && (
        <Chips>
          {name !== '' && (
            <Chip
              text={`姓名含“${name}”`}
              on
              removable
              onTap={() => {
                setTyped('');
                search('');
              }}
            />
          )}
          {actor && <Chip text={actorName(actor)} on removable onTap={() => onChange({ actor: null })} />}
          {target && (
            <Chip text={targetWords(target)} on removable onTap={() => onChange({ target: null })} />
          )}
        </Chips>
      )}
      <ChoiceSheet
        open={choosing === 'action'}
        title="操作"
        choices={actionChoices}
        value={action}
        onApply={(chosen) => onChange({ action: chosen })}
        onClose={close}
      />
      <ChoiceSheet
        open={choosing === 'target'}
        title="对象"
        single
        choices={targetChoices}
        value={[targetType ?? '']}
        onApply={([chosen]) => onChange({ targetType: chosen || null, target: null })}
        onClose={close}
      />
      <ChoiceSheet
        open={choosing === 'span'}
        title="时间"
        single
        choices={spanChoices}
        value={[span]}
        onApply={([chosen]) => onChange({ span: (chosen as Span | undefined) ?? 'all' })}
        onClose={close}
      />
    </View>
  );
}
