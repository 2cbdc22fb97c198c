import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { usePageQuery } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { ArrangeView } from '../../components/arrange-view';
import { BoardTabs } from '../../components/board-tabs';
import { KeepersOnly } from '../../components/keepers-only';
import { OldBar } from '../../components/old-bar';
import { useRota } from '../../hooks';

/** 排班 for teachers and admins. */
export default function ArrangePage() {
  const { board: asked } = usePageQuery();
  const signedIn = useSession(({ token }) => token !== null);
  const [board, setBoard] = useState(asked);
  const [readings, setReadings] = useState(0);
  const rota = useRota(board, signedIn);
  const now = useNow();
  const refused = rota.error !== null && asApiError(rota.error).code === 'action.forbidden';
  if (signedIn && rota.data && !refused)
    return (
      <ArrangeView
        // Another board, or what another person saved, is a form of its own.
        key={`${rota.data.board} ${rota.data.version} ${readings}`}
        rota={rota.data}
        board={board}
        now={now}
        old={<OldBar query={rota} now={now} />}
        onBoard={setBoard}
        onReload={() => rota.refetch().then(() => setReadings(readings + 1))}
      />
    );
  return (
    <PageFrame title="排班" section="me">
      <BoardTabs board={board} onChange={setBoard} />
      <KeepersOnly what="排班" who="这个栏目的老师和管理员" error={rota.error}>
        <DetailView query={rota} what="排班" ageOf={(since) => momentWords(since, now)}>
          {() => null}
        </DetailView>
      </KeepersOnly>
    </PageFrame>
  );
}
