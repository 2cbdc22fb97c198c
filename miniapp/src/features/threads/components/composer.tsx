import type { Thread } from '@qihang/shared/threads/contract';
import { threadLimits } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { CareCard } from '@/common/care/care-card';
import { useSession } from '@/platform/session';
import { useWide } from '@/platform/window';
import { Button } from '@/ui/button';
import { TextAreaCore } from '@/ui/form/text-area-core';
import { AreaField } from '@/ui/form/text-field';
import { Icon } from '@/ui/icon/icon';
import { Note } from '@/ui/note';
import { Sheet } from '@/ui/sheet';
import { Tap } from '@/ui/tap';
import { type AnswerForm, useAnswerForm } from '../answer-form';
import { useCare } from '../use-care';
import { AnswerVoice } from './answer-voice';
import './composer.scss';
import { Follow } from './follow';

interface Props {
  thread: Thread;
}

const hint = '写回答，帮到有同样疑问的人';
const fieldHint = '写清依据和做法；不确定的，请说明';

/** At the foot of a question: being told about answers, and writing one. */
export function Composer({ thread }: Props) {
  const wide = useWide();
  // A visitor writes first and signs in at the end, and so does a person who is not verified yet.
  const signedIn = useSession(({ token }) => token !== null);
  const { can } = thread.viewer;
  const open = thread.closed === null && thread.life === 'published';
  if (open && (!signedIn || can.includes('answer') || can.includes('verify')))
    return wide ? <InPlace thread={thread} /> : <InSheet thread={thread} />;
  if (thread.life !== 'published') return null;
  return (
    <View className="ab">
      <View className="ab-r">
        <Follow thread={thread} />
        <Text className="meta grow">{open ? '你现在不能回答这个问题' : '已关闭，不再收新回答'}</Text>
      </View>
    </View>
  );
}

const problemOf = ({ form: { error, problems } }: AnswerForm) =>
  problems.body ?? error?.fields[0]?.message ?? error?.message;

const isSendable = ({ form: { value } }: AnswerForm) =>
  value.body.trim().length >= 2 && value.body.length <= threadLimits.answer;

/** On a phone the line opens a sheet with room to write. */
function InSheet({ thread }: Props) {
  const [open, setOpen] = useState(false);
  const answer = useAnswerForm(thread, () => setOpen(false));
  const { form, send, sendText } = answer;
  const { body } = form.value;
  const { contact } = useCare([body], 'answer');
  return (
    <>
      <View className="ab">
        <View className="ab-r">
          <Follow thread={thread} />
          <Tap className="cm-f" label={hint} onTap={() => setOpen(true)}>
            <Text className="cm-h">{body || hint}</Text>
          </Tap>
          <Tap className="cm-s" label="写回答" onTap={() => setOpen(true)}>
            <Icon name="send" />
          </Tap>
        </View>
      </View>
      <Sheet
        open={open}
        title="写回答"
        onClose={() => setOpen(false)}
        footer={
          <Button
            text={sendText}
            look="main"
            grow
            loading={form.busy}
            disabled={!isSendable(answer)}
            onTap={send}
          />
        }
      >
        {contact && <CareCard contact={contact} />}
        <View className="cm-sheet">
          <AreaField
            label="回答"
            value={body}
            max={threadLimits.answer}
            placeholder={fieldHint}
            error={problemOf(answer)}
            onChange={(text) => form.change({ body: text })}
          />
        </View>
        <AnswerVoice answer={answer} thread={thread} />
        <Text className="cap">{form.saved}</Text>
      </Sheet>
    </>
  );
}

/** On a wide window one writes beside what one answers. */
function InPlace({ thread }: Props) {
  const answer = useAnswerForm(thread, () => undefined);
  const { form, send, sendText } = answer;
  const { body } = form.value;
  const { contact } = useCare([body], 'answer');
  const problem = problemOf(answer);
  return (
    <View className="ab">
      {body !== '' && (
        <View className="cm-more">
          {contact && <CareCard contact={contact} />}
          {problem && <Note tone="red" icon="alert" text={problem} />}
          <AnswerVoice answer={answer} thread={thread} />
          <Text className="cap">
            {form.saved} · {body.length}/{threadLimits.answer}
          </Text>
        </View>
      )}
      <View className="ab-r">
        <Follow thread={thread} />
        <View className="cm-area">
          <TextAreaCore
            className="fd-in"
            label="回答"
            value={body}
            placeholder={hint}
            onChange={(text) => form.change({ body: text })}
          />
        </View>
        <Button
          text={sendText}
          icon="send"
          tall
          loading={form.busy}
          disabled={!isSendable(answer)}
          onTap={send}
        />
      </View>
    </View>
  );
}
