import { Text } from '@tarojs/components';
import { useQuestion } from '@/platform/feedback';
import { Button } from './button';
import { Sheet } from './sheet';

/** Asks before something that cannot be undone; see `confirm` in platform/feedback. */
export function Question() {
  const question = useQuestion((state) => state.question);
  if (!question) return null;
  const { title, content, confirmText, answer } = question;
  return (
    <Sheet
      open
      title={title}
      onClose={() => answer(false)}
      footer={
        <>
          <Button text="取消" look="quiet" tall grow onTap={() => answer(false)} />
          <Button text={confirmText} look="main" grow onTap={() => answer(true)} />
        </>
      }
    >
      <Text>{content}</Text>
    </Sheet>
  );
}
