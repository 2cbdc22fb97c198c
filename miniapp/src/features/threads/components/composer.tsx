import { threadLimits } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { AreaField } from '@/ui/form/text-field';
import { useForm } from '@/ui/form/use-form';
import { Icon } from '@/ui/icon/icon';
import { Sheet } from '@/ui/sheet';
import { Tap } from '@/ui/tap';
import { useAnswer } from '../hooks';
import { verifyIfRequired } from '../verify';
import './composer.scss';

/** Writes an answer. What is typed is kept until it is sent, also through a sign-in. */
export function Composer({ threadId, hint }: { threadId: string; hint: string }) {
  const [open, setOpen] = useState(false);
  const answer = useAnswer(threadId);
  const form = useForm({
    initial: { body: '' },
    draft: `answer:${threadId}`,
    check: ({ body }) => ({ ok: true, value: body.trim() }),
    sending: answer,
    signedInOnly: true,
    onSent: (_, clear) => {
      clear();
      setOpen(false);
      toast('回答已发布');
    },
    onRefused: verifyIfRequired(answer.reset),
  });
  const { body } = form.value;
  return (
    <>
      <View className="ab">
        <View className="ab-r">
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
            text={form.signedIn ? '发布回答' : '登录后发布'}
            look="main"
            grow
            loading={form.busy}
            disabled={body.trim().length < 2 || body.length > threadLimits.answer}
            onTap={form.send}
          />
        }
      >
        <AreaField
          label="回答"
          value={body}
          max={threadLimits.answer}
          placeholder="写清依据和做法；不确定的，请说明"
          error={form.error?.fields[0]?.message ?? form.error?.message}
          onChange={(text) => form.change({ body: text })}
        />
      </Sheet>
    </>
  );
}
