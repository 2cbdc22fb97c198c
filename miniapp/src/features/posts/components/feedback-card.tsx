import type { Feedback } from '@qihang/shared/post-feedback/feedback';
import { type FeedbackKind, feedbackLimits } from '@qihang/shared/post-feedback/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ReasonSheet } from '@/common/content/reason-sheet';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { open, signInFirst, verifyFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { a11y } from '@/ui/a11y';
import { Button } from '@/ui/button';
import { useGiveFeedback } from '../feedback-hooks';
import './feedback-card.scss';

const choices = [
  { kind: 'useful', icon: 'thumb', text: '有用' },
  { kind: 'outdated', icon: 'clock', text: '已过期' },
  { kind: 'wrong', icon: 'pencil', text: '有误' },
] as const;

const thanks = {
  useful: '谢谢，作者看得到',
  outdated: '收到，会请作者复核',
  wrong: '收到，作者看得到你写的说明',
} as const satisfies Record<FeedbackKind, string>;

/** Below an article: readers tell its author; the author sees what was said. */
export function FeedbackCard({ id, feedback }: { id: string; feedback: Feedback }) {
  const { useful, mine, viewer } = feedback;
  const signedIn = useSession(({ token }) => token !== null);
  const [asking, setAsking] = useState<'outdated' | 'wrong' | null>(null);
  const { give, takeBack } = useGiveFeedback(id);
  const onError = (error: Error) => {
    if (asApiError(error).code === 'verification.required') verifyFirst();
    toast(asApiError(error).message);
  };
  const send = (kind: FeedbackKind, note = '') =>
    give.mutate(
      { kind, note },
      {
        onError,
        onSuccess: () => {
          setAsking(null);
          toast(thanks[kind], { label: '撤销', run: () => takeBack.mutate(kind, { onError }) });
        },
      },
    );
  const choose = (kind: FeedbackKind) => {
    if (!signedIn) return signInFirst();
    if (mine.includes(kind)) return takeBack.mutate(kind, { onError, onSuccess: () => toast('已收回') });
    if (kind === 'useful') return send(kind);
    return setAsking(kind);
  };
  if (viewer.can.includes('see') && !viewer.can.includes('give'))
    return (
      <View className="fbk">
        <Heading text="读者怎么说" />
        <Summary feedback={feedback} />
        <Button text="看读者反馈" onTap={() => open('postFeedback', { id })} />
      </View>
    );
  return (
    <View className="fbk">
      <Heading text="这篇对你有用吗？" />
      <View className="fbk-r">
        {choices.map(({ kind, icon, text }) => (
          <Button
            key={kind}
            grow
            icon={icon}
            text={kind === 'useful' && useful > 0 ? `${text} ${useful}` : text}
            selected={mine.includes(kind)}
            loading={(give.isPending && give.variables?.kind === kind) || false}
            onTap={() => choose(kind)}
          />
        ))}
      </View>
      <Text className="cap">反馈直接到作者，不显示你是谁；过期 2 人以上会请作者复核。</Text>
      {viewer.can.includes('see') && (
        <Button text="看读者反馈" look="quiet" onTap={() => open('postFeedback', { id })} />
      )}
      <ReasonSheet
        open={asking === 'wrong'}
        title="哪里有误"
        hint="如：报名时间写错了，官网是 12 月 8 日"
        max={feedbackLimits.note}
        submitText="告诉作者"
        loading={give.isPending}
        error={give.error ? asApiError(give.error).message : undefined}
        onSubmit={(_, note) => send('wrong', note)}
        onClose={() => setAsking(null)}
      />
      <ReasonSheet
        open={asking === 'outdated'}
        title="哪里过期了"
        reasons={outdatedReasons}
        hint="选填，如新的文件在哪里"
        max={feedbackLimits.note - 20}
        submitText="告诉作者"
        loading={give.isPending}
        error={give.error ? asApiError(give.error).message : undefined}
        onSubmit={(reason, note) => send('outdated', [reason, note].filter(Boolean).join('：'))}
        onClose={() => setAsking(null)}
      />
    </View>
  );
}

const outdatedReasons = ['时间已经过了', '政策变了', '链接打不开'].map((text) => ({ value: text, text }));

const Heading = ({ text }: { text: string }) => (
  <Text className="fbk-t" {...a11y({ role: 'heading' })}>
    {text}
  </Text>
);

/** `有用 12 · 过期 2 · 有误 1` in words that say what waits. */
const Summary = ({ feedback: { useful, open: waiting } }: { feedback: Feedback }) => (
  <Text className="meta">
    {useful} 人觉得有用
    {waiting && waiting.outdated > 0 && `，${waiting.outdated} 人说已过期`}
    {waiting && waiting.wrong > 0 && `，${waiting.wrong} 人说有误`}
  </Text>
);
