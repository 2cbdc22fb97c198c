import type { Person, RoleTerm } from '@qihang/shared/people/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ReasonSheet } from '@/common/content/reason-sheet';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { toast } from '@/platform/feedback';
import { open, usePageQuery } from '@/platform/navigation';
import { ActionBar } from '@/ui/action-bar';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { DotLine } from '@/ui/dot-line';
import { ListRow, ListRows } from '@/ui/list-row';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { GrantRow } from '../../components/grant-row';
import { GrantSheet } from '../../components/grant-sheet';
import { Office } from '../../components/office';
import { useEndTerm, usePerson } from '../../hooks';
import { countWords } from '../../words';

export default function PersonPage() {
  const { id = '' } = usePageQuery();
  const person = usePerson(id);
  const [granting, setGranting] = useState(false);
  const now = useNow();
  const mayGrant = person.data?.viewer.can.includes('grant') ?? false;
  return (
    <PageFrame
      title={person.data?.name ?? '人员'}
      section="me"
      actions={
        mayGrant ? (
          <ActionBar>
            <Button text="授予职务" icon="plus" look="main" grow onTap={() => setGranting(true)} />
          </ActionBar>
        ) : undefined
      }
    >
      <Office error={person.error ? asApiError(person.error) : null}>
        <DetailView query={person} what="人员" ageOf={(since) => momentWords(since, now)}>
          {(found) => <Whole person={found} now={now} />}
        </DetailView>
      </Office>
      {granting && person.data && <GrantSheet person={person.data} onClose={() => setGranting(false)} />}
    </PageFrame>
  );
}

function Whole({ person, now }: { person: Person; now: Date }) {
  const [changing, setChanging] = useState<RoleTerm>();
  const [ending, setEnding] = useState<RoleTerm>();
  const end = useEndTerm();
  const holds = person.holdings.job + person.holdings.thread > 0;
  return (
    <Cards className="stack">
      <Card>
        <View className="pp">
          <Avatar name={person.name} big />
          <View className="grow">
            <Text className="pp-n">{person.name}</Text>
            <DotLine
              className="meta"
              parts={[
                person.studentNo,
                person.college,
                person.major,
                person.graduationYear !== null && `${person.graduationYear} 届`,
              ]}
            />
            <Text className="cap">{person.verified ? '身份已核验' : '身份还没有核验'}</Text>
          </View>
        </View>
      </Card>
      {person.mutedUntil !== null && (
        <Note
          tone="red"
          icon="minus"
          text={`禁言到 ${momentWords(new Date(person.mutedUntil), now)}`}
          action={{ text: '禁言名单', onTap: () => open('mutes') }}
        />
      )}
      <ListRows>
        <ListRow
          icon="briefcase"
          text="负责的内容"
          note={countWords(person.holdings)}
          onTap={() => open('handover', { id: person.id })}
        />
      </ListRows>
      <Card title="职务与任期">
        {person.grants.length === 0 && <Text className="meta">还没有担任过职务</Text>}
        {person.grants.map((term) => (
          <GrantRow
            key={term.id}
            term={term}
            now={now}
            onChange={() => setChanging(term)}
            onEnd={() => setEnding(term)}
          />
        ))}
      </Card>
      {changing && <GrantSheet person={person} term={changing} onClose={() => setChanging(undefined)} />}
      <ReasonSheet
        open={ending !== undefined}
        title="为什么结束任期"
        hint={holds ? '记入日志。还有没转交的内容，会列进无主事项' : '记入日志；对方会马上退出登录'}
        max={200}
        submitText="结束任期"
        loading={end.isPending}
        error={end.error ? asApiError(end.error).message : undefined}
        onSubmit={(_, reason) =>
          end.mutate(
            { id: ending?.id ?? '', reason },
            {
              onSuccess: () => {
                setEnding(undefined);
                toast('任期已结束，马上生效');
              },
            },
          )
        }
        onClose={() => setEnding(undefined)}
      />
    </Cards>
  );
}
