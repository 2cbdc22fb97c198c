import type { AuditEntry } from '@qihang/shared/audit/contract';
import { dayAt } from '@qihang/shared/time/shanghai';
import { useCallback, useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { toast } from '@/platform/feedback';
import { saveFile } from '@/platform/files';
import { back, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { isH5 } from '@/platform/target';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { StateView } from '@/ui/state-view';
import { AuditFilters } from '../../components/audit-filters';
import { EntryCard, EntrySkeleton } from '../../components/entry-card';
import { EntrySheet } from '../../components/entry-sheet';
import { type Filter, isFiltered, noFilter, queryOf } from '../../filter';
import { useAudit, useAuditFile } from '../../hooks';

const keyOf = ({ id }: AuditEntry) => id;

export default function AuditPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const now = useNow();
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [opened, setOpened] = useState<AuditEntry>();
  const query = queryOf(filter, now);
  const list = useAudit(query, signedIn);
  const file = useAuditFile();
  const refused = list.error?.code === 'action.forbidden';
  const change = (part: Partial<Filter>) => {
    setFilter((before) => ({ ...before, ...part }));
    setOpened(undefined);
  };
  const renderItem = useCallback(
    (entry: AuditEntry) => <EntryCard entry={entry} now={now} onOpen={setOpened} />,
    [now],
  );
  const take = () =>
    file.mutate(query, {
      onSuccess: (text) => {
        saveFile(`启航操作记录-${dayAt(now.getTime())}.csv`, text, 'text/csv');
        toast('已导出，这次导出也记在操作记录里');
      },
      onError: (error) => toast(asApiError(error).message),
    });

  return (
    <PageFrame
      title="操作记录"
      section="me"
      actions={
        isH5 && signedIn && list.status === 'ready' ? (
          <ActionBar>
            <Button
              text={isFiltered(filter) ? '导出筛选结果 CSV' : '导出 CSV'}
              icon="download"
              look="main"
              grow
              loading={file.isPending}
              onTap={take}
            />
          </ActionBar>
        ) : undefined
      }
    >
      {!signedIn ? (
        <StateView
          icon="user"
          title="登录后查看操作记录"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      ) : refused ? (
        <StateView
          icon="shield"
          title="只有管理员能查看操作记录"
          actions={<Button text="返回" onTap={() => back()} />}
        />
      ) : (
        <>
          <AuditFilters filter={filter} onChange={change} />
          <PagedList
            list={list}
            what="操作记录"
            keyOf={keyOf}
            renderItem={renderItem}
            skeleton={<EntrySkeleton />}
            ageOf={(since) => momentWords(since, now)}
            empty={
              isFiltered(filter) ? (
                <StateView
                  icon="search"
                  title="没有符合的记录"
                  text="换个操作、对象或时间再看"
                  actions={<Button text="清除筛选" onTap={() => change(noFilter)} />}
                />
              ) : (
                <StateView
                  icon="file"
                  title="还没有操作记录"
                  text="下架内容、改栏目、任命这类操作都会记在这里"
                />
              )
            }
            end={<ListEnd text="更早的没有了" />}
          />
        </>
      )}
      {opened && (
        <EntrySheet
          entry={opened}
          now={now}
          onOnlyActor={(actor) => change({ actor })}
          onOnlyTarget={(target) => change({ target })}
          onClose={() => setOpened(undefined)}
        />
      )}
    </PageFrame>
  );
}
