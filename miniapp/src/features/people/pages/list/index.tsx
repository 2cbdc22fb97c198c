import type { PersonSummary } from '@qihang/shared/people/contract';
import type { Role } from '@qihang/shared/session/vocabulary';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useBoards } from '@/common/boards/boards';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Cards } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { Chip, Chips } from '@/ui/filter-bar';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { SearchField } from '@/ui/search-bar';
import { StateView } from '@/ui/state-view';
import { Office } from '../../components/office';
import { PersonBones, PersonColumns, PersonRow } from '../../components/person-row';
import { TermCard } from '../../components/term-card';
import { useEndingTerms, usePeople } from '../../hooks';

type Shown = 'all' | 'ending' | 'muted' | Role;

const views: { value: Shown; text: string }[] = [
  { value: 'all', text: '全部' },
  { value: 'lead', text: '宣传骨干' },
  { value: 'teacher', text: '老师' },
  { value: 'admin', text: '管理员' },
  { value: 'graduate', text: '毕业生' },
  { value: 'ending', text: '60 天内到期' },
  { value: 'muted', text: '禁言中' },
];

const keyOf = ({ id }: PersonSummary) => id;
const openPerson = ({ id }: PersonSummary) => {
  open('person', { id });
};

export default function PeoplePage() {
  const [shown, setShown] = useState<Shown>('lead');
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const signedIn = useSession(({ token }) => token !== null);
  const now = useNow();
  const boards = useBoards().data?.items ?? [];
  const role = shown === 'all' || shown === 'ending' || shown === 'muted' ? null : shown;
  const list = usePeople({ q, role, muted: shown === 'muted' }, signedIn && shown !== 'ending');
  const terms = useEndingTerms(signedIn && shown === 'ending');
  const renderItem = useCallback(
    (person: PersonSummary) => <PersonRow person={person} boards={boards} now={now} onOpen={openPerson} />,
    [boards, now],
  );
  const search = (text: string) => {
    setQ(text.trim());
    // A name is looked for among everybody.
    if (text.trim() !== '') setShown('all');
  };
  const ageOf = (since: Date) => momentWords(since, now);
  const error = shown === 'ending' ? (terms.error ? asApiError(terms.error) : null) : list.error;
  return (
    <PageFrame title="人员与任期" section="me" width="full">
      <Office error={error}>
        <View className="stack">
          <SearchField
            hint="搜姓名；管理员还能搜学号"
            value={typed}
            onChange={(text) => {
              setTyped(text);
              if (text === '') setQ('');
            }}
            onSearch={search}
          />
        </View>
        <Chips>
          {views.map(({ value, text }) => (
            <Chip key={value} text={text} on={shown === value} onTap={() => setShown(value)} />
          ))}
        </Chips>
        {shown === 'ending' ? (
          <DetailView query={terms} what="任期" ageOf={ageOf}>
            {({ items }) =>
              items.length === 0 ? (
                <StateView title="60 天内没有任期结束" text="快到期的任期会提前列在这里" />
              ) : (
                <Cards className="stack">
                  {items.map((term) => (
                    <TermCard key={term.id} term={term} now={now} />
                  ))}
                </Cards>
              )
            }
          </DetailView>
        ) : (
          <View>
            <PersonColumns />
            <PagedList
              list={list}
              what="人员"
              keyOf={keyOf}
              renderItem={renderItem}
              skeleton={<PersonBones />}
              ageOf={ageOf}
              empty={
                <StateView
                  icon="user"
                  title="没有找到人"
                  text={q === '' ? '换一个分类看看' : '换个姓名或学号再试'}
                />
              }
              end={<ListEnd text="都在这里了" />}
            />
          </View>
        )}
      </Office>
    </PageFrame>
  );
}
