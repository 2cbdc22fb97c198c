import { View } from '@tarojs/components';
import { memo, type ReactNode } from 'react';
import type { CursorPages, Page } from '@/platform/cursor-pages';
import { useNearEnd, usePullDown } from '@/platform/page';
import { failureWords } from '@/platform/retrying';
import { Button } from './button';
import { Cards } from './card';
import { Chunk } from './chunk';
import { OfflineBar } from './offline-bar';
import './paged-list.scss';
import { StateView } from './state-view';

interface Props<T> {
  list: CursorPages<T, Page<T>>;
  /** What the rows are, in words: 岗位. */
  what: string;
  keyOf: (item: T) => string;
  /** Must keep its identity between renders, else every row is drawn again. */
  renderItem: (item: T) => ReactNode;
  /** One row in grey, drawn while the first page loads. */
  skeleton: ReactNode;
  empty: ReactNode;
  end: ReactNode;
  /** A person's words for the age of what is shown: 今天 08:12. */
  ageOf: (since: Date) => string;
}

interface RowsProps<T> {
  items: T[];
  keyOf: (item: T) => string;
  renderItem: (item: T) => ReactNode;
}

const Row = memo(function Row<T>({ item, renderItem }: { item: T; renderItem: (item: T) => ReactNode }) {
  return <>{renderItem(item)}</>;
}) as <T>(props: { item: T; renderItem: (item: T) => ReactNode }) => ReactNode;

const Rows = memo(function Rows<T>({ items, keyOf, renderItem }: RowsProps<T>) {
  return (
    <Chunk>
      <Cards className="pl-page">
        {items.map((item) => (
          <Row key={keyOf(item)} item={item} renderItem={renderItem} />
        ))}
      </Cards>
    </Chunk>
  );
}) as <T>(props: RowsProps<T>) => ReactNode;

const bones = ['a', 'b', 'c', 'd', 'e'];

/** A list with its five states: loading, empty, failed, old (offline), and its end. Reads on when the page ends. */
export function PagedList<T>({ list, what, keyOf, renderItem, skeleton, empty, end, ageOf }: Props<T>) {
  usePullDown(list.refresh);
  useNearEnd(list.loadMore);

  if (list.status === 'loading')
    return (
      <View className="stack" aria-label={`正在取${what}`}>
        <Cards>
          {bones.map((key) => (
            <View key={key}>{skeleton}</View>
          ))}
        </Cards>
      </View>
    );

  if (list.status === 'failed')
    return (
      <StateView
        icon={list.error?.code === 'network' ? 'wifi-off' : 'alert'}
        title={`没能取到${what}`}
        text={list.error ? failureWords(list.error) : ''}
        requestId={list.error?.requestId}
        actions={<Button text="重试" icon="refresh" look="main" onTap={() => list.refresh()} />}
      />
    );

  const isEmpty = list.pages.every(({ items }) => items.length === 0);
  return (
    <View>
      {list.staleSince && (
        <OfflineBar
          age={ageOf(list.staleSince)}
          what={what}
          offline={list.error?.code === 'network'}
          onRetry={() => list.refresh()}
        />
      )}
      {isEmpty ? (
        empty
      ) : (
        <View className="stack">
          <Cards>
            {list.pages.map((page, index) => (
              <Rows key={index} items={page.items} keyOf={keyOf} renderItem={renderItem} />
            ))}
          </Cards>
          {list.more === 'none' ? (
            end
          ) : (
            <View className="pl-more">
              <Button
                text={`更多${what}`}
                look="quiet"
                loading={list.more === 'loading'}
                onTap={list.loadMore}
              />
            </View>
          )}
        </View>
      )}
    </View>
  );
}
