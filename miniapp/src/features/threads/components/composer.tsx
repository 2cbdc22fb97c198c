import { threadLimits } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { useDraft } from '@/platform/draft';
import { toast } from '@/platform/feedback';
import { signInFirst, verifyFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { AreaField } from '@/ui/form/text-field';
import { Icon } from '@/ui/icon/icon';
import { Sheet } from '@/ui/sheet';
import { Tap } from '@/ui/tap';
import { useAnswer } from '../hooks';
import './composer.scss';

/** Writes an answer. What is typed is kept until it is sent, also through a sign-in. */
export function Composer({ threadId, hint }: { threadId: string; hint: string }) {
  const [open, setOpen] = useState(false);
  const { draft, change, clear } = useDraft(`answer:${threadId}`, { body: '' });
  const signedIn = useSession(({ token }) => token !== null);
  const answer = useAnswer(threadId);
  const error = answer.error ? asApiError(answer.error) : null;
  const tooLong = draft.body.length > threadLimits.answer;

  const send = () => {
    if (!signedIn) return signInFirst();
    answer.mutate(draft.body.trim(), {
      onSuccess: () => {
        clear();
        setOpen(false);
        toast('回答已发布');
      },
      onError: (failed) => {
        if (asApiError(failed).code !== 'verification.required') return;
        // Whoever comes back verified finds no refusal that is no longer true.
        answer.reset();
        verifyFirst();
      },
    });
  };
  return (
    <>
      <View className="ab">
        <View className="ab-r">
          <Tap className="cm-f" label={hint} onTap={() => setOpen(true)}>
            <Text className="cm-h">{draft.body || hint}</Text>
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
            text={signedIn ? '发布回答' : '登录后发布'}
            look="main"
            grow
            loading={answer.isPending}
            disabled={draft.body.trim().length < 2 || tooLong}
            onTap={send}
          />
        }
      >
        <AreaField
          label="回答"
          value={draft.body}
          max={threadLimits.answer}
          placeholder="写清依据和做法；不确定的，请说明"
          error={error?.fields[0]?.message ?? error?.message}
          onChange={(body) => change({ body })}
        />
      </Sheet>
    </>
  );
}
