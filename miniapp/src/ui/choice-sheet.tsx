import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from './button';
import './choice-sheet.scss';
import { Chip } from './filter-bar';
import { SearchField } from './search-bar';
import { Sheet } from './sheet';

export interface Choice {
  value: string;
  text: string;
  count?: number;
}

interface Props {
  open: boolean;
  title: string;
  choices: readonly Choice[];
  value: readonly string[];
  /** One answer: a tap chooses and closes. */
  single?: boolean;
  /** Lets people add words that are not on the list, with this hint in the field. */
  addHint?: string;
  /** Lets people find words of a long list, with this hint in the field. */
  searchHint?: string;
  /** Words of the button that applies; by default 确定. */
  applyText?: (value: readonly string[]) => string;
  /** What is ticked so far, to count what it would find. */
  onTick?: (value: readonly string[]) => void;
  onApply: (value: string[]) => void;
  onClose: () => void;
}

const toggled = (list: readonly string[], value: string) =>
  list.includes(value) ? list.filter((known) => known !== value) : [...list, value];

/** Chooses one or several words. Nothing changes outside until it is applied; 重置 empties the choice. */
export function ChoiceSheet(props: Props) {
  const {
    open,
    title,
    choices,
    value,
    single = false,
    addHint,
    searchHint,
    applyText,
    onTick,
    onApply,
    onClose,
  } = props;
  const [ticked, setTicked] = useState<readonly string[]>(value);
  const [word, setWord] = useState('');

  // Opens with what holds now, not with what an earlier visit left unapplied.
  useEffect(() => {
    if (!open) return;
    setTicked(value);
    setWord('');
  }, [open]);

  const tick = (next: readonly string[]) => {
    setTicked(next);
    onTick?.(next);
  };
  const apply = (next: readonly string[]) => {
    onApply([...next]);
    onClose();
  };
  const added: Choice[] = ticked
    .filter((text) => !choices.some((choice) => choice.value === text))
    .map((text) => ({ value: text, text }));
  const shown = [...added, ...choices].filter(({ text }) => text.includes(word.trim()));
  const hint = addHint ?? searchHint;
  const add = () => {
    const text = word.trim();
    if (text === '') return;
    setWord('');
    if (!ticked.includes(text)) tick([...ticked, text]);
  };

  const footer = single ? undefined : (
    <>
      <Button text="重置" look="quiet" tall disabled={ticked.length === 0} onTap={() => tick([])} />
      <Button text={applyText?.(ticked) ?? '确定'} look="main" grow onTap={() => apply(ticked)} />
    </>
  );
  return (
    <Sheet open={open} title={title} onClose={onClose} footer={footer}>
      {hint !== undefined && (
        <View className="row cs-q">
          <SearchField
            hint={hint}
            value={word}
            onChange={setWord}
            onSearch={addHint === undefined ? () => undefined : add}
          />
          {addHint !== undefined && word.trim() !== '' && <Button text="添加" onTap={add} />}
        </View>
      )}
      <View className="cs">
        {shown.map((choice) => (
          <Chip
            key={choice.value}
            text={choice.text}
            on={ticked.includes(choice.value)}
            count={choice.count}
            onTap={() => (single ? apply([choice.value]) : tick(toggled(ticked, choice.value)))}
          />
        ))}
      </View>
    </Sheet>
  );
}
