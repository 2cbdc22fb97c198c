import type { Digest, DigestStyle } from '@qihang/shared/digests/contract';
import { sceneOf } from '@qihang/shared/digests/scene';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { cardAddress } from '@/common/sharing/pictures';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { mediaAddress } from '@/platform/media';
import { addressOf, open, usePageQuery } from '@/platform/navigation';
import { useShare } from '@/platform/page';
import { useSession } from '@/platform/session';
import { store, stored } from '@/platform/storage';
import { Icon } from '@/ui/icon/icon';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { Tap } from '@/ui/tap';
import { NavBar } from '@/ui/top-bar';
import { Choose, ChooseBar, ChooseBones, type Offered } from '../../components/choose';
import { GroupSheet, NewGroup } from '../../components/group-sheet';
import { LeadOnly } from '../../components/lead-only';
import { Result, ResultBar, type ResultTab } from '../../components/result';
import { useChoices, useDigest, useGroups, useMake } from '../../hooks';
import { firstTicks, keyOf } from '../../words';
import './index.scss';

const lastGroup = 'digest.group';
const usual: DigestStyle = { pay: true, link: true, apply: false };

type Ref = { type: 'job' | 'post'; id: string };

/**
 * 群发包: the group, what goes into it, then text, poster and card. Opened with `type` and `id` it begins with that piece alone, with
 * `like` and `group` it makes the same for another group.
 */
export default function DigestPage() {
  const { type, id, like, group: asked } = usePageQuery();
  const signedIn = useSession(({ token }) => token !== null);
  const groups = useGroups(signedIn);
  const list = groups.data?.items ?? [];
  const [picked, setPicked] = useState<string | undefined>(asked ?? stored<string>(lastGroup));
  const group = list.find((one) => one.id === picked) ?? list[0];
  const choices = useChoices(group?.id);
  const items = choices.data?.items;
  const [ticks, setTicks] = useState<string[]>();
  const given = type !== undefined && id !== undefined ? [`${type} ${id}`] : undefined;
  const ticked = ticks ?? given ?? (items ? firstTicks(items) : []);
  const chosen = (items ?? []).filter((item) => ticked.includes(keyOf(item)));

  const [digest, setDigest] = useState<Digest>();
  const [parts, setParts] = useState<readonly string[]>([]);
  const [style, setStyle] = useState(usual);
  const [tab, setTab] = useState<ResultTab>('text');
  const [choosing, setChoosing] = useState(false);
  const make = useMake();
  const before = useDigest(like);

  const start = (refs: readonly Ref[], of: DigestStyle, again?: string) =>
    make.mutate(
      {
        items: refs.map((ref) => ({ type: ref.type, id: ref.id })),
        style: of,
        ...(group === undefined ? {} : { group: group.id }),
        ...(again === undefined ? {} : { like: again }),
      },
      {
        onSuccess: (made) => {
          setDigest(made);
          setParts(made.parts);
        },
        onError: (error) => {
          const failure = asApiError(error);
          toast(failure.fields[0]?.message ?? failure.message);
          choices.refetch();
        },
      },
    );

  // 去发: the same pieces go to this group, with nothing to choose.
  const same = before.data;
  const ready = same !== undefined && group !== undefined && asked === group.id;
  useEffect(() => {
    if (ready && digest === undefined && !make.isPending) start(same.pieces, usual, same.id);
  }, [ready]);

  const pick = (next: string) => {
    store(lastGroup, next);
    setPicked(next);
    setTicks(undefined);
  };
  const restyle = (next: DigestStyle) => {
    setStyle(next);
    if (digest) start(digest.pieces, next, digest.id);
  };
  const [only] = digest?.pieces ?? [];
  const single = digest?.pieces.length === 1 ? only : undefined;
  const target = digest && {
    type: single?.type ?? ('digest' as const),
    id: single?.id ?? digest.id,
    group: digest.group?.id ?? null,
  };
  useShare(
    digest ? (single?.title ?? `今天值得看的 ${digest.pieces.length} 条`) : '群发包',
    target
      ? addressOf(target.type === 'digest' ? 'sharedDigest' : target.type, { scene: sceneOf(target) })
      : addressOf('home'),
    single ? cardAddress(single.type, single.id) : digest && mediaAddress(digest.card),
  );

  const history = (
    <Tap className="dg-h" label="发过的群发包" onTap={() => open('digestHistory')}>
      <Text>发过的</Text>
    </Tap>
  );
  return (
    <PageFrame
      title="群发包"
      section="me"
      header={<NavBar title="群发包" extra={history} />}
      tallActions={digest === undefined}
      actions={
        digest ? (
          <ResultBar key={digest.id} digest={digest} parts={parts} tab={tab} onMarked={setDigest} />
        ) : items && items.length > 0 ? (
          <ChooseBar chosen={chosen} making={make.isPending} onMake={() => start(chosen, style)} />
        ) : undefined
      }
    >
      <LeadOnly
        error={groups.error ?? choices.error}
        onRetry={() => (groups.error ? groups : choices).refetch()}
      >
        {digest ? (
          <>
            <Tap className="dg-g" label="重新选" onTap={() => setDigest(undefined)}>
              <Text className="cap">发给</Text>
              <Text className="strong grow dg-gn">{digest.group?.name}</Text>
              <Text className="link">重新选</Text>
            </Tap>
            <Result
              digest={digest}
              parts={parts}
              style={style}
              tab={tab}
              onTab={setTab}
              onParts={setParts}
              onStyle={restyle}
            />
          </>
        ) : groups.data && list.length === 0 ? (
          <View className="stack">
            <StateView icon="megaphone" title="先起个群名" text="发过没发过，按群来记" />
            <NewGroup onAdded={(made) => pick(made.id)} />
          </View>
        ) : (
          <>
            {group && (
              <Tap className="dg-g" label={`发给${group.name}，换一个群`} onTap={() => setChoosing(true)}>
                <Text className="cap">发给</Text>
                <Text className="strong grow dg-gn">{group.name}</Text>
                <Icon name="chevron-down" size={16} />
              </Tap>
            )}
            {items ? <Choose items={withGiven(items)} ticked={ticked} onTick={setTicks} /> : <ChooseBones />}
          </>
        )}
      </LeadOnly>
      <GroupSheet
        open={choosing}
        groups={list}
        value={group?.id}
        onPick={pick}
        onClose={() => setChoosing(false)}
      />
    </PageFrame>
  );

  /** The piece that the page was opened for comes first. */
  function withGiven(all: readonly Offered[]): readonly Offered[] {
    const [key] = given ?? [];
    return [...all].sort((a, b) => Number(keyOf(b) === key) - Number(keyOf(a) === key));
  }
}
