import Taro from '@tarojs/taro';
import { create } from 'zustand';

interface Toast {
  text: string;
  action?: { label: string; run: () => void };
}

/** The line shown at the foot of the page for a few seconds; drawn by ui/toast. */
export const useToast = create<{ toast: Toast | null }>(() => ({ toast: null }));

let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(text: string, action?: Toast['action']) {
  clearTimeout(timer);
  useToast.setState({ toast: action ? { text, action } : { text } });
  timer = setTimeout(() => useToast.setState({ toast: null }), action ? 5_000 : 2_500);
}

/** Asks before something that cannot be undone; true when the person agrees. */
export async function confirm(title: string, content: string, confirmText: string): Promise<boolean> {
  const answer = await Taro.showModal({ title, content, confirmText, cancelText: '取消' });
  return answer.confirm;
}
