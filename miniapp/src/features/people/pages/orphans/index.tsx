import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { Office } from '../../components/office';
import { Things } from '../../components/things';
import { useOrphans } from '../../hooks';
import { orphanWords } from '../../words';

/** Live things that nobody looks after any more. */
export default function OrphansPage() {
  const orphans = useOrphans();
  const now = useNow();
  return (
    <PageFrame title="无主事项" section="me">
      <Office error={orphans.error ? asApiError(orphans.error) : null}>
        <DetailView query={orphans} what="清单" ageOf={(since) => momentWords(since, now)}>
          {({ items, total }) =>
            items.length === 0 ? (
              <StateView
                icon="check-circle"
                title="件件有人管"
                text="负责人任期结束或注销后，没转交的岗位和问题会列在这里"
              />
            ) : (
              <Things
                items={items}
                total={total}
                now={now}
                movable
                noteOf={(thing) => orphanWords(thing, now)}
                head={<Note text="读者还看得到这些内容，但没有人维护，请转交给在任的人" />}
              />
            )
          }
        </DetailView>
      </Office>
    </PageFrame>
  );
}
