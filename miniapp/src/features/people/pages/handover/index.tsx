import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { usePageQuery } from '@/platform/navigation';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { Office } from '../../components/office';
import { Things } from '../../components/things';
import { useHoldings } from '../../hooks';

/** What a person answers for and must hand over; without an id, what I do. */
export default function HandoverPage() {
  const { id } = usePageQuery();
  const holdings = useHoldings(id);
  const now = useNow();
  const mine = id === undefined;
  return (
    <PageFrame title="交接清单" section="me">
      <Office error={holdings.error ? asApiError(holdings.error) : null}>
        <DetailView query={holdings} what="清单" ageOf={(since) => momentWords(since, now)}>
          {({ items, total }) =>
            items.length === 0 ? (
              <StateView icon="check-circle" title="没有要交接的" text="在招的岗位和待答的问题都不在名下" />
            ) : (
              <Things
                items={items}
                total={total}
                now={now}
                movable={!mine}
                head={
                  mine ? (
                    <Note text="任期结束前，请老师把这些转交给接任的同学；结束后没转交的会列进无主事项" />
                  ) : null
                }
              />
            )
          }
        </DetailView>
      </Office>
    </PageFrame>
  );
}
