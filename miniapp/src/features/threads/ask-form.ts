import { check } from '@qihang/shared/contract/messages';
import { type Thread, threadDraft } from '@qihang/shared/threads/contract';
import { type ThreadCategory, threadCategories } from '@qihang/shared/threads/vocabulary';
import { useMe } from '@/common/account/me';
import { askFor } from '@/common/reach/asking';
import { toast } from '@/platform/feedback';
import { openInstead, verifyFirst } from '@/platform/navigation';
import { useForm } from '@/ui/form/use-form';
import { guessCategory } from './guess-category';
import { useAsk } from './thread-hooks';
import { verifyIfRequired } from './verify';

export interface AskDraft {
  title: string;
  body: string;
  /** Empty until the asker says so; meanwhile the title may. */
  category: ThreadCategory | '';
  anonymous: boolean;
}

interface From {
  title: string;
  category: string;
  /** Slug of the board that is asked on. */
  board: string | undefined;
  /** Several boards could be asked on. */
  several: boolean;
}

const categoryOf = ({ category, title }: AskDraft): ThreadCategory | null =>
  category === '' ? guessCategory(title) : category;

function onAsked(thread: Thread, clear: () => void) {
  clear();
  toast(thread.state === 'pending' ? '已送审，通过后大家才看得到' : '问题已发布，有回答会显示在这里');
  openInstead('thread', { id: thread.id });
}

/** A question being written. It stays on the phone until it is sent: through a sign-in, verification, a refusal, no network. */
export function useAskForm({ title, category, board, several }: From) {
  const ask = useAsk();
  const { data: me } = useMe();
  const initial: AskDraft = {
    title,
    body: '',
    category: threadCategories.find((one) => one === category) ?? '',
    anonymous: true,
  };
  const form = useForm({
    initial,
    draft: 'ask',
    check: (draft) => check(threadDraft, { ...draft, category: categoryOf(draft) ?? '', board }),
    sending: {
      ...ask,
      mutate: (body, after) => {
        askFor('answer');
        ask.mutate(body, after);
      },
    },
    signedInOnly: true,
    onSent: onAsked,
    onRefused: (refusal) =>
      several && refusal.code === 'resource.not-found'
        ? { board: '这个栏目暂时关闭，请换一个' }
        : verifyIfRequired(ask.reset)(refusal),
  });
  const unverified = form.signedIn && me?.verification === 'unverified';
  return {
    form,
    category: categoryOf(form.value),
    unverified,
    muted: me?.muted ?? null,
    send: () => (unverified ? verifyFirst() : form.send()),
  };
}
