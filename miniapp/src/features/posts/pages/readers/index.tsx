import type { Readers } from '@qihang/shared/must-read/contract';
import { Text, View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { back, open, signInFirst, usePageQuery } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { dateWords, momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { Icon } from '@/ui/icon/icon';
import { PageFrame } from '@/ui/page-frame';
import { Pill } from '@/ui/pill';
import { StateView } from '@/ui/state-view';
import { Tap } from '@/ui/tap';
import { Meter } from '../../components/meter';
import { useReaders } from '../../must-read-hooks';
import { dueWords } from '../../must-read-words';
import './index.scss';

/** How far a must-read notice was read: the share first, then the slowest classes. */
export default function ReadersPage() {
  const { id = '' } = usePageQuery();
  const signedIn = useSession(({ token }) => token !== null);
  const query = useReaders(id, signedIn);
  const now = useNow();
  const refused = query.error !== null && asApiError(query.error).code === 'action.forbidden';
  return (
    <PageFrame title="已读情况" section="home">
      {!signedIn ? (
        <StateView
          icon="user"
          title="登录后看已读情况"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      ) : refused ? (
        <StateView
          icon="shield"
          title="只有发布人和本栏目的骨干、老师能看"
          actions={<Button text="返回" onTap={() => back()} />}
        />
      ) : (
        <DetailView query={query} what="已读情况" ageOf={(since) => momentWords(since, now)}>
          {(readers) => <ReadersView id={id} readers={readers} now={now} />}
        </DetailView>
      )}
    </PageFrame>
  );
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

function ReadersView({ id, readers, now }: { id: string; readers: Readers; now: Date }) {
  const { title, askedAt, dueAt, size, read, share, groups, notVerified, named } = readers;
  if (size === 0)
    return <StateView icon="user" title="没有符合条件的人" text="这个范围里还没有人认证；改一下发给谁" />;
  return (
    <View className="stack">
      <Cards>
        <Card className="rd-sum">
          <Text className="rd-t">{title}</Text>
          <View className="row">
            <View className="grow">
              <Text className="rd-n">{read}</Text>
              <Text className="meta"> / {size} 人读完</Text>
            </View>
            {dueAt && <Pill state="far" words={[`${dueWords(dueAt, now)}截止`]} />}
          </View>
          <Meter share={share} label={`读完 ${percent(share)}`} />
          <View className="row cap">
            <Text className="grow">{dateWords(new Date(askedAt), now)} 发出</Text>
            <Text>{size === read ? '都读完了' : `还差 ${size - read} 人`}</Text>
          </View>
        </Card>
        <Card>
          {groups.map((group) => (
            <GroupRow
              key={`${group.graduationYear} ${group.college} ${group.className}`}
              group={group}
              onOpen={
                named
                  ? () =>
                      open('postReaderNames', {
                        id,
                        college: group.college ?? '',
                        className: group.className ?? '',
                        graduationYear: group.graduationYear ?? 0,
                      })
                  : undefined
              }
            />
          ))}
        </Card>
        <Text className="cap">
          {notVerified > 0 && `没认证的 ${notVerified} 人看不到通知，不算在内。`}
          {named ? '打开班级名单会留记录。' : '发给班级的通知才有名单。'}
        </Text>
      </Cards>
    </View>
  );
}

interface RowProps {
  group: Readers['groups'][number];
  /** Opens the names, where there are any. */
  onOpen: (() => void) | undefined;
}

function GroupRow({ group: { className, graduationYear, size, read }, onOpen }: RowProps) {
  const name = className ?? '没有班级';
  const share = size === 0 ? 0 : read / size;
  const year = className === null || graduationYear === null ? '' : ` ${graduationYear} 届`;
  const row = (
    <>
      <View className="row">
        <Text className="grow rd-g">
          {name}
          <Text className="cap">{year}</Text>
        </Text>
        <Text className="strong">
          {read}/{size}
        </Text>
        <Text className="cap rd-p">{percent(share)}</Text>
        {onOpen && <Icon name="chevron-right" size={16} />}
      </View>
      <Meter share={share} label={`读完 ${percent(share)}`} />
    </>
  );
  if (!onOpen) return <View className="rd-r">{row}</View>;
  return (
    <Tap className="rd-r" role="link" label={`${name}，${size} 人里 ${read} 人读完，看名单`} onTap={onOpen}>
      {row}
    </Tap>
  );
}
