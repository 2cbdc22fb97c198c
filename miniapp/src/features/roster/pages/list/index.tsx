import type { RosterEntry } from '@qihang/shared/verification/roster';
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { ListEnd } from '@/ui/list-end';
import { ListRow, ListRows } from '@/ui/list-row';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { SearchField } from '@/ui/search-bar';
import { Bone } from '@/ui/skeleton';
import { StateView } from '@/ui/state-view';
import { EntryHead, EntryRow } from '../../components/entry-row';
import { EntrySheet } from '../../components/entry-sheet';
import { RosterFilters } from '../../components/roster-filters';
import { StaffOnly } from '../../components/staff-only';
import { type RosterFilter, useClasses, useRoster } from '../../hooks';
import './index.scss';

const nothing: RosterFilter = { q: '', year: null, college: null, className: null, binding: null };
const keyOf = ({ id }: RosterEntry) => id;

export default function RosterPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const classes = useClasses(signedIn);
  return (
    <PageFrame title="名册" section="me" width="full">
      <StaffOnly what="名册" error={classes.error}>
        <Roster />
      </StaffOnly>
    </PageFrame>
  );
}

function Roster() {
  const [filter, setFilter] = useState(nothing);
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<RosterEntry>();
  const { data } = useClasses(true);
  const list = useRoster(filter, true);
  const now = useNow();
  const renderItem = useCallback((entry: RosterEntry) => <EntryRow entry={entry} onOpen={setShown} />, []);
  const change = (part: Partial<RosterFilter>) => setFilter((before) => ({ ...before, ...part }));
  const search = (q: string) => {
    setTyped(q);
    change({ q: q.trim() });
  };
  const total = data?.items.reduce((sum, one) => sum + one.total, 0) ?? 0;
  const bound = data?.items.reduce((sum, one) => sum + one.bound, 0) ?? 0;
  const filtered = Object.values(filter).some((value) => value !== null && value !== '');
  const clear = () => {
    setTyped('');
    setFilter(nothing);
  };
  return (
    <View>
      <View className="stack ro-top">
        <View className="cards">
          <ListRows>
            <ListRow
              icon="grid"
              text="班级邀请码"
              note="发给班级，用来认证"
              onTap={() => open('classCodes')}
            />
            {data?.viewer.can.includes('import') && (
              <ListRow icon="file" text="导入名册" note="CSV 或 Excel" onTap={() => open('rosterImport')} />
            )}
          </ListRows>
          <View className="row ro-q">
            <SearchField
              hint="姓名，或学号开头"
              value={typed}
              onChange={(text) => (text === '' ? search('') : setTyped(text))}
              onSearch={search}
            />
          </View>
        </View>
      </View>
      <RosterFilters filter={filter} classes={data?.items ?? []} onChange={change} />
      {data && total > 0 && (
        <View className="stack">
          <Text className="cap ro-n">
            在校 {total} 人，{bound} 人已认证，{total - bound} 人还没有
          </Text>
        </View>
      )}
      <View className="ro-l">
        <View className="stack">
          <EntryHead />
        </View>
        <PagedList
          list={list}
          what="名单"
          keyOf={keyOf}
          renderItem={renderItem}
          skeleton={
            <Card>
              <Bone width={40} look="title" />
              <Bone width={70} />
            </Card>
          }
          empty={
            filtered ? (
              <StateView
                icon="search"
                title="没有这样的人"
                text="换个姓名、学号，或去掉筛选"
                actions={<Button text="看全部" onTap={clear} />}
              />
            ) : (
              <StateView title="名册还是空的" text="由管理员导入一份学生名单，大家才能认证" />
            )
          }
          end={<ListEnd text="名单到底了" />}
          ageOf={(since) => momentWords(since, now)}
        />
      </View>
      {shown && <EntrySheet entry={shown} now={now} onClose={() => setShown(undefined)} />}
    </View>
  );
}
