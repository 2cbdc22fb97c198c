import type { SearchHit } from '@qihang/shared/search/contract';
import { Text, View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { useBoards } from '@/common/boards/boards';
import { useNow } from '@/platform/clock';
import { back, open, usePageQuery, writeAddress } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { Chip, Chips } from '@/ui/filter-bar';
import { Icon } from '@/ui/icon/icon';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { SearchField } from '@/ui/search-bar';
import { SectionHeader } from '@/ui/section-header';
import { StateView } from '@/ui/state-view';
import { Tap } from '@/ui/tap';
import { TopBar } from '@/ui/top-bar';
import { HitCard, HitSkeleton } from '../../components/hit-card';
import { useRecentSearches, useSearch } from '../../hooks';
import './index.scss';

const keyOf = ({ type, id }: SearchHit) => type + id;
const pageOfType = { job: 'job', post: 'post', thread: 'thread' } as const;
const openHit = ({ type, id }: SearchHit) => {
  open(pageOfType[type], { id });
};

export default function SearchPage() {
  const { q: asked = '', board: askedBoard } = usePageQuery();
  const [typed, setTyped] = useState(asked);
  const [q, setQ] = useState(asked);
  const [board, setBoard] = useState<string | null>(askedBoard ?? null);
  const { recent, add, clear } = useRecentSearches();

  const search = (text: string) => {
    const words = text.trim();
    setTyped(words);
    setQ(words);
    setBoard(null);
    if (words !== '') add(words);
  };
  useEffect(() => {
    writeAddress('search', q === '' ? {} : { q, ...(board === null ? {} : { board }) });
  }, [q, board]);

  const header = (
    <TopBar tone="card">
      <Tap className="tb-b" label="返回" onTap={() => back()}>
        <Icon name="back" />
      </Tap>
      <SearchField
        hint="搜岗位、政策、问题"
        value={typed}
        focus={asked === ''}
        onChange={(text) => {
          setTyped(text);
          if (text === '') setQ('');
        }}
        onSearch={search}
      />
      <Tap className="srch-go" label="搜索" onTap={() => search(typed)}>
        <Text>搜索</Text>
      </Tap>
    </TopBar>
  );
  return (
    <PageFrame title={q === '' ? '搜索' : `搜索：${q}`} section="search" header={header}>
      {q === '' ? (
        <Recent recent={recent} onPick={search} onClear={clear} />
      ) : (
        <Results q={q} board={board} onBoard={setBoard} />
      )}
    </PageFrame>
  );
}

function Recent(props: { recent: string[]; onPick: (q: string) => void; onClear: () => void }) {
  const { recent, onPick, onClear } = props;
  if (recent.length === 0)
    return <StateView icon="search" title="搜什么都行" text="公司、岗位、城市、专业、政策；两个字也能搜到" />;
  return (
    <View>
      <SectionHeader
        title="最近搜过"
        more={{ text: <Text>清空</Text>, label: '清空最近搜过', onTap: onClear }}
      />
      <View className="srch-recent">
        {recent.map((one) => (
          <Chip key={one} text={one} onTap={() => onPick(one)} />
        ))}
      </View>
    </View>
  );
}

function Results(props: { q: string; board: string | null; onBoard: (board: string | null) => void }) {
  const { q, board, onBoard } = props;
  const list = useSearch(q, board);
  const { data: boards } = useBoards();
  const now = useNow();
  const nameOf = useCallback(
    (slug: string) => boards?.items.find((one) => one.slug === slug)?.name ?? '其他',
    [boards],
  );
  const renderItem = useCallback(
    (hit: SearchHit) => <HitCard hit={hit} boardName={nameOf(hit.board)} now={now} onOpen={openHit} />,
    [nameOf, now],
  );
  const searched = boards?.items.find(({ slug }) => slug === board);
  const ask = () =>
    open('ask', { title: q, ...(searched?.kind === 'thread' ? { board: searched.slug } : {}) });
  const counts = list.pages[0]?.counts ?? {};
  const found = (boards?.items ?? []).filter(({ slug }) => (counts[slug] ?? 0) > 0 || slug === board);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <View>
      {found.length > 0 && (
        <View className="srch-boards">
          <Chips>
            <Chip text="全部" count={total} on={board === null} onTap={() => onBoard(null)} />
            {found.map(({ slug, name }) => (
              <Chip
                key={slug}
                text={name}
                count={counts[slug] ?? 0}
                on={board === slug}
                onTap={() => onBoard(slug)}
              />
            ))}
          </Chips>
        </View>
      )}
      <PagedList
        list={list}
        what="结果"
        keyOf={keyOf}
        renderItem={renderItem}
        skeleton={<HitSkeleton />}
        ageOf={(since) => momentWords(since, now)}
        empty={
          <StateView
            title={`没有找到“${q}”`}
            text="换个短一点的词；或者问一问，值班的骨干会答复"
            actions={
              <>
                <Button text="就这个提问" look="main" onTap={ask} />
                {board !== null && <Button text="搜全部栏目" onTap={() => onBoard(null)} />}
              </>
            }
          />
        }
        end={<ListEnd text={`“${q}”的结果都看完了`} />}
      />
    </View>
  );
}
