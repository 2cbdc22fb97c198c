import type { DigestPiece } from '@qihang/shared/digests/contract';
import { sceneOf } from '@qihang/shared/digests/scene';
import { countWords } from '@qihang/shared/digests/text';
import { Text, View } from '@tarojs/components';
import { useArrival } from '@/common/sharing/arrival';
import { cardAddress } from '@/common/sharing/pictures';
import { useNow } from '@/platform/clock';
import { addressOf, open } from '@/platform/navigation';
import { useShare } from '@/platform/page';
import { isSinglePage } from '@/platform/scene';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { dateWords, momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { DotLine } from '@/ui/dot-line';
import { PageFrame } from '@/ui/page-frame';
import { Pill } from '@/ui/pill';
import { StateView } from '@/ui/state-view';
import { Tap } from '@/ui/tap';
import { usePieces } from '../../hooks';
import { keyOf, pillOfPiece } from '../../words';
import './index.scss';

/** What is behind the link of a digest: what was sent to a group, as far as readers see it now. Nobody has to sign in. */
export default function SharedDigestPage() {
  const { id, group } = useArrival('digest');
  const query = usePieces(id);
  const now = useNow();
  const items = query.data?.items ?? [];
  const title = items.length > 0 ? `今天值得看的 ${countWords(items)}` : '群里发的';
  useShare(title, addressOf('sharedDigest', { id }), id && cardAddress('digest', id));
  const openPiece = (piece: DigestPiece) =>
    open(piece.type, {
      id: piece.id,
      ...(group ? { scene: sceneOf({ type: piece.type, id: piece.id, group }) } : {}),
    });
  return (
    <PageFrame title={title} barTitle="群里发的" section="home">
      <DetailView query={query} what="群发包" ageOf={(since) => momentWords(since, now)}>
        {(found) => (
          <View className="stack">
            <View className="sd-h">
              <Text className="sd-t">
                {dateWords(new Date(found.createdAt), now)}发的 {countWords(found.items) || '内容'}
              </Text>
              {found.gone > 0 && <Text className="cap">{found.gone} 条已经下架，不再显示</Text>}
            </View>
            {found.items.length === 0 ? (
              <StateView
                icon="eye-off"
                title="这些内容都下架了"
                text="可以看看现在在招的岗位"
                actions={
                  !isSinglePage() && <Button text="看在招岗位" look="main" onTap={() => open('jobs')} />
                }
              />
            ) : (
              <Cards>
                {found.items.map((piece) => (
                  <Piece key={keyOf(piece)} piece={piece} now={now} onOpen={openPiece} />
                ))}
              </Cards>
            )}
            {!isSinglePage() && found.items.length > 0 && (
              <View className="sd-m">
                <Button text="看全部在招岗位" look="quiet" grow onTap={() => open('jobs')} />
              </View>
            )}
          </View>
        )}
      </DetailView>
    </PageFrame>
  );
}

const longestPay = 8;

interface PieceProps {
  piece: DigestPiece;
  now: Date;
  onOpen: (piece: DigestPiece) => void;
}

function Piece({ piece, now, onOpen }: PieceProps) {
  const pill = pillOfPiece(piece, now);
  const { pay } = piece;
  // Pay in many words gets a line of its own, so that the title keeps its width.
  const payShort = pay !== null && pay.length <= longestPay;
  const body = (
    <>
      <View className="row sd-r">
        <Text className="grow sd-n">{piece.title}</Text>
        {pay && payShort && <Text className="sd-p">{pay}</Text>}
      </View>
      <DotLine className="sd-a" parts={[piece.from, piece.place, piece.degree]} />
      {pay && !payShort && <Text className="sd-a">{pay}</Text>}
      {piece.type === 'post' && piece.summary !== '' && <Text className="sd-a">{piece.summary}</Text>}
      {pill && (
        <View className="sd-d">
          <Pill {...pill} />
        </View>
      )}
    </>
  );
  // Shown alone in Moments, nothing can be opened from here.
  if (isSinglePage()) return <Card>{body}</Card>;
  return (
    <Tap
      className="card sd"
      role="link"
      label={[piece.title, piece.from, ...(pill?.words ?? [])].join('，')}
      onTap={() => onOpen(piece)}
    >
      {body}
    </Tap>
  );
}
