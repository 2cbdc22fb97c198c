import Taro from '@tarojs/taro';
import { useQuestion } from './feedback';

/** Error codes of `wx.requestSubscribeMessage` that lead somewhere. */
export const subscribeCodes = { hidden: 10005, switchedOff: 20004, banned: 20005 } as const;

/** WeChat's word for what the person answered, by template, or its code for why it did not ask (0: it said none). */
export type Answered = { words: Record<string, string> } | { code: number };

/**
 * Asks for one message of each template, three at most. WeChat asks only while a tap is being handled: nothing may be awaited
 * between the tap and this call.
 */
export async function askForMessages(ids: readonly string[]): Promise<Answered> {
  try {
    // Taro's type asks for the ids of other platforms, too.
    const option = { tmplIds: [...ids] } as Taro.requestSubscribeMessage.Option;
    const answer: object = await Taro.requestSubscribeMessage(option);
    const words = Object.entries(answer).filter(([id]) => ids.includes(id));
    return { words: Object.fromEntries(words.map(([id, word]) => [id, String(word)])) };
  } catch (error) {
    return { code: Number((error as { errCode?: number } | null)?.errCode ?? 0) };
  }
}

/**
 * Where messages of this mini-program are switched off altogether: the way to the settings of WeChat, which open within a tap
 * alone. `onOpen` runs when the person goes there.
 */
export function guideToMessageSettings(onOpen: () => void): void {
  useQuestion.setState({
    question: {
      title: '微信里关着启航的提醒',
      content: '打开“接收通知”以后，才能在微信里提醒你；不打开，消息照样在这里看。',
      confirmText: '去打开',
      answer: (agreed) => {
        useQuestion.setState({ question: null });
        if (!agreed) return;
        Taro.openSetting({ withSubscriptions: true }).catch(() => undefined);
        onOpen();
      },
    },
  });
}

/** Runs `run` each time the program comes to the front. */
export const whenInFront = (run: () => void): void => Taro.onAppShow(run);
