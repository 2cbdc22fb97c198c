import { Text } from '@tarojs/components';
import { useNow } from '@/platform/clock';
import { usePageQuery } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { PageFrame } from '@/ui/page-frame';
import { VersionView } from '../../components/version-view';
import { pieceOf, useRevisions, useWorkingCopies } from '../../hooks';
import { useVersionBack } from '../../put-back';

export default function RevisionPage() {
  const query = usePageQuery();
  const piece = pieceOf(query);
  const rev = Number(query.rev);
  const now = useNow();
  const signedIn = useSession(({ token }) => token !== null);
  const first = useRevisions(piece, signedIn).pages[0];
  const copies = useWorkingCopies(piece, signedIn).data;
  const { life = 'draft', version = 0 } = first ?? {};
  const versionBack = useVersionBack(piece, { life, version, hasCopy: copies?.copy != null });
  const isOld = first !== undefined && first.items[0]?.rev !== rev;
  return (
    <PageFrame
      title={rev === 1 ? '第 1 版' : `第 ${rev} 版改了什么`}
      section={piece.type === 'job' ? 'jobs' : 'home'}
      tallActions
      actions={
        isOld ? (
          <ActionBar above={<Text>{versionBack.words}</Text>}>
            <Button
              text={`用回第 ${rev} 版`}
              icon="refresh"
              look="main"
              grow
              loading={versionBack.busy}
              onTap={() => versionBack.use(rev)}
            />
          </ActionBar>
        ) : undefined
      }
    >
      <VersionView piece={piece} rev={rev} now={now} />
    </PageFrame>
  );
}
