import type { Revision } from '@qihang/shared/revisions/contract';
import { foldMinutes } from '@qihang/shared/revisions/vocabulary';
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useNow } from '@/platform/clock';
import { back, open, signInFirst, usePageQuery } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { useWide } from '@/platform/window';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { ListEnd } from '@/ui/list-end';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { SplitView } from '@/ui/split-view';
import { StateView } from '@/ui/state-view';
import { SeenCard } from '../../components/seen-card';
import { CopyRow, VersionRow, VersionSkeleton } from '../../components/version-row';
import { VersionView } from '../../components/version-view';
import { pieceOf, useRevisions, useWorkingCopies } from '../../hooks';
import { openForm, useVersionBack } from '../../put-back';

const keyOf = ({ rev }: Revision) => String(rev);
/** A person who saved so lately is still at it. */
const atItMs = 10 * 60_000;

export default function HistoryPage() {
  const piece = pieceOf(usePageQuery());
  const { type, id } = piece;
  const signedIn = useSession(({ token }) => token !== null);
  const now = useNow();
  const wide = useWide();
  const list = useRevisions(piece, signedIn);
  const copies = useWorkingCopies(piece, signedIn).data;
  const [selected, setSelected] = useState<number>();
  const first = list.pages[0];
  const newest = first?.items[0];
  const shown = wide ? (selected ?? newest?.rev) : undefined;
  const { life = 'draft', version = 0 } = first ?? {};
  const versionBack = useVersionBack(piece, { life, version, hasCopy: copies?.copy != null });
  const { use } = versionBack;

  const openVersion = useCallback(
    ({ rev }: Revision) => {
      if (wide) setSelected(rev);
      else open('revision', { type, id, rev });
    },
    [wide, type, id],
  );
  const newestRev = newest?.rev;
  const renderItem = useCallback(
    (revision: Revision) => (
      <VersionRow
        revision={revision}
        now={now}
        selected={revision.rev === shown}
        isNewest={revision.rev === newestRev}
        onOpen={openVersion}
        onPutBack={({ rev }) => use(rev)}
      />
    ),
    [now, shown, newestRev, openVersion, use],
  );
  const atIt = copies?.others.filter(({ savedAt }) => now.getTime() - Date.parse(savedAt) < atItMs) ?? [];

  const versions = (
    <View className="stack cards">
      {first && <SeenCard life={first.life} newest={newest} now={now} />}
      {atIt.length > 0 && (
        <Note icon="pencil" tone="warm" text={`${atIt.map(({ by }) => by).join('、')} 也在改，还没发布`} />
      )}
      {copies?.copy && (
        <CopyRow
          text={`${momentWords(new Date(copies.copy.savedAt), now)} 存的，读者看不到`}
          onTap={() => openForm(piece)}
        />
      )}
      <PagedList
        list={list}
        what="历史"
        keyOf={keyOf}
        renderItem={renderItem}
        skeleton={<VersionSkeleton />}
        ageOf={(since) => momentWords(since, now)}
        empty={<StateView icon="clock" title="还没有历史" text="保存过一次就有了" />}
        end={<ListEnd text={`发布、送审和隔了 ${foldMinutes} 分钟的修改各留一版，换下后留 1 年`} />}
      />
    </View>
  );
  const refused = list.error?.code === 'action.forbidden' || list.error?.code === 'resource.not-found';
  return (
    <PageFrame
      title="历史"
      section={type === 'job' ? 'jobs' : 'home'}
      width="full"
      tallActions
      actions={
        wide && shown !== undefined && shown !== newestRev ? (
          <ActionBar above={<Text>{versionBack.words}</Text>}>
            <Button
              text={`用回第 ${shown} 版`}
              icon="refresh"
              look="main"
              grow
              loading={versionBack.busy}
              onTap={() => use(shown)}
            />
          </ActionBar>
        ) : undefined
      }
    >
      {!signedIn ? (
        <StateView
          icon="user"
          title="登录后查看历史"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      ) : refused ? (
        <StateView
          icon="shield"
          title="只有能修改它的人看得到历史"
          text="内容可能已经删除，或你的任期已经结束"
          actions={<Button text="返回" onTap={() => back()} />}
        />
      ) : wide && shown !== undefined ? (
        <SplitView list={versions} pane={<VersionView key={shown} piece={piece} rev={shown} now={now} />} />
      ) : (
        versions
      )}
    </PageFrame>
  );
}
