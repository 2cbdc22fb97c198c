import { create } from 'zustand';

interface Toast {
  text: string;
  action?: { label: string; run: () => void };
}

/** The line shown at the foot of the page for a few seconds; drawn by ui/toast. */
export const useToast = create<{ toast: Toast | null }>(() => ({ toast: null }));

let timer: ReturnType<typeof setTimeout> | undefined;

/** More than a glance takes in stays longer. */
const longText = 20;

export function toast(text: string, action?: Toast['action']) {
  clearTimeout(timer);
  useToast.setState({ toast: action ? { text, action } : { text } });
  timer = setTimeout(
    () => useToast.setState({ toast: null }),
    action || text.length > longText ? 5_000 : 2_500,
  );
}

interface Question {
  title: string;
  content: string;
  confirmText: string;
  answer: (agreed: boolean) => void;
}

/** The question that waits for an answer; drawn by ui/question. */
export const useQuestion = create<{ question: Question | null }>(() => ({ question: null }));

/** Asks before something that cannot be undone; true when the person agrees. */
export const confirm = (title: string, content: string, confirmText: string): Promise<boolean> =>
  new Promise((resolve) => {
    const answer = (agreed: boolean) => {
      useQuestion.setState({ question: null });
      resolve(agreed);
    };
    useQuestion.setState({ question: { title, content, confirmText, answer } });
  });
