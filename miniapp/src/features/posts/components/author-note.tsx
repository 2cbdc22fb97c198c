import type { Feedback } from '@qihang/shared/post-feedback/feedback';
import { feedbackLimits } from '@qihang/shared/post-feedback/vocabulary';
import { View } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { Note } from '@/ui/note';
import './author-note.scss';

/** For those who answer for an article: that readers find it outdated or wrong. */
export function AuthorNote({ id, feedback: { open: waiting, viewer } }: { id: string; feedback: Feedback }) {
  if (!waiting || !viewer.can.includes('settle')) return null;
  const { outdated, wrong } = waiting;
  if (outdated < feedbackLimits.warnsAuthor && wrong === 0) return null;
  const said = [outdated > 0 && `${outdated} 人说已过期`, wrong > 0 && `${wrong} 人说有误`].filter(Boolean);
  return (
    <View className="an">
      <Note
        icon="alert"
        tone="warm"
        text={`${said.join('，')}，请复核`}
        action={{ text: '去看', onTap: () => open('postFeedback', { id }) }}
      />
    </View>
  );
}
