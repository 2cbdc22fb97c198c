import type { Holding } from '@qihang/shared/people/contract';
import { holdingNames } from '@qihang/shared/people/vocabulary';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useBoards } from '@/common/boards/boards';
import { open } from '@/platform/navigation';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { Chip } from '@/ui/filter-bar';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import { boardWords, untilWords } from '../words';
import { ReassignSheet } from './reassign-sheet';
import './things.scss';

interface Props<T extends Holding> {
  items: readonly T[];
  total: number;
  now: Date;
  /** Whether the reader may give them to somebody. */
  movable: boolean;
  /** Above the list. */
  head?: ReactNode;
  /** A second line of a thing. */
  noteOf?: (thing: T) => string;
}

const keyOf = ({ type, id }: Holding) => `${type}:${id}`;

/** Things with who answers for them, to be ticked and given to another person together. */
export function Things<T extends Holding>({ items, total, now, movable, head, noteOf }: Props<T>) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [giving, setGiving] = useState(false);
  const boards = useBoards().data?.items ?? [];
  // What was moved is gone from the list: it does not count any more.
  const chosen = items.filter((thing) => ticked.includes(keyOf(thing)));
  const all = chosen.length === items.length;
  const toggle = (key: string) =>
    setTicked((before) => (before.includes(key) ? before.filter((one) => one !== key) : [...before, key]));
  return (
    <>
      <Cards className="stack">
        {head}
        {movable && (
          <View className="row">
            <Chip
              text={all ? '全不选' : '全选'}
              on={all}
              onTap={() => setTicked(all ? [] : items.map(keyOf))}
            />
            <Text className="cap grow th-n">
              {total > items.length ? `共 ${total} 项，先列最急的 ${items.length} 项` : `共 ${total} 项`}
            </Text>
          </View>
        )}
        {items.map((thing) => (
          <Card key={keyOf(thing)} className="th">
            {movable && (
              <Tap
                className="th-c"
                role="checkbox"
                label={`选择${thing.title}`}
                checked={ticked.includes(keyOf(thing))}
                onTap={() => toggle(keyOf(thing))}
              >
                <View className={ticked.includes(keyOf(thing)) ? 'th-b th-b-on' : 'th-b'}>
                  {ticked.includes(keyOf(thing)) && <Icon name="check" size={16} />}
                </View>
              </Tap>
            )}
            <Tap
              className="grow th-t"
              role="link"
              label={`打开${thing.title}`}
              onTap={() => open(thing.type, { id: thing.id })}
            >
              <Text className="th-l">{thing.title}</Text>
              <Text className="th-m">
                {holdingNames[thing.type]}，{boardWords([thing.board], boards)}，{untilWords(thing, now)}
              </Text>
              {noteOf && <Text className="th-m th-w">{noteOf(thing)}</Text>}
            </Tap>
          </Card>
        ))}
      </Cards>
      {movable && (
        <ActionBar>
          <Button
            text={chosen.length > 0 ? `转交 ${chosen.length} 项` : '先选要转交的'}
            icon="send"
            look="main"
            grow
            disabled={chosen.length === 0}
            onTap={() => setGiving(true)}
          />
        </ActionBar>
      )}
      {giving && <ReassignSheet things={chosen} onClose={() => setGiving(false)} />}
    </>
  );
}
