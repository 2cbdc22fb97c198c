import type { ClassSummary } from '@qihang/shared/verification/roster';
import { classCodeDays } from '@qihang/shared/verification/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Chip, Chips } from '@/ui/filter-bar';
import { Note } from '@/ui/note';
import { SearchField } from '@/ui/search-bar';
import { Sheet } from '@/ui/sheet';
import { useCreateCode } from '../hooks';
import { classKey, classWords } from '../words';

const terms = [
  { days: 7, text: '7 天' },
  { days: classCodeDays.default, text: '30 天' },
  { days: 90, text: '90 天' },
  { days: classCodeDays.max, text: '半年' },
];

/** As many as one can look through; the rest is found by its name. */
const shownClasses = 30;

/** A code for one of the classes that have none. */
export function NewCodeSheet({
  classes,
  onClose,
}: {
  classes: readonly ClassSummary[];
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<ClassSummary>();
  const [days, setDays] = useState<number>(classCodeDays.default);
  const [words, setWords] = useState('');
  const create = useCreateCode();
  const found = classes.filter((one) => `${one.college}${classWords(one)}`.includes(words.trim()));
  const save = () => {
    if (!chosen) return;
    const { college, className, graduationYear } = chosen;
    create.mutate(
      { college, className, graduationYear, days },
      {
        onSuccess: () => {
          toast(`${className}的邀请码生成了`);
          onClose();
        },
      },
    );
  };
  return (
    <Sheet
      open
      title="生成邀请码"
      onClose={onClose}
      footer={
        <Button
          text={chosen ? `给${chosen.className}生成` : '先选一个班'}
          look="main"
          grow
          disabled={!chosen}
          loading={create.isPending}
          onTap={save}
        />
      }
    >
      <View className="cards">
        {create.error && <Note tone="red" icon="alert" text={asApiError(create.error).message} />}
        <SearchField hint="找班级、学院" value={words} onChange={setWords} onSearch={setWords} />
        <View className="cs">
          {found.slice(0, shownClasses).map((one) => (
            <Chip
              key={classKey(one)}
              text={`${classWords(one)}（${one.bound}/${one.total}）`}
              on={chosen !== undefined && classKey(chosen) === classKey(one)}
              onTap={() => setChosen(one)}
            />
          ))}
        </View>
        {found.length > shownClasses && (
          <Text className="cap">还有 {found.length - shownClasses} 个班，写上名字来找</Text>
        )}
        {found.length === 0 && <Text className="cap">没有这样的班，或都已有邀请码</Text>}
        <Text className="meta">有效多久</Text>
        <Chips>
          {terms.map((term) => (
            <Chip key={term.days} text={term.text} on={days === term.days} onTap={() => setDays(term.days)} />
          ))}
        </Chips>
      </View>
    </Sheet>
  );
}
