import { check } from '@qihang/shared/contract/messages';
import { type Answer, answerChange } from '@qihang/shared/threads/contract';
import { threadLimits } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
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
import { EditBar } from '../../components/edit-bar';
import { NewerNote } from '../../components/newer-note';
import { PieceBanner } from '../../components/piece-banner';
import { leaveSaved, saveText, useNewer } from '../../edit-form';
import { useEditAnswer, useThread } from '../../thread-hooks';
import { useCare } from '../../use-care';

export default function EditAnswerPage() {
  const { id, answer: answerId } = usePageQuery();
  const query = useThread(id);
  const now = useNow();
  return (
    <PageFrame title="修改回答" section="questions" tallActions>
      <DetailView query={query} what="回答" ageOf={(since) => momentWords(since, now)}>
        {({ title, answers }) => {
          const answer = answers.find((one) => one.id === answerId);
          if (!answer?.viewer.can.includes('edit'))
            return (
              <StateView
                icon="shield"
                title="你现在不能修改这个回答"
                text="它可能已经不在了；换个账号，或联系这个栏目的老师"
              />
            );
          return (
            <Form
              answer={answer}
              question={title}
              now={now}
              readAgain={async () => {
                const found = (await query.refetch()).data?.answers.find((one) => one.id === answerId);
                return found && { version: found.version, text: found.body };
              }}
            />
          );
        }}
      </DetailView>
    </PageFrame>
  );
}

interface Props {
  answer: Answer;
  question: string;
  now: Date;
  readAgain: Parameters<typeof useNewer>[0];
}

function Form({ answer, question, now, readAgain }: Props) {
  const { body, version } = answer;
  const saving = useEditAnswer(answer.id);
  const { newer, onRefused } = useNewer(readAgain, (newest) => form.change({ version: newest }));
  const form = useForm({
    initial: { body, version },
    draft: `edit-answer:${answer.id}`,
    check: (value) => check(answerChange, value),
    sending: saving,
    signedInOnly: true,
    onSent: (after, clear) => {
      clear();
      leaveSaved(after.answers.find(({ id }) => id === answer.id)?.life ?? 'published');
    },
    onRefused,
  });
  const { value, problems, change } = form;
  const { contact } = useCare([value.body], 'answer');
  return (
    <View className="stack">
      <View className="cards">
        {contact && <CareCard contact={contact} />}
        <PieceBanner type="answer" piece={answer} now={now} />
        <FailureNote failure={form.failure} />
        {newer && <NewerNote newer={newer} />}
        <Card>
          <Text className="meta">{question}</Text>
          <BodyField
            label="回答"
            value={value.body}
            max={threadLimits.answer}
            placeholder="写清依据和做法；不确定的，请说明"
            error={problems.body}
            onChange={(text) => change({ body: text })}
          />
        </Card>
      </View>
      <EditBar
        saved={form.saved}
        text={saveText(answer)}
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
