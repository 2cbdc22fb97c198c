import { check } from '@qihang/shared/contract/messages';
import { answerDraft, type Thread } from '@qihang/shared/threads/contract';
import { useMe } from '@/common/account/me';
import { toast } from '@/platform/feedback';
import { verifyFirst } from '@/platform/navigation';
import { useForm } from '@/ui/form/use-form';
import { useAnswer } from './thread-hooks';
import { verifyIfRequired } from './verify';

/** Whether the person may speak for the office on a board: its teachers and the admins. */
function useSpeaksForOffice(board: string): boolean {
  const { data: me } = useMe();
  return (me?.roles ?? []).some(
    ({ role, boards }) =>
      (role === 'teacher' || role === 'admin') && (boards === null || boards.includes(board)),
  );
}

/** An answer being written. It stays on the phone until it is sent: through a sign-in, verification, a refusal, no network. */
export function useAnswerForm(thread: Thread, onSent: () => void) {
  const answer = useAnswer(thread.id);
  const office = useSpeaksForOffice(thread.board);
  const form = useForm({
    initial: { body: '', anonymous: false, official: true },
    draft: `answer:${thread.id}`,
    check: ({ body, anonymous, official }) =>
      check(answerDraft, { body, anonymous, ...(office && !anonymous ? { official } : {}) }),
    sending: answer,
    signedInOnly: true,
    onSent: (after, clear) => {
      clear();
      onSent();
      const held = after.answers.some(({ life, author }) => author.self && life === 'in-review');
      toast(held ? '已送审，通过后大家才看得到' : '回答已发布');
    },
    onRefused: verifyIfRequired(answer.reset),
  });
  const unverified = thread.viewer.can.includes('verify');
  return {
    form,
    office,
    /** The asker's own words are signed as the question is. */
    ownQuestion: thread.author.self,
    sendText: !form.signedIn ? '登录后发布' : unverified ? '去认证，再发布' : '发布回答',
    send: () => (form.signedIn && unverified ? verifyFirst() : form.send()),
  };
}

export type AnswerForm = ReturnType<typeof useAnswerForm>;
