import { check } from '@qihang/shared/contract/messages';
import { type Thread, threadChange } from '@qihang/shared/threads/contract';
import { threadLimits } from '@qihang/shared/threads/vocabulary';
import { View } from '@tarojs/components';
import { CareCard } from '@/common/care/care-card';
import { useNow } from '@/platform/clock';
import { back, usePageQuery } from '@/platform/navigation';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { FailureNote } from '@/ui/form/failure-note';
import { useForm } from '@/ui/form/use-form';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { BodyField } from '../../components/body-field';
import { CategoryField } from '../../components/category-field';
import { EditBar } from '../../components/edit-bar';
import { NewerNote } from '../../components/newer-note';
import { PieceBanner } from '../../components/piece-banner';
import { TitleField } from '../../components/title-field';
import { leaveSaved, saveText, useNewer } from '../../edit-form';
import { useEditThread, useThread } from '../../thread-hooks';
import { useCare } from '../../use-care';

export default function EditThreadPage() {
  const { id } = usePageQuery();
  const query = useThread(id);
  const now = useNow();
  return (
    <PageFrame title="修改问题" section="questions" tallActions>
      <DetailView query={query} what="问题" ageOf={(since) => momentWords(since, now)}>
        {(thread) =>
          thread.viewer.can.includes('edit') ? (
            <Form
              thread={thread}
              now={now}
              readAgain={async () => {
                const { data } = await query.refetch();
                return data && { version: data.version, text: `${data.title}\n${data.body}` };
              }}
            />
          ) : (
            <StateView icon="shield" title="你现在不能修改这个问题" text="换个账号，或联系这个栏目的老师" />
          )
        }
      </DetailView>
    </PageFrame>
  );
}

interface Props {
  thread: Thread;
  now: Date;
  readAgain: Parameters<typeof useNewer>[0];
}

function Form({ thread, now, readAgain }: Props) {
  const { title, body, category, version } = thread;
  const saving = useEditThread(thread.id);
  const { newer, onRefused } = useNewer(readAgain, (newest) => form.change({ version: newest }));
  const form = useForm({
    initial: { title, body, category, version },
    draft: `edit-thread:${thread.id}`,
    check: (value) => check(threadChange, value),
    sending: saving,
    signedInOnly: true,
    onSent: (after, clear) => {
      clear();
      leaveSaved(after.life);
    },
    onRefused,
  });
  const { value, problems, change } = form;
  const { contact } = useCare([value.title, value.body], 'question');
  return (
    <View className="stack">
      <View className="cards">
        {contact && <CareCard contact={contact} />}
        <PieceBanner type="thread" piece={thread} now={now} />
        <FailureNote failure={form.failure} />
        {newer && <NewerNote newer={newer} />}
        <Card>
          <TitleField
            value={value.title}
            error={problems.title}
            onChange={(text) => change({ title: text })}
          />
          <BodyField
            label="补充"
            value={value.body}
            max={threadLimits.body}
            placeholder="你的情况、试过什么、卡在哪里"
            error={problems.body}
            onChange={(text) => change({ body: text })}
          />
        </Card>
        <CategoryField
          value={value.category}
          guessed={false}
          error={problems.category}
          onChange={(one) => change({ category: one })}
        />
      </View>
      <EditBar
        saved={form.saved}
        text={saveText(thread)}
        busy={form.busy}
        onSave={form.send}
        onDrop={() => {
          form.clear();
          back();
        }}
      />
    </View>
  );
}
