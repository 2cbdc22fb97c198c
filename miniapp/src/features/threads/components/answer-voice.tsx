import type { Thread } from '@qihang/shared/threads/contract';
import { askerAlias } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import type { AnswerForm } from '../answer-form';
import { VoiceSwitch } from './voice-switch';

/** How the answer being written is signed. */
export function AnswerVoice({ answer, thread }: { answer: AnswerForm; thread: Thread }) {
  const { form, office, ownQuestion } = answer;
  const { anonymous, official } = form.value;
  if (ownQuestion)
    return (
      <Text className="cap">
        {thread.author.anonymous
          ? `你在这个问题里一直是“${askerAlias}”，不会露出姓名`
          : '你用姓名提的问，补充也会署名'}
      </Text>
    );
  return (
    <View>
      <VoiceSwitch
        icon="eye-off"
        label="匿名回答"
        hint={anonymous ? '别人只看到一个代号，别处认不出你' : '会署你的姓名、专业和届别'}
        on={anonymous}
        onChange={(on) => form.change({ anonymous: on })}
      />
      {office && !anonymous && (
        <VoiceSwitch
          icon="shield"
          label="官方答复"
          hint={official ? '代表学校，同学会照着做' : '只是个人看法'}
          on={official}
          onChange={(on) => form.change({ official: on })}
        />
      )}
    </View>
  );
}
