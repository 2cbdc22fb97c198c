import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '@/ui/button';
import { cx } from '@/ui/class-names';
import { Chip } from '@/ui/filter-bar';
import { Icon } from '@/ui/icon/icon';
import { SearchField } from '@/ui/search-bar';
import { Sheet } from '@/ui/sheet';
import { Tap } from '@/ui/tap';
import { useJobFacets } from '../hooks';
import { useMajors } from '../majors/hooks';
import { type MajorTree, searchedMajors, toggled, toggledMajor } from '../majors/major-tree';
import { applyWords, changeFilters, type JobFilters } from './filters';
import { useJobCount } from './hooks';
import './filter-sheet.scss';

const shownFound = 40;
const shownFrequent = 12;
const emptyTree: MajorTree = { categories: [] };

/** Majors by category and class: a class finds every posting that asks for one of its majors. */
export function MajorFilterSheet({ filters, onClose }: { filters: JobFilters; onClose: () => void }) {
  const tree = useMajors(true).data ?? emptyTree;
  const facets = useJobFacets();
  const [ticked, setTicked] = useState<readonly string[]>(filters.major);
  const [word, setWord] = useState('');
  const [category, setCategory] = useState<string | null>(null);
  const count = useJobCount({ ...filters, major: [...ticked] });
  const text = word.trim();
  const tick = (value: string) => setTicked(toggledMajor(tree, ticked, value));
  const chip = (value: string, name = value) => (
    <Chip key={value} text={name} on={ticked.includes(value)} onTap={() => tick(value)} />
  );
  const found = text === '' ? [] : searchedMajors(tree, text, shownFound);
  const frequent = (facets?.majors ?? []).slice(0, shownFrequent).map(({ name }) => name);
  const add = () => {
    if (text === '') return;
    if (!ticked.includes(text)) tick(text);
    setWord('');
  };
  return (
    <Sheet
      open
      title="专业"
      onClose={onClose}
      footer={
        <>
          <Button text="重置" look="quiet" tall disabled={ticked.length === 0} onTap={() => setTicked([])} />
          <Button
            text={applyWords(count)}
            look="main"
            grow
            onTap={() => {
              changeFilters({ major: [...ticked] });
              onClose();
            }}
          />
        </>
      }
    >
      <View className="row cs-q">
        <SearchField hint="找专业或专业类" value={word} onChange={setWord} onSearch={add} />
        {text !== '' && !found.includes(text) && <Button text="添加" onTap={add} />}
      </View>
      {text !== '' ? (
        <View className="cs">{found.map((name) => chip(name))}</View>
      ) : (
        <>
          <View className="cs">{[...new Set([...ticked, ...frequent])].map((name) => chip(name))}</View>
          {tree.categories.map((one) => (
            <Category
              key={one.value}
              category={one}
              open={category === one.value}
              chip={chip}
              onTap={() => setCategory(category === one.value ? null : one.value)}
            />
          ))}
        </>
      )}
    </Sheet>
  );
}

interface CategoryProps {
  category: MajorTree['categories'][number];
  open: boolean;
  chip: (value: string, name?: string) => ReactNode;
  onTap: () => void;
}

/** One category: its classes when open, and the majors of a class when that is opened too. */
function Category({ category, open, chip, onTap }: CategoryProps) {
  const [classes, setClasses] = useState<readonly string[]>([]);
  return (
    <View>
      <Fold text={category.name} open={open} onTap={onTap} />
      {open && <View className="cs">{chip(category.value, `${category.name}全部`)}</View>}
      {open &&
        category.classes.map(({ name, majors }) => (
          <View key={name} className="fs-in">
            <Fold
              text={name}
              open={classes.includes(name)}
              onTap={() => setClasses(toggled(classes, name))}
            />
            {classes.includes(name) && (
              <View className="cs">
                {chip(name, `${name}全部`)}
                {majors.map((major) => chip(major))}
              </View>
            )}
          </View>
        ))}
    </View>
  );
}

const Fold = ({ text, open, onTap }: { text: string; open: boolean; onTap: () => void }) => (
  <Tap className={cx('fs-c', open && 'fs-c-o')} label={open ? `收起${text}` : `展开${text}`} onTap={onTap}>
    <Text className="fs-c-t">{text}</Text>
    <Icon name="chevron-down" size={16} className="fs-c-i" />
  </Tap>
);
